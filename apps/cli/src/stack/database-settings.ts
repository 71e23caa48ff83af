import type { DatabaseFiles } from './database-files.js';

/** Every setting with a password of Postgres: a child process gets only those that it needs. */
export const DATABASE_SETTINGS = ['DATABASE_URL', 'DATABASE_WRITE_URL', 'DATABASE_GATEWAY_URL', 'DATABASE_READ_URL'];

/** For our own Postgres: as files, because others can read a process's environment more easily. */
export const settingsFromFiles = ({ owner, write, gateway, read }: DatabaseFiles): Record<string, string> => ({
  DATABASE_URL_FILE: owner,
  DATABASE_WRITE_URL_FILE: write,
  DATABASE_GATEWAY_URL_FILE: gateway,
  DATABASE_READ_URL_FILE: read,
});

/** What a service gets of the set-up's settings; without a role of its own, it logs in as the owner. */
export function databaseSettingsOf(service: string, env: NodeJS.ProcessEnv): Record<string, string> {
  if (service === 'scheduler') return {};
  if (service !== 'gateway') return as('DATABASE_URL', ['DATABASE_WRITE_URL', 'DATABASE_URL'], env);
  return {
    ...as('DATABASE_URL', ['DATABASE_GATEWAY_URL', 'DATABASE_URL'], env),
    ...as('DATABASE_READ_URL', ['DATABASE_READ_URL'], env),
  };
}

/** The first of these settings that is there, or its file, under another name. A file wins, as everywhere. */
function as(name: string, candidates: string[], env: NodeJS.ProcessEnv): Record<string, string> {
  for (const candidate of candidates) {
    const [file, value] = [env[`${candidate}_FILE`], env[candidate]];
    if (file) return { [`${name}_FILE`]: file };
    if (value) return { [name]: value };
  }
  return {};
}
