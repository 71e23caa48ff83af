import { readFileSync } from 'node:fs';
import { type CleanedEnv, cleanEnv, type Spec, type ValidatorSpec } from 'envalid';

/** Variable name → how to read it, its default and its purpose. Each library has its own table. */
export type Settings = Record<string, ValidatorSpec<unknown>>;

/**
 * What is wrong with a setting in relation to others, or null. It belongs to the setting, so that every table that
 * includes the setting checks it; `values` has the settings of that table which could be read.
 */
export type Agreement = (values: Readonly<Record<string, number | undefined>>) => string | null;

export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/**
 * Reads the settings of a process from its environment, once. `NAME_FILE` names a file with the value of `NAME`, for
 * mounted secrets.
 *
 * @throws ConfigurationError that names every variable that is missing or can't be read
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
  // A plain object: envalid's proxy throws on unknown properties, which Nest's container reads.
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

/** The text of `.env.example` for these settings: the purpose and default of each. */
export function renderEnvExample(sections: Record<string, Settings>): string {
  const parts = Object.entries(sections).map(([title, settings]) =>
    [`# ${title}`, ...Object.entries(settings).flatMap(renderSetting)].join('\n'),
  );
  return `${[UNITS, ...parts].join('\n\n')}\n`;
}

const UNITS = `# A number may have a unit: 500ms, 30s, 55min, 2h, 1d; 512kB, 256MB, 1GB (1 kB is 1024 bytes); 90d, 52w. Without one, the
# name of the setting says which: _MS, _BYTES, _MB (MiB), _DAYS.`;

function renderSetting([name, spec]: [string, ValidatorSpec<unknown>]): string[] {
  const { desc, default: preset, example } = spec as Spec<unknown>;
  const value =
    preset === undefined ? `${name}=${example ?? ''}` : `# ${name}=${JSON.stringify(preset).replaceAll('"', '')}`;
  return [`# ${desc ?? ''}`, value];
}
