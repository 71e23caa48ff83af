import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { ClientBase, QueryConfig } from 'pg';
import { DataSource } from 'typeorm';
import type { Dependency } from '#rotunda/runtime';

const ANSWER_TIMEOUT_MS = 5_000;

/**
 * Readiness: does Postgres answer? A pool without a free connection fails as well, after the time to connect, and so
 * does a Postgres that takes the question and says nothing. Whoever asks meanwhile waits for the same answer, so that
 * the unanswered questions do not use up the pool; a question that got none is dropped with its connection, and the next
 * one is asked by another.
 */
@Injectable()
export class PostgresHealth implements Dependency {
  readonly name = 'postgres';
  private asking: Promise<void> | null = null;

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async check(): Promise<void> {
    try {
      this.asking ??= this.ask().finally(() => (this.asking = null));
      await inTime(this.asking);
    } catch (cause) {
      const reason = cause instanceof Error && cause.message ? cause.message : String(cause);
      throw new Error(`Postgres does not answer: ${reason}`, { cause });
    }
  }

  private async ask(): Promise<void> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as ClientBase;
      await client.query({ text: 'SELECT 1', query_timeout: ANSWER_TIMEOUT_MS } as QueryConfig);
    } finally {
      await runner.release();
    }
  }
}

/** The wait for a connection of the pool comes before the question's own. */
async function inTime(answer: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ANSWER_TIMEOUT_MS} ms`)), ANSWER_TIMEOUT_MS);
  });
  try {
    await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
