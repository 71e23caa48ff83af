import type { Fix } from './check.js';

/** Brings NATS and Postgres up to date; never deletes anything, and may run at any time. */
export const runSetUp: Fix = async (_, { env, folder }) => {
  const { setUp } = await import('../setup/setup.js');
  const secrets = folder === null || env['SECRETS_DIR'] ? {} : { SECRETS_DIR: `${folder}/secrets` };
  return setUp({ ...env, ...secrets });
};
