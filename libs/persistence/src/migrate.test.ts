import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, eventually, type TestDatabase } from '#rotunda/testing';
import { dataSourceOptions } from './data-source.js';
import { migrate, MIGRATION_LOCK, SchemaOutdatedError, verifySchema } from './migrate.js';
import { MIGRATIONS } from './migrations/index.js';

let database: TestDatabase;
let dataSource: DataSource;

beforeEach(async () => {
  database = await createTestDatabase();
  const options = dataSourceOptions({ databaseUrl: database.url });
  dataSource = await new DataSource({ ...options, extra: { ...options.extra, Client: OneQueryAtATime } }).initialize();
});
afterEach(async () => {
  await dataSource.destroy();
  await database.drop();
});

/** TypeORM's schema builder, which no service uses, queries all columns at once over one connection. */
class OneQueryAtATime extends Client {
  private last: Promise<unknown> = Promise.resolve();

  // oxlint-disable-next-line typescript/no-explicit-any -- pg's overloads: promises, callbacks and streams
  override query(...args: [any, any?, any?]): any {
    const answer = this.last.then((): unknown => super.query(...args));
    this.last = answer.catch(() => undefined);
    return answer;
  }
}

const emptyDatabase = (): Promise<unknown> => dataSource.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
const names = MIGRATIONS.map(({ name }) => name);

async function drift(): Promise<string[]> {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}

it('leaves the database exactly as the entities describe it', async () => {
  expect(await drift()).toEqual([]);
});

it.each([
  ['ALTER TABLE filings DROP COLUMN reason', /ADD "reason"/],
  ['ALTER TABLE filings DROP CONSTRAINT filings_status_check', /filings_status_check/],
  ['ALTER TABLE transactions DROP CONSTRAINT transactions_filing_id_fkey', /FOREIGN KEY/],
  ['DROP INDEX outbox_unsent_idx', /outbox_unsent_idx/],
])('detects a database that differs: %s', async (change, remedy) => {
  await dataSource.query(change);
  expect(await drift()).toEqual([expect.stringMatching(remedy)]);
});

it('runs each migration once, though two set-ups run at the same time', async () => {
  await emptyDatabase();
  const runs = await Promise.all([migrate(database.url), migrate(database.url)]);
  expect(runs.flat()).toEqual(names);
  expect(await migrate(database.url)).toEqual([]);
});

it('waits while another set-up runs', async () => {
  await emptyDatabase();
  const other = dataSource.createQueryRunner();
  await other.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
  const run = migrate(database.url);
  await eventually('a set-up that waits for the lock', async () => {
    const waiting = await dataSource.query<unknown[]>(`SELECT FROM pg_stat_activity WHERE wait_event = 'advisory'
      AND datname = current_database()`);
    return waiting.length > 0;
  });
  await expect(verifySchema(dataSource)).rejects.toThrow(SchemaOutdatedError);
  await other.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
  await other.release();
  expect(await run).toEqual(names);
});

it('can be reverted', async () => {
  for (const _ of MIGRATIONS) await dataSource.undoLastMigration();
  await expect(verifySchema(dataSource)).rejects.toThrow(SchemaOutdatedError);
  expect(await migrate(database.url)).toEqual(names);
});

it('tells the operator to run setup where the database was never migrated', async () => {
  await emptyDatabase();
  await expect(verifySchema(dataSource)).rejects.toThrow(
    new RegExp(`lacks ${names.length} of ${names.length} migrations.*run setup`),
  );
});

it('accepts a database that is newer than the code', async () => {
  await dataSource.query(`INSERT INTO migrations (timestamp, name) VALUES (1, 'FromTheFuture')`);
  await expect(verifySchema(dataSource)).resolves.toBeUndefined();
});
