import { types } from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { ENTITIES } from './entities/index.js';
import { MIGRATIONS } from './migrations/index.js';
import { SnakeNames } from './snake-names.js';

export interface DatabaseOptions {
  databaseUrl: string;
  /** Connections held at most; a scraper uses one or two at a time. */
  poolSize?: number;
  /** Shown by Postgres beside each connection. */
  applicationName?: string;
}

const DEFAULT_POOL_SIZE = 10;
const CONNECT_WITHIN_MS = 5_000;

/** How our processes talk to Postgres: the schema changes by migrations only, never by what the entities say. */
export function dataSourceOptions({ databaseUrl, poolSize, applicationName }: DatabaseOptions): DataSourceOptions {
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
    extra: { types: { getTypeParser } },
  };
}

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
