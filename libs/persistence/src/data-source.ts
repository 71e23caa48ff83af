import { types } from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { ENTITIES } from './entities/index.js';
import { ImpatientClient } from './database/impatient-client.js';
import { MIGRATIONS } from './migrations/index.js';
import { SnakeNames } from './database/snake-names.js';

export interface DatabaseOptions {
  databaseUrl: string;
  /** Maximum number of connections; a scraper uses one or two at a time. */
  poolSize?: number;
  /** The name that Postgres shows for each connection. */
  applicationName?: string;
  /** After this time a query without an answer fails, and Postgres counts as unavailable. Default: no limit. */
  queryTimeoutMs?: number;
}

/** The name of the data source of the queries, which can't write where a role of its own reads (DATABASE_READ_URL). */
export const READING = 'reading';

const DEFAULT_POOL_SIZE = 10;
const CONNECT_WITHIN_MS = 5_000;
/** Idle time before TCP keep-alive, also within a transaction; the default of most systems is two hours. */
const PROBE_IDLE_AFTER_MS = 10_000;

/** How our processes connect to Postgres: only migrations change the schema, never the entities. */
export function dataSourceOptions(options: DatabaseOptions): DataSourceOptions {
  const { databaseUrl, poolSize, applicationName } = options;
  return {
    type: 'postgres',
    url: databaseUrl,
    applicationName: applicationName ?? 'rotunda',
    poolSize: poolSize ?? DEFAULT_POOL_SIZE,
    connectTimeoutMS: CONNECT_WITHIN_MS,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    namingStrategy: new SnakeNames(),
    synchronize: false,
    migrationsRun: false,
    installExtensions: false,
    // Errors are thrown; logging them too would report them twice.
    logging: false,
    extra: { types: { getTypeParser }, ...watchfulness(options) },
  };
}

/** When a host vanishes, or a firewall drops a connection, nothing is reported. Only these timeouts reveal it. */
const watchfulness = ({ queryTimeoutMs }: DatabaseOptions): object => ({
  Client: ImpatientClient,
  keepAlive: true,
  keepAliveInitialDelayMillis: PROBE_IDLE_AFTER_MS,
  ...(queryTimeoutMs === undefined ? {} : { query_timeout: queryTimeoutMs }),
});

const parseNumber = (text: string): number => Number(text);
const keepText = (text: string): string => text;

/**
 * Dates stay ISO strings (pg would make them midnight in the machine's time zone, a day off elsewhere); money and
 * counts become numbers: numeric(16,2) and our bigints stay far below 2^53.
 */
const PARSERS = new Map<number, (text: string) => unknown>([
  [types.builtins.DATE, keepText],
  [types.builtins.NUMERIC, parseNumber],
  [types.builtins.INT8, parseNumber],
]);

function getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
  const ours = format === 'binary' ? undefined : PARSERS.get(oid);
  return ours ?? types.getTypeParser(oid, format);
}
