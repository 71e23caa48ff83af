import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source.js';
import { MIGRATIONS } from './migrations/index.js';

/** Any number that nothing else uses: the advisory locks of one database share one space. */
export const MIGRATION_LOCK = 7_266_847_326;

/** One connection holds the lock, the other migrates. */
const POOL_SIZE = 2;

export class SchemaOutdatedError extends Error {
  override readonly name = 'SchemaOutdatedError';
}

/**
 * Migrates the database to the newest schema. Of several simultaneous calls one works; the others wait and then find
 * nothing to do.
 * @returns the names of the migrations that this call ran
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const options = dataSourceOptions({ databaseUrl, poolSize: POOL_SIZE, applicationName: 'rotunda-setup' });
  const dataSource = await new DataSource(options).initialize();
  try {
    const holder = dataSource.createQueryRunner();
    await holder.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    try {
      const done = await dataSource.runMigrations({ transaction: 'each' });
      return done.map(({ name }) => name);
    } finally {
      await holder.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
      await holder.release();
    }
  } finally {
    await dataSource.destroy();
  }
}

/**
 * Checks that every migration that this code knows has run. Further ones are fine: during a deploy the new set-up has
 * run while old services restart.
 * @throws SchemaOutdatedError that says to run setup
 */
export async function verifySchema(dataSource: DataSource): Promise<void> {
  const missing = await missingMigrations(dataSource);
  if (missing.length === 0) return;
  throw new SchemaOutdatedError(
    `The database lacks ${missing.length} of ${MIGRATIONS.length} migrations (${missing.join(', ')}): ` +
      `run setup ("npm start" does it, or "rotunda setup")`,
  );
}

const KNOWN = MIGRATIONS.map(({ name }) => name);

/** The names of the migrations that have yet to run. */
export async function missingMigrations(dataSource: DataSource): Promise<string[]> {
  const done = await ranMigrations(dataSource);
  return KNOWN.filter((name) => !done.includes(name));
}

/** The names of those that a newer version than this one has run. */
export const unknownMigrations = async (dataSource: DataSource): Promise<string[]> =>
  (await ranMigrations(dataSource)).filter((name) => !KNOWN.includes(name));

async function ranMigrations(dataSource: DataSource): Promise<string[]> {
  const [found] = await dataSource.query<{ exists: boolean }[]>(
    `SELECT to_regclass('migrations') IS NOT NULL AS "exists"`,
  );
  const rows = found?.exists ? await dataSource.query<{ name: string }[]>('SELECT name FROM migrations') : [];
  return rows.map(({ name }) => name);
}
