import { setTimeout as delay } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import { SUPERUSER, type PostgresCluster } from './postgres-cluster.js';

export const HOST = '127.0.0.1';
const DATABASE = 'rotunda';

const POLL_MS = 20;
/** Crash recovery after a power cut reads the whole write-ahead log since the last checkpoint. */
const READY_WITHIN_MS = 120_000;
/** How long a server whose port is taken may need to exit. */
const ANOTHER_SERVER_MS = 10_000;

const CANNOT_CONNECT_NOW = '57P03';
const INVALID_CATALOG_NAME = '3D000';
const INVALID_PASSWORD = '28P01';

export const urlOf = ({ password }: PostgresCluster, port: number, database = DATABASE): string =>
  `postgres://${SUPERUSER}:${password}@${HOST}:${port}/${database}`;

/** Waits until the database answers, and creates it the first time. */
export async function acceptsConnections(
  cluster: PostgresCluster,
  port: number,
  hasDied: () => boolean,
): Promise<void> {
  const started = Date.now();
  for (;;) {
    try {
      if (await canConnect(urlOf(cluster, port), cluster, port)) return;
    } catch (error) {
      // Another server may have this port: then ours is about to exit, and its log says why.
      const mayBeAnother = error instanceof DatabaseError && error.code === INVALID_PASSWORD;
      if (!mayBeAnother || Date.now() - started > ANOTHER_SERVER_MS) throw error;
    }
    if (hasDied()) throw new Error('Postgres exited during its start');
    if (Date.now() - started > READY_WITHIN_MS) {
      throw new Error(`Postgres accepted no connection within ${READY_WITHIN_MS / 1000} s`);
    }
    await delay(POLL_MS);
  }
}

async function canConnect(url: string, cluster: PostgresCluster, port: number): Promise<boolean> {
  try {
    await query(url, 'SELECT 1');
    return true;
  } catch (error) {
    if (!(error instanceof DatabaseError)) return isNotListening(error);
    if (error.code === CANNOT_CONNECT_NOW) return false;
    if (error.code !== INVALID_CATALOG_NAME) throw error;
    await query(urlOf(cluster, port, 'postgres'), `CREATE DATABASE ${DATABASE}`);
    return true;
  }
}

function isNotListening(error: unknown): false {
  if ((error as NodeJS.ErrnoException).code === 'ECONNREFUSED') return false;
  throw error;
}

async function query(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end();
  }
}
