import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { READING } from '../data-source.js';
import { isDatabaseUnavailable } from '../database/database-unavailable.js';

/** Which Postgres it is. */
@Injectable()
export class StoreVersion {
  private asking: Promise<string | null> | null = null;

  constructor(@InjectDataSource(READING) private readonly dataSource: DataSource) {}

  /**
   * E.g. `18.1`, or `18.1 (Debian 18.1-1)`; null while Postgres is away. Simultaneous callers share one query, so that
   * those that a Postgres leaves unanswered don't use up the pool.
   */
  read(): Promise<string | null> {
    this.asking ??= this.ask().finally(() => (this.asking = null));
    return this.asking;
  }

  private async ask(): Promise<string | null> {
    try {
      const [row] = await this.dataSource.query<{ server_version: string }[]>('SHOW server_version');
      return row?.server_version ?? null;
    } catch (error) {
      if (isDatabaseUnavailable(error)) return null;
      throw error;
    }
  }
}
