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
 * Brings NATS and Postgres to what this version of the code needs; where nothing is missing it changes nothing. May run
 * several times at once.
 * @param env with `NATS_URL` and `DATABASE_URL`; the process's own where it is not given
 * @returns what it did, a line each
 */
export async function setUp(env?: NodeJS.ProcessEnv): Promise<string[]> {
  const config = readConfiguration(setupSettings, env);
  const [database, bus] = await Promise.all([migrateDatabase(config.DATABASE_URL), layTopology(config)]);
  return [...database, ...bus];
}

async function migrateDatabase(databaseUrl: string): Promise<string[]> {
  const migrated = (await migrate(databaseUrl)).map((name) => `migration ${name} ran`);
  return [...migrated, ...(await loadShippedMembers(databaseUrl))];
}

type TopologyConfig = { NATS_URL: string } & Parameters<typeof applyTopology>[1];

async function layTopology(config: TopologyConfig): Promise<string[]> {
  const client = await NatsClient.connect(config.NATS_URL, 'rotunda-setup');
  try {
    return await applyTopology(client, config);
  } finally {
    await client.close();
  }
}
