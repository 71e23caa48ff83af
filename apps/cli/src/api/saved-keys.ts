import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { ourEnvironment } from './key.js';

const OPEN_TO_OTHERS = 0o077;

/** What `rotunda login` saved: keys by the name of their gateway. */
export type SavedKeys = ReadonlyMap<string, string>;

export const SAVED_KEYS = 'credentials.json';

/** Of the file of saved keys; null for a user without a home. */
export function savedKeysFolder(env = ourEnvironment()): string | null {
  const configured = env['XDG_CONFIG_HOME'];
  // https://specifications.freedesktop.org/basedir-spec: a relative path is ignored.
  if (configured && isAbsolute(configured)) return join(configured, 'rotunda');
  try {
    return join(homedir(), '.config', 'rotunda');
  } catch {
    return null;
  }
}

/** Two spellings of a URL are one gateway; two names of a machine are not. */
export const gatewayName = (url: string): string => new URL(url).href.replace(/\/+$/, '');

/** The key that is saved for this very gateway. */
export const savedKeyFor = (gateway: string): string | undefined => readSavedKeys().get(gatewayName(gateway));

/** @throws Error that says how to mend the file */
export function readSavedKeys(folder = savedKeysFolder()): SavedKeys {
  const file = folder === null ? null : join(folder, SAVED_KEYS);
  const mode = file === null ? null : modeOf(file);
  if (file === null || mode === null) return new Map();
  if ((mode & OPEN_TO_OTHERS) !== 0) {
    throw new Error(`Others can read the saved keys, or change them. Close the file to them: chmod 600 ${file}`);
  }
  return keysIn(readFileSync(file, 'utf8'), file);
}

/** Null if there is none, or no way to it, e.g. from a service without homes. */
function modeOf(file: string): number | null {
  try {
    return statSync(file).mode;
  } catch {
    return null;
  }
}

export const savedKeysText = (keys: SavedKeys): string =>
  `${JSON.stringify({ keys: Object.fromEntries(keys) }, null, 2)}\n`;

function keysIn(text: string, file: string): SavedKeys {
  try {
    const { keys } = JSON.parse(text) as { keys: unknown };
    const entries = Object.entries(keys as object);
    if (entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')) return new Map(entries);
  } catch {
    // Not JSON, or of another form: the same answer.
  }
  throw new Error(`The file of the saved keys is damaged. Remove it, and log in again: rm ${file}`);
}
