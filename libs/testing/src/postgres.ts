import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** The Postgres of this test run: `postgres://rotunda:…@127.0.0.1:…/rotunda`. */
    postgresUrl: string;
  }
}

/** Migrated once a run by the global setup; each test file gets a clone. */
export const TEMPLATE_DATABASE = 'rotunda_template';

/** A backend ends some milliseconds after its client said goodbye. */
const CONNECTIONS_GONE_WITHIN_MS = 2_000;
const POLL_MS = 10;

export interface TestDatabase {
  url: string;
  /** @throws Error with the last query of each connection that is still open; the database is gone all the same */
  drop(): Promise<void>;
}

/** A migrated, empty database of its own: one for each test file is usual. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const serverUrl = inject('postgresUrl');
  if (!serverUrl) throw new Error('No Postgres for tests: vitest.config.ts must name libs/testing/src/global-setup.ts');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE_DATABASE}`));
  return { url: databaseUrl(serverUrl, name), drop: () => onServer(serverUrl, (client) => dropDatabase(client, name)) };
}

export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

export async function onServer<T>(serverUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function dropDatabase(client: Client, name: string): Promise<void> {
  const leaked = await leakedQueries(client, name);
  await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
  if (leaked.length === 0) return;
  throw new Error(
    `${leaked.length} connections were left open; close the pool before drop(). Their last queries:\n${leaked.join('\n')}`,
  );
}

async function leakedQueries(client: Client, name: string): Promise<string[]> {
  const deadline = Date.now() + CONNECTIONS_GONE_WITHIN_MS;
  for (;;) {
    const { rows } = await client.query<{ query: string }>(
      `SELECT state || ': ' || query AS query FROM pg_stat_activity
       WHERE datname = $1 AND backend_type = 'client backend'`,
      [name],
    );
    if (rows.length === 0 || Date.now() > deadline) return rows.map(({ query }) => query);
    await delay(POLL_MS);
  }
}
