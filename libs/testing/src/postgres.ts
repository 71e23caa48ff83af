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

/** The global set-up migrates it once per run; each test file gets a clone. */
export const TEMPLATE_DATABASE = 'rotunda_template';

/** A backend ends some milliseconds after its client has disconnected. */
const CONNECTIONS_GONE_WITHIN_MS = 30_000;
const POLL_MS = 10;

export interface TestDatabase {
  url: string;
  /** @throws Error with the last query of each connection that is still open; the database is dropped all the same */
  drop(goneWithinMs?: number): Promise<void>;
}

/** A new, migrated, empty database; usually one per test file. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const serverUrl = inject('postgresUrl');
  if (!serverUrl) throw new Error('No Postgres for tests: vitest.config.ts must name libs/testing/src/global-setup.ts');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE_DATABASE}`));
  return {
    url: databaseUrl(serverUrl, name),
    drop: (goneWithinMs) => onServer(serverUrl, (client) => dropDatabase(client, name, goneWithinMs)),
  };
}

/** Databases that earlier tests have emptied again. */
const spare: string[] = [];

/**
 * A migrated, empty database for a test that does not change the schema. `drop()` empties it and keeps it for the next
 * test: a new one for each test would cost more than most tests.
 */
export async function borrowTestDatabase(): Promise<TestDatabase> {
  const url = spare.pop() ?? (await createTestDatabase()).url;
  const giveBack = async (): Promise<void> => {
    const leaked = await onServer(url, (client) => leakedQueries(client, new URL(url).pathname.slice(1)));
    if (leaked.length > 0) throw leakError(leaked);
    await emptyTestDatabase(url);
    spare.push(url);
  };
  return { url, drop: giveBack };
}

/**
 * Deletes every row of a test database, and restarts its sequences. This is quicker than a new database, and than
 * TRUNCATE, which creates new files for each table, empty or not.
 */
export async function emptyTestDatabase(url: string): Promise<void> {
  await onServer(url, (client) =>
    // Triggers forbid deleting decisions, and rows that others refer to; they are off in this session.
    client.query(`
      SET session_replication_role = replica;
      DO $$ DECLARE one record; BEGIN
        FOR one IN SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'
        LOOP EXECUTE format('DELETE FROM %I', one.name); END LOOP;
        FOR one IN SELECT sequencename AS name FROM pg_sequences
          WHERE schemaname = 'public' AND sequencename <> 'migrations_id_seq' AND last_value IS NOT NULL
        LOOP EXECUTE format('ALTER SEQUENCE %I RESTART', one.name); END LOOP;
      END $$`),
  );
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

async function dropDatabase(client: Client, name: string, goneWithinMs?: number): Promise<void> {
  const leaked = await leakedQueries(client, name, goneWithinMs);
  await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
  if (leaked.length === 0) return;
  throw leakError(leaked);
}

const leakError = (leaked: string[]): Error =>
  new Error(
    `${leaked.length} connections were left open; close the pool before drop(). Their last queries:\n${leaked.join('\n')}`,
  );

async function leakedQueries(client: Client, name: string, withinMs = CONNECTIONS_GONE_WITHIN_MS): Promise<string[]> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const { rows } = await client.query<{ query: string }>(
      `SELECT state || ': ' || query AS query FROM pg_stat_activity
       WHERE datname = $1 AND backend_type = 'client backend' AND pid <> pg_backend_pid()`,
      [name],
    );
    if (rows.length === 0 || Date.now() > deadline) return rows.map(({ query }) => query);
    await delay(POLL_MS);
  }
}
