import { readFileSync } from 'node:fs';
import { type CleanedEnv, cleanEnv, type Spec, type ValidatorSpec } from 'envalid';

/** A table of settings: variable name → how to read it, its default and what it is for. Each library has its own. */
export type Settings = Record<string, ValidatorSpec<unknown>>;

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
    reporter: ({ errors }) => {
      const complaints = Object.entries(errors).map(([name, error]) => {
        const { desc } = settings[name] as Spec<unknown>;
        const complaint = error?.message || 'missing';
        return `  ${name}: ${complaint}${desc && !complaint.includes(desc) ? ` (${desc})` : ''}`;
      });
      if (complaints.length > 0) throw new ConfigurationError(`Set these variables:\n${complaints.join('\n')}`);
    },
  });
  // A plain object: the library's own throws on any property that it does not know, which a container can't live with.
  return Object.freeze({ ...values }) as CleanedEnv<S>;
}

function withFiles(settings: Settings, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const read = { ...env };
  for (const name of Object.keys(settings)) {
    const file = env[`${name}_FILE`];
    if (file) read[name] = readFileSync(file, 'utf8').trim();
  }
  return read;
}

/** The text of `.env.example` for these settings: what each is for, and its default. */
export function renderEnvExample(sections: Record<string, Settings>): string {
  return Object.entries(sections)
    .map(([title, settings]) => [`# ${title}`, ...Object.entries(settings).flatMap(renderSetting)].join('\n'))
    .join('\n\n')
    .concat('\n');
}

function renderSetting([name, spec]: [string, ValidatorSpec<unknown>]): string[] {
  const { desc, default: preset, example } = spec as Spec<unknown>;
  const value =
    preset === undefined ? `${name}=${example ?? ''}` : `# ${name}=${JSON.stringify(preset).replaceAll('"', '')}`;
  return [`# ${desc ?? ''}`, value];
}
