import { types } from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { ENTITIES } from './entities/index.js';
import { ImpatientClient } from './database/impatient-client.js';
import { MIGRATIONS } from './migrations/index.js';
import { SnakeNames } from './database/snake-names.js';

export interface DatabaseOptions {
  databaseUrl: string;
  /** Connections held at most; a scraper uses one or two at a time. */
  poolSize?: number;
  /** Shown by Postgres beside each connection. */
  applicationName?: string;
  /** A query without an answer for so long has failed, and Postgres is away; by default it is waited for for ever. */
  queryTimeoutMs?: number;
}

const DEFAULT_POOL_SIZE = 10;
const CONNECT_WITHIN_MS = 5_000;
/** Between two statements of a transaction; the default of most systems is two hours. */
const PROBE_IDLE_AFTER_MS = 10_000;

/** How our processes talk to Postgres: the schema changes by migrations only, never by what the entities say. */
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
    // Errors are thrown: a logged copy would tell them twice.
    logging: false,
    extra: { types: { getTypeParser }, ...watchfulness(options) },
  };
}

/** A host that vanishes, or a firewall that forgets a connection, says nothing: only its silence tells. */
const watchfulness = ({ queryTimeoutMs }: DatabaseOptions): object => ({
  Client: ImpatientClient,
  keepAlive: true,
  keepAliveInitialDelayMillis: PROBE_IDLE_AFTER_MS,
  ...(queryTimeoutMs === undefined ? {} : { query_timeout: queryTimeoutMs }),
});

const parseNumber = (text: string): number => Number(text);
const keepText = (text: string): string => text;

/**
 * Dates stay ISO texts (pg makes them midnight of the machine's time zone, a day off elsewhere); money and counts
 * become numbers: numeric(16,2) and our bigints stay far below 2^53.
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
