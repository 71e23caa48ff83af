import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CHAMBERS, type TaskState } from '#rotunda/contracts';
import type { Chamber } from '#rotunda/domain';
import { READING } from '../data-source.js';

export interface LastScrape {
  chamber: Chamber;
  /** The last queued one. */
  run: TaskState | null;
  /** The one that succeeded last, even in part. */
  success: TaskState | null;
}

/** What the history has of each chamber's last scrapes. */
@Injectable()
export class LastScrapes {
  constructor(@InjectDataSource(READING) private readonly dataSource: DataSource) {}

  /** One for each chamber. Each is found by an index of its own: the history has months of checks. */
  async read(): Promise<LastScrape[]> {
    return this.dataSource.query<LastScrape[]>(
      `SELECT c.chamber,
         (SELECT state_json FROM task_runs r WHERE r.chamber = c.chamber AND name = 'scrape'
          ORDER BY queued_at DESC LIMIT 1) AS run,
         (SELECT state_json FROM task_runs r WHERE r.chamber = c.chamber AND name = 'scrape' AND state = 'SUCCESS'
            AND finished_at IS NOT NULL
          ORDER BY finished_at DESC LIMIT 1) AS success
       FROM unnest($1::text[]) AS c (chamber)`,
      [CHAMBERS],
    );
  }
}
