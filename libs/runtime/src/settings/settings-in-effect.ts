import type { Spec } from 'envalid';
import { ConfigurationError, disagreements, readConfiguration, type Settings } from './configuration.js';

/** A setting as a process with this environment has it. */
export interface SettingInEffect {
  name: string;
  description: string;
  /** As it was read; undefined if it is not set and has no default, or can't be read. */
  value: unknown;
  preset: unknown;
  source: 'default' | 'environment' | 'file';
  /** The file that `NAME_FILE` names. */
  file: string | null;
  /** What is wrong with it, without its value where that may be a secret; null: nothing. */
  complaint: string | null;
}

/** All settings of a table, in its order: each by itself, so that a wrong one hides no other. */
export function settingsInEffect(settings: Settings, env: NodeJS.ProcessEnv): SettingInEffect[] {
  const read = Object.entries(settings).map(([name, spec]) => settingInEffect(name, spec, env));
  const values = Object.fromEntries(read.map(({ name, value }) => [name, value]));
  const together = disagreements(settings, values as Record<string, number | undefined>);
  const whatOf = (name: string): string | null => together.find((each) => each.name === name)?.what ?? null;
  return read.map((setting) => ({ ...setting, complaint: setting.complaint ?? whatOf(setting.name) }));
}

function settingInEffect(name: string, spec: Settings[string], env: NodeJS.ProcessEnv): SettingInEffect {
  const { desc: description = '', default: preset } = spec as Spec<unknown>;
  const file = env[`${name}_FILE`] || null;
  const source = file !== null ? 'file' : env[name] === undefined ? 'default' : 'environment';
  const known = { name, description, preset, source, file } as const;
  try {
    const { [name]: value } = readConfiguration({ [name]: spec }, env);
    return { ...known, value, complaint: null };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const complaint = source === 'default' ? 'missing' : error.complaints.map(({ what }) => what).join('; ');
    return { ...known, value: undefined, complaint };
  }
}
