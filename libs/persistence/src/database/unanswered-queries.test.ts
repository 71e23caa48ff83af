import { createTestDatabase, eventually, TcpProxy, type TestDatabase } from '#rotunda/testing';
import { DataSource } from 'typeorm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataSourceOptions } from '../data-source.js';
import { isDatabaseUnavailable } from './database-unavailable.js';
import { PostgresHealth } from './postgres-health.js';

let database: TestDatabase;
let proxy: TcpProxy;
let dataSource: DataSource;

beforeEach(async () => {
  database = await createTestDatabase();
  proxy = new TcpProxy();
  const databaseUrl = await proxy.open(database.url);
  const options = dataSourceOptions({ databaseUrl, poolSize: 1, queryTimeoutMs: 500 });
  dataSource = await new DataSource(options).initialize();
});
afterEach(async () => {
  await dataSource.destroy();
  await proxy.cut();
  await database.drop();
});

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describe('a Postgres that vanished silently', () => {
  it('is unavailable for a query without an answer in time, and the connection is not used again', async () => {
    proxy.holdUp();
    const error = await failureOf(dataSource.query('SELECT 1'));
    expect(error).toMatchObject({ message: 'Query read timeout' });
    expect(isDatabaseUnavailable(error)).toBe(true);
    expect(await dataSource.query('SELECT 2 AS two')).toEqual([{ two: 2 }]);
  });

  it('is unavailable for a transaction in progress, which is not continued', async () => {
    const transaction = dataSource.transaction(async (manager) => {
      await manager.query('CREATE TABLE half_done ()');
      proxy.holdUp();
      await manager.query('SELECT 1');
    });
    expect(isDatabaseUnavailable(await failureOf(transaction))).toBe(true);
    proxy.letGo();
    expect(await dataSource.query(`SELECT to_regclass('half_done') AS found`)).toEqual([{ found: null }]);
  });

  it('is queried again by the next check', async () => {
    const health = new PostgresHealth(dataSource);
    await health.check();
    proxy.holdUp();
    await expect(health.check()).rejects.toThrow(/^Postgres does not answer: ./);
    await eventually('an answer', () =>
      health.check().then(
        () => true,
        () => false,
      ),
    );
  });
});
