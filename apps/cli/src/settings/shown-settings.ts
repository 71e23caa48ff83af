import {
  ConfigurationError,
  isSecretName,
  readConfiguration,
  redactText,
  type SettingInEffect,
  type Settings,
  settingsInEffect,
} from '#rotunda/runtime';
import { type Misspelling, misspellings } from './similar-names.js';
import { allSettings, type Program, PROGRAMS, settingsOf, settingSections } from './setting-tables.js';

/** A setting as it may be shown: a secret is `set` or not, and addresses lack their passwords. */
export interface ShownSetting {
  name: string;
  section: string;
  description: string;
  /** Null: not set. */
  value: string | number | boolean | null;
  default: string | number | boolean | null;
  source: SettingInEffect['source'];
  file: string | null;
  secret: boolean;
  /** What is wrong with it. */
  complaint: string | null;
  read_by: Program[];
}

export interface Configuration {
  settings: ShownSetting[];
  /** What is wrong with settings together, as sentences. */
  together: string[];
  /** Names of the environment that nothing reads, though they look like settings. */
  unknown: Misspelling[];
}

/**
 * The settings of a program, or of all services and the set-up, in the order of `.env.example`.
 *
 * @param program null: all of them
 */
export async function configurationOf(program: Program | null, env: NodeJS.ProcessEnv): Promise<Configuration> {
  const [sections, table, tables] = await Promise.all([
    settingSections(),
    program === null ? allSettings() : settingsOf(program),
    Promise.all(PROGRAMS.map(async (each) => [each, await settingsOf(each)] as const)),
  ]);
  const readers = (name: string): Program[] => tables.flatMap(([each, settings]) => (name in settings ? each : []));
  const inEffect = new Map(settingsInEffect(table, env).map((setting) => [setting.name, setting]));
  const settings = Object.entries(sections).flatMap(([section, names]) =>
    Object.keys(names).flatMap((name) => {
      const setting = inEffect.get(name);
      return setting ? [shown(setting, section, readers(name))] : [];
    }),
  );
  const together = 'NATS_CA' in table ? await signInFaults(env) : [];
  return { settings, together, unknown: misspellings(Object.keys(env), namesOf(sections)) };
}

/** Ways to sign in to NATS that exclude each other. */
async function signInFaults(env: NodeJS.ProcessEnv): Promise<string[]> {
  const { credentialsOf, natsSettings } = await import('#rotunda/messaging');
  try {
    credentialsOf(readConfiguration(natsSettings, env), 'check');
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    // Settings that are wrong by themselves are named one by one.
    return error.complaints.length > 0 ? [] : [error.message];
  }
}

const namesOf = (sections: Record<string, Settings>): string[] => Object.values(sections).flatMap(Object.keys);

function shown(setting: SettingInEffect, section: string, readBy: Program[]): ShownSetting {
  const { name, description, value, preset, source, file, complaint } = setting;
  const secret = isSecretName(name);
  return {
    ...{ name, section, description },
    value: secret ? (value ? 'set' : null) : printable(value),
    default: printable(preset),
    ...{ source, file, secret },
    complaint: complaint === null ? null : redactText(complaint),
    read_by: readBy,
  };
}

function printable(value: unknown): ShownSetting['value'] {
  if (typeof value === 'string') return value === '' ? null : redactText(value);
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
