import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Chamber, FilingStatus } from '#rotunda/domain';
import { READING } from '../data-source.js';

export interface StoreFigures {
  openReviews: { chamber: Chamber; count: number }[];
  filings: { chamber: Chamber; status: FilingStatus; count: number }[];
  /** The last scrape whose listing was read completely. */
  newestScrapes: { chamber: Chamber; finishedAt: Date }[];
}

/** Figures that an operator's monitoring polls. */
@Injectable()
export class Figures {
  constructor(@InjectDataSource(READING) private readonly dataSource: DataSource) {}

  async read(): Promise<StoreFigures> {
    const [openReviews, filings, newestScrapes] = await Promise.all([
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
    ]);
    return { openReviews, filings, newestScrapes };
  }
}
