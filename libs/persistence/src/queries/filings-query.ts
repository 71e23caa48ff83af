import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { FilingStatus } from '#rotunda/domain';
import { READING } from '../data-source.js';
import { decodeCursor, isUuid, toPage, type Page } from '../database/cursor.js';
import type { FilingPageRecord } from '../entities/filing-page.entity.js';
import { Filing, type FilingRecord } from '../entities/filing.entity.js';
import type { TransactionRecord } from '../entities/transaction.entity.js';
import { pagesOf } from '../rows/filing-pages.js';
import { FILED, filedKey, filingConditions, isFiledKey, type FilingFilters } from './filing-filters.js';
import { selectList } from '../database/select-list.js';
import { currentRows } from '../rows/stored-rows.js';

export interface FilingListFilters extends FilingFilters {
  statuses?: FilingStatus[] | undefined;
}

export interface FilingWithTransactions extends FilingRecord {
  /** Current rows, in document order. */
  transactions: TransactionRecord[];
  /** The sheets of a paper filing, in order. */
  pages: FilingPageRecord[];
}

@Injectable()
export class FilingsQuery {
  constructor(@InjectDataSource(READING) private readonly dataSource: DataSource) {}

  /**
   * The newest first.
   * @throws InvalidCursorError for a cursor that is not from this list
   */
  async page(filters: FilingListFilters): Promise<Page<FilingRecord>> {
    const where = filingConditions(filters, [])
      .where(filters.statuses, (statuses) => `f.status = ANY(${statuses})`)
      .where(filters.firstSeenFrom, (at) => `f.first_seen_at >= ${at}`)
      .where(filters.firstSeenTo, (at) => `f.first_seen_at <= ${at}`)
      .where(
        filters.tickers?.map((ticker) => ticker.toUpperCase()),
        holdsTicker,
      );
    if (filters.cursor) {
      const [filed, id] = decodeCursor(filters.cursor, [isFiledKey, isUuid]).map((part) => where.bind(part));
      where.and(`(${FILED}, f.id) < (${filed}::date, ${id}::uuid)`);
    }
    const rows = await this.dataSource.query<FilingRecord[]>(
      `SELECT ${selectList(this.dataSource, Filing, 'f')} FROM filings f WHERE ${where.sql}
       ORDER BY ${FILED} DESC, f.id DESC LIMIT ${where.bind(filters.limit + 1)}`,
      where.parameters,
    );
    return toPage(rows, filters.limit, filedKey);
  }

  /** One filing with its rows; null for an unknown id, also for one that is not a UUID. */
  async find(id: string): Promise<FilingWithTransactions | null> {
    if (!isUuid(id)) return null;
    const [filing] = await this.dataSource.query<FilingRecord[]>(
      `SELECT ${selectList(this.dataSource, Filing, 'f')} FROM filings f WHERE id = $1`,
      [id],
    );
    if (!filing) return null;
    const { manager } = this.dataSource;
    return { ...filing, transactions: await currentRows(manager, id), pages: await pagesOf(manager, id) };
  }
}

const holdsTicker = (tickers: string): string =>
  `EXISTS (SELECT FROM transactions t WHERE t.filing_id = f.id AND t.superseded_at IS NULL AND t.is_current
     AND upper(t.ticker) = ANY(${tickers}))`;
