import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { ClientBase, QueryConfig } from 'pg';
import { DataSource } from 'typeorm';
import { type Dependency, orLate } from '#rotunda/runtime';
import { READING } from '../data-source.js';

const ANSWER_TIMEOUT_MS = 5_000;

/**
 * Readiness: does Postgres answer, for each role? It also fails for a pool without a free connection, after the connect
 * timeout, and for a Postgres that accepts a query and does not answer. Simultaneous callers share one query, so that
 * unanswered ones do not use up the pool. An unanswered query is dropped with its connection; the next one uses another.
 */
@Injectable()
export class PostgresHealth implements Dependency {
  readonly name = 'postgres';
  private asking: Promise<void> | null = null;

  private readonly sources: Set<DataSource>;

  constructor(@InjectDataSource() writing: DataSource, @InjectDataSource(READING) reading: DataSource = writing) {
    this.sources = new Set([writing, reading]);
  }

  async check(): Promise<void> {
    try {
      this.asking ??= this.ask().finally(() => (this.asking = null));
      await orLate(this.asking, ANSWER_TIMEOUT_MS, tooLate);
    } catch (cause) {
      const reason = cause instanceof Error && cause.message ? cause.message : String(cause);
      throw new Error(`Postgres does not answer: ${reason}`, { cause });
    }
  }

  private async ask(): Promise<void> {
    await Promise.all([...this.sources].map(askOne));
  }
}

async function askOne(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as ClientBase;
    await client.query({ text: 'SELECT 1', query_timeout: ANSWER_TIMEOUT_MS } as QueryConfig);
  } finally {
    await runner.release();
  }
}

/** Waiting for a connection of the pool comes on top of the query's own timeout. */
function tooLate(): never {
  throw new Error(`no answer within ${ANSWER_TIMEOUT_MS} ms`);
}
