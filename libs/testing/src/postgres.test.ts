import { Client } from 'pg';
import { expect, it, vi } from 'vitest';
import { refuseOverlappingQueries } from './overlapping-queries.js';
import { borrowTestDatabase, createTestDatabase, onServer } from './postgres.js';

it('gives each caller a migrated database of its own', async () => {
  const [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  expect(first.url).not.toBe(second.url);
  const client = new Client({ connectionString: first.url });
  await client.connect();
  const { rows } = await client.query(`SELECT count(*)::int AS count FROM filings`);
  await client.end();
  expect(rows).toEqual([{ count: 0 }]);
  await Promise.all([first.drop(), second.drop()]);
});

it('names the query of a connection that was left open', async () => {
  const database = await createTestDatabase();
  const client = new Client({ connectionString: database.url });
  const terminated = new Promise((resolve) => client.on('error', resolve));
  await client.connect();
  await client.query('SELECT 42 AS forgotten');
  await expect(database.drop(0)).rejects.toThrow('SELECT 42 AS forgotten');
  await terminated;
});

it('fails where pg warns of several queries at once on one connection, in a test or in a service', async () => {
  const database = await createTestDatabase();
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const warned = new Promise<Error>((resolve) => vi.spyOn(process, 'emitWarning').mockImplementation(resolve as never));
  await Promise.all([1, 2, 3].map((n) => client.query(`SELECT ${n}`)));
  const notice = new Error(String(await warned));
  vi.restoreAllMocks();
  await client.end();
  await database.drop();
  // Node's own listener comes before ours and would print it.
  expect(() => process.listeners('warning').at(-1)!(notice)).toThrow(notice);
  expect(() => refuseOverlappingQueries(`[Nest] LOG\n(node:1) ${notice.message}\n`)).toThrow(/several queries at once/);
  expect(() => refuseOverlappingQueries('[Nest] LOG\n')).not.toThrow();
});

it('lends a database that is emptied after the test that borrowed it', async () => {
  const first = await borrowTestDatabase();
  const enter = (url: string): Promise<{ rows: { id: string }[] }> =>
    onServer(url, (client) =>
      client.query(
        `INSERT INTO outbox (chamber, message_id, subject, payload) VALUES ('house', 'a', 's', '{}') RETURNING id`,
      ),
    );
  const { rows } = await enter(first.url);
  await first.drop();
  const second = await borrowTestDatabase();
  expect(second.url).toBe(first.url);
  expect((await enter(second.url)).rows).toEqual(rows);
  await second.drop();
});
