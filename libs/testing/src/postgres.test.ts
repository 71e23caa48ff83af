import { Client } from 'pg';
import { expect, it } from 'vitest';
import { createTestDatabase } from './postgres.js';

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
  await expect(database.drop()).rejects.toThrow('SELECT 42 AS forgotten');
  await terminated;
});
