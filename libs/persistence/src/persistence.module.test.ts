import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#rotunda/testing';
import { dataSourceOptions } from './data-source.js';
import { Filings } from './filings/filings.js';
import { FilingsQuery } from './queries/filings-query.js';
import { SchemaOutdatedError } from './migrate.js';
import { Outbox } from './database/outbox.js';
import { PersistenceModule } from './persistence.module.js';
import { PostgresHealth } from './database/postgres-health.js';
import { RawDocuments } from './filings/raw-documents.js';
import { TaskRuns } from './runs/task-runs.js';
import { TradesQuery } from './queries/trades-query.js';

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const compile = (databaseUrl = database.url) =>
  Test.createTestingModule({ imports: [PersistenceModule.forRoot({ databaseUrl, poolSize: 2 })] }).compile();

it('gives a service its repositories, and closes the pool with it', async () => {
  const app = await (await compile()).init();
  for (const repository of [RawDocuments, Filings, TradesQuery, FilingsQuery, TaskRuns, Outbox]) {
    expect(app.get(repository)).toBeInstanceOf(repository);
  }
  expect(await app.get(Filings).unfinished('house')).toEqual([]);
  await expect(app.get(PostgresHealth).check()).resolves.toBeUndefined();
  await app.close();
});

it('does not start a service on a database that was never set up', async () => {
  const dataSource = await new DataSource(dataSourceOptions({ databaseUrl: database.url })).initialize();
  await dataSource.query('DROP TABLE migrations');
  await dataSource.destroy();
  const module = await compile();
  await expect(module.init()).rejects.toThrow(SchemaOutdatedError);
  await module.get(DataSource).destroy();
});

it('fails at once where Postgres is unavailable', async () => {
  const away = new URL(database.url);
  away.port = '1';
  await expect(compile(away.href)).rejects.toThrow('ECONNREFUSED');
});

it('reports in one sentence that Postgres became unavailable', async () => {
  const dataSource = await new DataSource(dataSourceOptions({ databaseUrl: database.url })).initialize();
  const health = new PostgresHealth(dataSource);
  await dataSource.destroy();
  expect(health.name).toBe('postgres');
  await expect(health.check()).rejects.toThrow(/^Postgres does not answer: ./);
});
