import { createTestDatabase, eventually, Road, type TestDatabase } from '#rotunda/testing';
import { DataSource } from 'typeorm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataSourceOptions } from '../data-source.js';
import { isDatabaseUnavailable } from './database-unavailable.js';
import { PostgresHealth } from './postgres-health.js';

let database: TestDatabase;
let road: Road;
let dataSource: DataSource;

beforeEach(async () => {
  database = await createTestDatabase();
  road = new Road();
  const databaseUrl = await road.open(database.url);
  const options = dataSourceOptions({ databaseUrl, poolSize: 1, queryTimeoutMs: 500 });
  dataSource = await new DataSource(options).initialize();
});
afterEach(async () => {
  await dataSource.destroy();
  await road.cut();
  await database.drop();
});

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describe('a Postgres that vanished silently', () => {
  it('is unavailable for a query without an answer in time, and the connection is not used again', async () => {
    road.holdUp();
    const error = await failureOf(dataSource.query('SELECT 1'));
    expect(error).toMatchObject({ message: 'Query read timeout' });
    expect(isDatabaseUnavailable(error)).toBe(true);
    expect(await dataSource.query('SELECT 2 AS two')).toEqual([{ two: 2 }]);
  });

  it('is unavailable for a transaction in progress, which is not continued', async () => {
    const transaction = dataSource.transaction(async (manager) => {
      await manager.query('CREATE TABLE half_done ()');
      road.holdUp();
      await manager.query('SELECT 1');
    });
    expect(isDatabaseUnavailable(await failureOf(transaction))).toBe(true);
    road.letGo();
    expect(await dataSource.query(`SELECT to_regclass('half_done') AS found`)).toEqual([{ found: null }]);
  });

  it('is queried again by the next check', async () => {
    const health = new PostgresHealth(dataSource);
    await health.check();
    road.holdUp();
    await expect(health.check()).rejects.toThrow(/^Postgres does not answer: ./);
    await eventually('an answer', () =>
      health.check().then(
        () => true,
        () => false,
      ),
    );
  });
});
