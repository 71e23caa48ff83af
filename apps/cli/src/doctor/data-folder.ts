import { access, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { adminKeyFile } from '../setup/admin-key-file.js';

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** The absolute path of a data folder of `rotunda start`; null if there is none. */
export async function dataFolder(path: string): Promise<string | null> {
  const folder = resolve(path);
  return (await isThere(folder)) ? folder : null;
}

/**
 * The environment with the settings of a stack that has its own NATS and Postgres in this folder. What the operator has
 * set, as for servers of one's own, wins.
 */
export async function environmentIn(folder: string | null, env: NodeJS.ProcessEnv): Promise<NodeJS.ProcessEnv> {
  if (folder === null) return env;
  const has = (name: string): boolean => Boolean(env[name] ?? env[`${name}_FILE`]);
  const files: Record<string, string> = {
    DATABASE_URL: 'database-url',
    DATABASE_WRITE_URL: 'database-write-url',
    DATABASE_GATEWAY_URL: 'database-gateway-url',
    DATABASE_READ_URL: 'database-read-url',
  };
  const added: NodeJS.ProcessEnv = {};
  if (!has('DATABASE_URL')) {
    for (const [name, file] of Object.entries(files)) {
      const path = join(folder, 'secrets', file);
      if (!has(name) && (await isThere(path))) added[`${name}_FILE`] = path;
    }
  }
  const port = has('NATS_URL') ? null : await natsPort(folder);
  if (port !== null)
    Object.assign(added, { NATS_URL: `nats://127.0.0.1:${port}`, NATS_STORE_DIR: join(folder, 'nats') });
  const key = adminKeyFile(join(folder, 'secrets'));
  if (!env['ROTUNDA_KEY'] && !env['ROTUNDA_KEY_FILE'] && (await isThere(key))) added['ROTUNDA_KEY_FILE'] = key;
  return { ...env, ...added };
}

/** From the configuration that `rotunda start` wrote. Its server takes whoever comes from this machine as the operator. */
async function natsPort(folder: string): Promise<string | null> {
  const text = await readFile(join(folder, 'nats', 'nats-server.conf'), 'utf8').catch(() => '');
  return /^port: (\d+)$/m.exec(text)?.[1] ?? null;
}
