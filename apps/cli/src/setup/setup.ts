import 'reflect-metadata';
import { applyTopology, NatsClient, natsSettings, topologySettings } from '#rotunda/messaging';
import { databaseSettings, migrate } from '#rotunda/persistence';
import { readConfiguration } from '#rotunda/runtime';
import { loadShippedMembers } from '../members/shipped-members.js';

export const setupSettings = {
  ...natsSettings,
  ...topologySettings,
  DATABASE_URL: databaseSettings.DATABASE_URL,
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
  return [...database, ...bus];
}

async function migrateDatabase(databaseUrl: string): Promise<string[]> {
  const migrated = (await migrate(databaseUrl)).map((name) => `migration ${name} ran`);
  return [...migrated, ...(await loadShippedMembers(databaseUrl))];
}

type TopologyConfig = { NATS_URL: string } & Parameters<typeof applyTopology>[1];

async function updateNats(config: TopologyConfig): Promise<string[]> {
  const client = await NatsClient.connect(config.NATS_URL, 'rotunda-setup');
  try {
    return await applyTopology(client, config);
  } finally {
    await client.close();
  }
}
