import { readFileSync } from 'node:fs';
import { type CleanedEnv, cleanEnv, type Spec, type ValidatorSpec } from 'envalid';

/** A table of settings: variable name → how to read it, its default and what it is for. Each library has its own. */
export type Settings = Record<string, ValidatorSpec<unknown>>;

/**
 * What is wrong with a setting beside the others, or null. It stands with the setting, so that it holds in every table
 * that takes the setting up; of the others only those are there which the table has too and which could be read.
 */
export type Agreement = (values: Readonly<Record<string, number | undefined>>) => string | null;

export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/**
 * Reads a process's settings from its environment, once. `NAME_FILE` names a file that holds the value of `NAME`, for
 * secrets that are mounted.
 *
 * @throws ConfigurationError that names every variable which is missing or can't be read.
 */
export function readConfiguration<S extends Settings>(
  settings: S,
  env: NodeJS.ProcessEnv = process.env,
): CleanedEnv<S> {
  const values = cleanEnv(withFiles(settings, env), settings, {
    reporter: ({ errors, env: read }) => {
      const complaints = Object.entries(errors).map(([name, error]) => {
        const { desc } = settings[name] as Spec<unknown>;
        const complaint = error?.message || 'missing';
        return `  ${name}: ${complaint}${desc && !complaint.includes(desc) ? ` (${desc})` : ''}`;
      });
      complaints.push(...disagreements(settings, read as Record<string, number>));
      if (complaints.length > 0) throw new ConfigurationError(`Settings to correct:\n${complaints.join('\n')}`);
    },
  });
  // A plain object: the library's own throws on any property that it does not know, which a container can't live with.
  return Object.freeze({ ...values }) as CleanedEnv<S>;
}

function disagreements(settings: Settings, values: Record<string, number>): string[] {
  return Object.entries(settings).flatMap(([name, spec]) => {
    const complaint = (spec as { agrees?: Agreement }).agrees?.(values) ?? null;
    return complaint === null ? [] : [`  ${name}: ${complaint}`];
  });
}

function withFiles(settings: Settings, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const read = { ...env };
  for (const name of Object.keys(settings)) {
    const file = env[`${name}_FILE`];
    if (file) read[name] = readFile(`${name}_FILE`, file);
  }
  return read;
}

function readFile(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new ConfigurationError(`${name} can't be read: ${(cause as Error).message}`, { cause });
  }
}

/** The text of `.env.example` for these settings: what each is for, and its default. */
export function renderEnvExample(sections: Record<string, Settings>): string {
  const parts = Object.entries(sections).map(([title, settings]) =>
    [`# ${title}`, ...Object.entries(settings).flatMap(renderSetting)].join('\n'),
  );
  return `${[UNITS, ...parts].join('\n\n')}\n`;
}

const UNITS = `# A number may have a unit: 500ms, 30s, 55min, 2h, 1d; 512kB, 256MB, 1GB (1 kB is 1024 bytes); 90d, 52w. Without one it is in
# the unit that the setting's name ends with: _MS, _BYTES, _MB (MiB), _DAYS.`;

function renderSetting([name, spec]: [string, ValidatorSpec<unknown>]): string[] {
  const { desc, default: preset, example } = spec as Spec<unknown>;
  const value =
    preset === undefined ? `${name}=${example ?? ''}` : `# ${name}=${JSON.stringify(preset).replaceAll('"', '')}`;
  return [`# ${desc ?? ''}`, value];
}
