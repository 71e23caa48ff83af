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
import { asKnownAt, filingsAt, filingsById, knownAt, rowsAt } from './filing-versions.js';
import { filersNamed } from './trades/filer-names.js';
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
    const { name, ...others } = filters;
    const filers = name === undefined ? undefined : await filersNamed(this.dataSource.manager, name);
    const where = filingConditions(others, [])
      .where(filers, (ids) => `f.filer_name_raw = ANY(${namesOf(ids)})`)
      .where(filters.statuses, (statuses) => `f.status = ANY(${statuses})`)
      .where(filters.firstSeenFrom, (at) => `f.first_seen_at >= ${at}`)
      .where(filters.firstSeenTo, (at) => `f.first_seen_at <= ${at}`);
    const at = filters.asOf && where.bind(filters.asOf);
    where.where(
      filters.tickers?.map((ticker) => ticker.toUpperCase()),
      (tickers) => `f.id IN (SELECT s.filing_id FROM trade_search s
        WHERE s.ticker = ANY(${tickers}) AND s.is_current AND ${knownAt('s', at)})`,
    );
    if (filters.cursor) {
      const [filed, id] = decodeCursor(filters.cursor, [isFiledKey, isUuid]).map((part) => where.bind(part));
      where.and(`(${FILED}, f.id) < (${filed}::date, ${id}::uuid)`);
    }
    const rows = await this.dataSource.query<FilingRecord[]>(
      `SELECT ${selectList(this.dataSource, Filing, 'f')} FROM ${at ? filingsAt(at) : 'filings'} f WHERE ${where.sql}
       ORDER BY ${FILED} DESC, f.id DESC LIMIT ${where.bind(filters.limit + 1)}`,
      where.parameters,
    );
    const filings = rows.map((filing) => asKnownAt(filing, filters.asOf));
    return toPage(filings, filters.limit, filedKey);
  }

  /**
   * One filing with its rows; null for an unknown id, also for one that is not a UUID.
   * @param asOf as the archive knew it at this instant, but for its pages; null if it did not
   */
  async find(id: string, { asOf }: { asOf?: Date | undefined } = {}): Promise<FilingWithTransactions | null> {
    if (!isUuid(id)) return null;
    const { manager } = this.dataSource;
    const [filing] = await filingsById(manager, [id], asOf);
    if (!filing) return null;
    const transactions = await (asOf ? rowsAt(manager, id, asOf) : currentRows(manager, id));
    return { ...filing, transactions, pages: await pagesOf(manager, id) };
  }

  /**
   * From when on every change of a filing is kept; null where that is always. What a filing was before is not known: an
   * answer as of an earlier instant has the oldest version that is known. Of rows all revisions are kept.
   */
  async historySince(): Promise<Date | null> {
    const [start] = await this.dataSource.query<{ since: Date }[]>('SELECT since FROM history_start');
    return start?.since ?? null;
  }
}

const namesOf = (ids: string): string => `ARRAY(SELECT name FROM filer_names WHERE id = ANY(${ids}::integer[]))`;
