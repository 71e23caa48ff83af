import { join } from 'node:path';
import type { Fix } from './check.js';

/** Brings NATS and Postgres up to date; never deletes anything, and may run at any time. */
export const runSetUp: Fix = async (_, { env, folder }) => {
  const { setUp } = await import('../setup/setup.js');
  const secrets = folder === null ? null : join(folder, 'secrets');
  // For a database elsewhere, the first admin key would replace that of the folder's own.
  const isOurs = secrets !== null && env['DATABASE_URL_FILE'] === join(secrets, 'database-url');
  return setUp({ ...env, ...(isOurs && !env['SECRETS_DIR'] && { SECRETS_DIR: secrets }) });
};
