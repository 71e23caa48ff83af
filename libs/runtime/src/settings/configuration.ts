import { readFileSync } from 'node:fs';
import { type CleanedEnv, cleanEnv, type Spec, type ValidatorSpec } from 'envalid';

/** Variable name → how to read it, its default and its purpose. Each library has its own table. */
export type Settings = Record<string, ValidatorSpec<unknown>>;

/**
 * What is wrong with a setting in relation to others, or null. It belongs to the setting, so that every table that
 * includes the setting checks it; `values` has the settings of that table which could be read.
 */
export type Agreement = (values: Readonly<Record<string, number | undefined>>) => string | null;

/** What is wrong with one setting. */
export interface Complaint {
  name: string;
  what: string;
}

export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  /** @param complaints of each setting that is wrong by itself, or in relation to another one */
  constructor(
    message: string,
    readonly complaints: readonly Complaint[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
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
      const alone = Object.entries(errors).map(([name, error]) => ({ name, what: error?.message || 'missing' }));
      const together = disagreements(settings, read as Record<string, number>);
      if (alone.length + together.length === 0) return;
      const lines = [...alone.map((complaint) => explained(complaint, settings)), ...together.map(lineOf)];
      throw new ConfigurationError(`Settings to correct:\n${lines.join('\n')}`, [...alone, ...together]);
    },
  });
  // A plain object: envalid's proxy throws on unknown properties, which Nest's container reads.
  return Object.freeze({ ...values }) as CleanedEnv<S>;
}

const lineOf = ({ name, what }: Complaint): string => `  ${name}: ${what}`;

function explained(complaint: Complaint, settings: Settings): string {
  const { desc } = settings[complaint.name] as Spec<unknown>;
  return `${lineOf(complaint)}${desc && !complaint.what.includes(desc) ? ` (${desc})` : ''}`;
}

/** What is wrong with settings in relation to others. */
export const disagreements = (settings: Settings, values: Parameters<Agreement>[0]): Complaint[] =>
  Object.entries(settings).flatMap(([name, spec]) => {
    const what = (spec as { agrees?: Agreement }).agrees?.(values) ?? null;
    return what === null ? [] : [{ name, what }];
  });

function withFiles(settings: Settings, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const read = { ...env };
  for (const name of Object.keys(settings)) {
    const file = env[`${name}_FILE`];
    if (file) read[name] = readFile(name, file);
  }
  return read;
}

function readFile(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    const what = `${name}_FILE can't be read: ${(cause as Error).message}`;
    throw new ConfigurationError(what, [{ name, what }], { cause });
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
