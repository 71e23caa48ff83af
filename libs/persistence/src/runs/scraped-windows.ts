import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Chamber, DateWindow, IsoDate } from '#rotunda/domain';
import { fenced, type Fence } from '../database/fence.js';

/** The days that were scraped: a day without a completely read listing can hide filings. */
@Injectable()
export class ScrapedWindows {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Records a window whose listing was read completely and whose filings were all tried. Another attempt of the same
   * task writes the same row.
   *
   * @param window `regular` where it reached back to the regular scrape before it
   * @param listedAt when the listing was requested
   * @throws FenceLostError when a later attempt of the task has written: stop, and acknowledge nothing
   */
  async record(
    chamber: Chamber,
    { start, end, regular = false }: DateWindow & { regular?: boolean },
    listedAt: Date,
    fence: Fence,
  ): Promise<void> {
    await fenced(this.dataSource, fence, (manager) =>
      manager.query(
        `INSERT INTO scraped_windows (task_id, chamber, start_date, end_date, listed_at, regular)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (task_id) DO UPDATE SET start_date = EXCLUDED.start_date, end_date = EXCLUDED.end_date,
           listed_at = EXCLUDED.listed_at, finished_at = now()`,
        [fence.taskId, chamber, start, end, listedAt, regular],
      ),
    );
  }

  /** The last day covered by a regular scrape; null before the first one. */
  async lastRegularDay(chamber: Chamber): Promise<IsoDate | null> {
    const [{ day }] = await this.dataSource.query<[{ day: IsoDate | null }]>(
      'SELECT max(end_date) AS day FROM scraped_windows WHERE chamber = $1 AND regular',
      [chamber],
    );
    return day;
  }
}
