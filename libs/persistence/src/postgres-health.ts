import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Dependency } from '#rotunda/runtime';

/** Readiness: does Postgres answer? A pool without a free connection fails as well, after the time to connect. */
@Injectable()
export class PostgresHealth implements Dependency {
  readonly name = 'postgres';

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async check(): Promise<void> {
    try {
      await this.dataSource.query('SELECT 1');
    } catch (cause) {
      const reason = cause instanceof Error && cause.message ? cause.message : String(cause);
      throw new Error(`Postgres does not answer: ${reason}`, { cause });
    }
  }
}
