import 'reflect-metadata';
import {
  applyTopology,
  credentialsOf,
  NatsClient,
  natsSettings,
  type NatsSettings,
  topologySettings,
} from '#rotunda/messaging';
import { applyRoles, databaseSettings, migrate, roleSettings, type RoleUrls } from '#rotunda/persistence';
import { readConfiguration } from '#rotunda/runtime';
import { str } from 'envalid';
import { loadShippedMembers } from '../members/shipped-members.js';
import { makeFirstKey } from './admin-key.js';

export const setupSettings = {
  ...natsSettings,
  ...topologySettings,
  DATABASE_URL: databaseSettings.DATABASE_URL,
  SECRETS_DIR: str({
    default: '',
    desc: 'Folder where set-up writes the first admin key (admin-key); empty: it makes none',
  }),
  ...roleSettings,
};

/**
 * Brings NATS and Postgres up to date with this version; changes nothing if nothing is missing. May run several times at
 * once.
 * @param env with `NATS_URL`, `DATABASE_URL` and perhaps URLs of the database's roles; if not given, that of the process
 * @returns what it did, one line for each change
 */
export async function setUp(env?: NodeJS.ProcessEnv): Promise<string[]> {
  const config = readConfiguration(setupSettings, env);
  const [database, bus] = await Promise.all([updateDatabase(config), updateNats(config)]);
  const keys = config.SECRETS_DIR ? await makeFirstKey(config.DATABASE_URL, config.SECRETS_DIR) : [];
  return [...database, ...bus, ...keys];
}

export type DatabaseConfig = { DATABASE_URL: string } & Record<keyof typeof roleSettings, string>;

async function updateDatabase(config: DatabaseConfig): Promise<string[]> {
  const databaseUrl = config.DATABASE_URL;
  const migrated = (await migrate(databaseUrl)).map((name) => `migration ${name} ran`);
  const roles = await applyRoles(databaseUrl, roleUrls(config));
  return [...migrated, ...roles, ...(await loadShippedMembers(databaseUrl))];
}

export function roleUrls(config: DatabaseConfig): RoleUrls {
  const urls = {
    write: config.DATABASE_WRITE_URL,
    gateway: config.DATABASE_GATEWAY_URL,
    read: config.DATABASE_READ_URL,
  };
  return Object.fromEntries(Object.entries(urls).filter(([, url]) => url !== ''));
}

type TopologyConfig = NatsSettings & Parameters<typeof applyTopology>[1];

async function updateNats(config: TopologyConfig): Promise<string[]> {
  const client = await NatsClient.connect(config.NATS_URL, 'rotunda-setup', {
    credentials: credentialsOf(config, 'setup'),
  });
  try {
    return await applyTopology(client, config);
  } finally {
    await client.close();
  }
}
