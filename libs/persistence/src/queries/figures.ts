import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CHAMBERS } from '#rotunda/contracts';
import type { Chamber, FilingStatus } from '#rotunda/domain';
import { READING } from '../data-source.js';

export interface StoreFigures {
  openReviews: { chamber: Chamber; count: number }[];
  filings: { chamber: Chamber; status: FilingStatus; count: number }[];
  /** The last scrape whose listing was read completely. */
  newestScrapes: { chamber: Chamber; finishedAt: Date }[];
  /** The last scrape that succeeded, even in part. */
  lastSuccesses: { chamber: Chamber; finishedAt: Date }[];
  /** What still has to be published to the event stream. */
  announcements: { pending: number; oldestAt: Date | null };
}

/** Figures that an operator's monitoring polls. */
@Injectable()
export class Figures {
  constructor(@InjectDataSource(READING) private readonly dataSource: DataSource) {}

  async read(): Promise<StoreFigures> {
    const [openReviews, filings, newestScrapes, lastSuccesses, announcements] = await Promise.all([
      this.dataSource.query<StoreFigures['openReviews']>(
        `SELECT f.chamber, count(*)::integer AS count FROM reviews r JOIN filings f ON f.id = r.filing_id
         WHERE r.status = 'open' GROUP BY 1`,
      ),
      this.dataSource.query<StoreFigures['filings']>(
        `SELECT chamber, status, count(*)::integer AS count FROM filings GROUP BY 1, 2`,
      ),
      this.dataSource.query<StoreFigures['newestScrapes']>(
        `SELECT chamber, max(finished_at) AS "finishedAt" FROM scraped_windows GROUP BY 1`,
      ),
      // By the index on finished_at: the history has months of checks.
      this.dataSource.query<StoreFigures['lastSuccesses']>(
        `SELECT c.chamber, last.finished_at AS "finishedAt" FROM unnest($1::text[]) AS c (chamber)
         CROSS JOIN LATERAL (
           SELECT finished_at FROM task_runs
           WHERE chamber = c.chamber AND name = 'scrape' AND state = 'SUCCESS' AND finished_at IS NOT NULL
           ORDER BY finished_at DESC LIMIT 1) AS last`,
        [CHAMBERS],
      ),
      this.dataSource.query<StoreFigures['announcements'][]>(
        `SELECT count(*)::integer AS pending, min(created_at) AS "oldestAt" FROM outbox WHERE sent_at IS NULL`,
      ),
    ]);
    return { openReviews, filings, newestScrapes, lastSuccesses, announcements: announcements[0]! };
  }
}
