import { DataSource } from 'typeorm';
import type { TaskState } from '#rotunda/contracts';
import { dataSourceOptions } from './data-source.js';
import { unknownMigrations, missingMigrations } from './migrate.js';
import { LayoutVerdicts } from './queries/layout-verdicts.js';

/** One for each question that may wait for a lock is too many. */
const POOL_SIZE = 2;
const ANSWERS_WITHIN_MS = 5_000;
/** A diagnosis must not wait for the lock that it is to report. */
const LOCKED_AFTER_MS = 500;
const LOCKED = '55P03'; // lock_not_available
const GROWTH_DAYS = 30;

/** What a diagnosis asks Postgres. */
export interface DatabaseFacts {
  /** E.g. 180001. */
  version: number;
  now: Date;
  /** Our own clock when the answer came. */
  askedAt: Date;
  migrations: { missing: string[]; unknown: string[] };
  settings: Record<'fsync' | 'full_page_writes' | 'synchronous_commit', string>;
  connections: { used: number; most: number };
  /** Transactions that wait for their client. */
  idle: { pid: number; application: string; seconds: number }[];
  /** Statements that wait for a lock. */
  blocked: { pid: number; by: number; seconds: number }[];
  /** Messages that are still to be published. */
  unsent: { count: number; oldestAt: Date | null };
  bytes: number;
  /** How much it has grown a day, in the last 30 days or since it was made. */
  bytesPerDay: number;
  /** Where Postgres keeps its data on its machine; null: this user may not ask. */
  folder: string | null;
  /** The last verdicts of scrapes and checks on the sites' layouts. */
  verdicts: TaskState[];
}

/** Why Postgres does not let us in. `missing`: there is no such database. */
export type ConnectionFault = 'refused' | 'missing' | 'unreachable';

export class DatabaseConnectionError extends Error {
  override readonly name = 'DatabaseConnectionError';

  constructor(
    readonly fault: ConnectionFault,
    cause: Error,
  ) {
    super(cause.message || (cause as NodeJS.ErrnoException).code || cause.name, { cause });
  }
}

const FAULTS: Readonly<Record<string, ConnectionFault>> = {
  '28P01': 'refused', // invalid_password
  '28000': 'refused', // invalid_authorization_specification
  '3D000': 'missing', // invalid_catalog_name
};

/** Asks and changes nothing; works on a database of any version. @throws DatabaseConnectionError */
export async function examineDatabase(databaseUrl: string): Promise<DatabaseFacts> {
  const dataSource = await connected(databaseUrl);
  try {
    const [server, migrations, clients] = await Promise.all([
      serverFacts(dataSource),
      migrated(dataSource),
      activity(dataSource),
    ]);
    const isCurrent = migrations.missing.length === 0;
    return { ...server, migrations, ...clients, ...(isCurrent ? await contentsUnlessLocked(dataSource) : NO_CONTENTS) };
  } finally {
    await dataSource.destroy();
  }
}

async function connected(databaseUrl: string): Promise<DataSource> {
  const options = dataSourceOptions({
    databaseUrl,
    poolSize: POOL_SIZE,
    applicationName: 'rotunda-doctor',
    queryTimeoutMs: ANSWERS_WITHIN_MS,
  });
  try {
    const extra = { ...(options.extra as object), options: `-c lock_timeout=${LOCKED_AFTER_MS}` };
    return await new DataSource({ ...options, extra }).initialize();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new DatabaseConnectionError(FAULTS[code] ?? 'unreachable', error as Error);
  }
}

async function migrated(dataSource: DataSource): Promise<DatabaseFacts['migrations']> {
  const [missing, unknown] = await Promise.all([missingMigrations(dataSource), unknownMigrations(dataSource)]);
  return { missing, unknown };
}

type ServerFacts = Pick<DatabaseFacts, 'version' | 'now' | 'askedAt' | 'settings' | 'connections' | 'bytes' | 'folder'>;

async function serverFacts(dataSource: DataSource): Promise<ServerFacts> {
  const [row] = await dataSource.query<[Omit<ServerFacts, 'connections' | 'askedAt'> & { used: number; most: number }]>(
    `SELECT current_setting('server_version_num')::integer AS version, clock_timestamp() AS now,
       json_build_object('fsync', current_setting('fsync'), 'full_page_writes', current_setting('full_page_writes'),
         'synchronous_commit', current_setting('synchronous_commit')) AS settings,
       (SELECT count(*)::integer FROM pg_stat_activity WHERE backend_type = 'client backend') AS used,
       current_setting('max_connections')::integer - current_setting('superuser_reserved_connections')::integer AS most,
       pg_database_size(current_database()) AS bytes,
       CASE WHEN pg_has_role(current_user, 'pg_read_all_settings', 'USAGE')
         THEN current_setting('data_directory') END AS folder`,
  );
  const { used, most, ...facts } = row;
  return { ...facts, askedAt: new Date(), connections: { used, most } };
}

async function activity(dataSource: DataSource): Promise<Pick<DatabaseFacts, 'idle' | 'blocked'>> {
  const [idle, blocked] = await Promise.all([
    dataSource.query<DatabaseFacts['idle']>(
      `SELECT pid, application_name AS application,
         extract(epoch FROM clock_timestamp() - state_change)::integer AS seconds
       FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
    ),
    dataSource.query<DatabaseFacts['blocked']>(
      `SELECT pid, (pg_blocking_pids(pid))[1] AS by,
         extract(epoch FROM clock_timestamp() - query_start)::integer AS seconds
       FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock' AND cardinality(pg_blocking_pids(pid)) > 0`,
    ),
  ]);
  return { idle, blocked };
}

type Contents = Pick<DatabaseFacts, 'unsent' | 'bytesPerDay' | 'verdicts'>;
const NO_CONTENTS: Contents = { unsent: { count: 0, oldestAt: null }, bytesPerDay: 0, verdicts: [] };

async function contentsUnlessLocked(dataSource: DataSource): Promise<Contents> {
  try {
    return await contents(dataSource);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === LOCKED) return NO_CONTENTS;
    throw error;
  }
}

async function contents(dataSource: DataSource): Promise<Contents> {
  const [[unsent], [growth], verdicts] = await Promise.all([
    dataSource.query<[Contents['unsent']]>(
      `SELECT count(*)::integer AS count, min(created_at) AS "oldestAt" FROM outbox WHERE sent_at IS NULL`,
    ),
    // Documents are nearly all of it. What else comes with one (rows, indexes) grows in step.
    dataSource.query<[{ perDay: number | null }]>(
      `SELECT pg_database_size(current_database())::float8
         * sum(byte_length) FILTER (WHERE fetched_at > now() - make_interval(days => $1)) / nullif(sum(byte_length), 0)
         / least($1, greatest(1, extract(epoch FROM now() - min(fetched_at)) / 86400))::float8 AS "perDay"
       FROM raw_documents`,
      [GROWTH_DAYS],
    ),
    new LayoutVerdicts(dataSource).latest(),
  ]);
  return { unsent, bytesPerDay: growth.perDay ?? 0, verdicts };
}
