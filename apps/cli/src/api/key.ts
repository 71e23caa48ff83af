import { readFileSync } from 'node:fs';

/**
 * The key that goes with each request, if there is one. Never from the command line, which everyone on the machine can
 * read.
 *
 * @param file with a key; wins over ROTUNDA_KEY
 * @throws Error if the file can't be read or is empty
 */
export function readKey(file: string | undefined, env = ourEnvironment()): string | undefined {
  if (file === undefined) return env['ROTUNDA_KEY']?.trim() || undefined;
  try {
    const key = readFileSync(file, 'utf8').trim();
    if (key !== '') return key;
  } catch (cause) {
    throw new Error(`The file of the key can't be read: ${(cause as Error).message}`, { cause });
  }
  throw new Error(`The file of the key is empty: ${file}`);
}

export function ourEnvironment(): NodeJS.ProcessEnv {
  // oxlint-disable-next-line node/no-process-env -- commander would take a setting that is an option too.
  return process.env;
}
