import 'reflect-metadata';
import {
  applyTopology,
  credentialsOf,
  NatsClient,
  natsSettings,
  type NatsSettings,
  topologySettings,
} from '#rotunda/messaging';
import { databaseSettings, migrate } from '#rotunda/persistence';
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
};

/**
 * Brings NATS and Postgres up to date with this version; changes nothing if nothing is missing. May run several times at
 * once.
 * @param env with `NATS_URL` and `DATABASE_URL`; if not given, that of the process
 * @returns what it did, one line for each change
 */
export async function setUp(env?: NodeJS.ProcessEnv): Promise<string[]> {
  const config = readConfiguration(setupSettings, env);
  const [database, bus] = await Promise.all([migrateDatabase(config.DATABASE_URL), updateNats(config)]);
  const keys = config.SECRETS_DIR ? await makeFirstKey(config.DATABASE_URL, config.SECRETS_DIR) : [];
  return [...database, ...bus, ...keys];
}

async function migrateDatabase(databaseUrl: string): Promise<string[]> {
  const migrated = (await migrate(databaseUrl)).map((name) => `migration ${name} ran`);
  return [...migrated, ...(await loadShippedMembers(databaseUrl))];
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
