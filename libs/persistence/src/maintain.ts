import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source.js';
import { verifySchema } from './migrate.js';

/** One for a transaction, one for reading what is known at the same time. */
const POOL_SIZE = 2;

/**
 * Works on a database from a command, outside of any service.
 * @throws SchemaOutdatedError where migrations are missing
 */
export async function maintain<T>(
  databaseUrl: string,
  applicationName: string,
  work: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const options = dataSourceOptions({ databaseUrl, poolSize: POOL_SIZE, applicationName });
  const dataSource = await new DataSource(options).initialize();
  try {
    await verifySchema(dataSource);
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
