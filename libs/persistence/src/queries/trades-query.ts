import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { IsoDate, Owner, TransactionType } from '#rotunda/domain';
import { READING } from '../data-source.js';
import type { Conditions } from '../database/conditions.js';
import { decodeCursor, isUuid, toPage, type Page } from '../database/cursor.js';
import { Filing, type FilingRecord } from '../entities/filing.entity.js';
import { Transaction, type TransactionRecord } from '../entities/transaction.entity.js';
import { FILED, filedKey, filingConditions, isFiledKey, type FilingFilters } from './filing-filters.js';
import { LATE } from './lateness.js';
import { selectList } from '../database/select-list.js';

export interface TradeFilters extends FilingFilters {
  owner?: Owner | undefined;
  type?: TransactionType | undefined;
  tradedFrom?: IsoDate | undefined;
  tradedTo?: IsoDate | undefined;
  /** Include rows that do not count: those that another filing amends or withdraws, and rows that delete. */
  includeSuperseded?: boolean | undefined;
  /** Only trades that were disclosed late; see `latenessOf`. */
  onlyLate?: boolean | undefined;
  order?: TradeOrder | undefined;
}

/** `filed`: the newest filing first, its rows in document order. `stored`: those that were stored last first. */
export const TRADE_ORDERS = ['filed', 'stored'] as const;
export type TradeOrder = (typeof TRADE_ORDERS)[number];

/** A row with its filing. Its provenance is `documentSha256`, `page`, `box`, `domRow`, `parserVersion`. */
export interface Trade extends TransactionRecord {
  filing: FilingRecord;
}

const LARGEST_INTEGER = 2 ** 31 - 1;
const isOrdinal = (part: unknown): boolean =>
  Number.isInteger(part) && (part as number) >= 0 && (part as number) <= LARGEST_INTEGER;

/** The current trades, without superseded revisions. */
@Injectable()
export class TradesQuery {
  constructor(@InjectDataSource(READING) private readonly dataSource: DataSource) {}

  /** @throws InvalidCursorError for a cursor that is not from this list in this order */
  async page(filters: TradeFilters): Promise<Page<Trade>> {
    const fixed = ['t.superseded_at IS NULL'];
    if (!filters.includeSuperseded) fixed.push('t.is_current');
    if (filters.onlyLate) fixed.push(LATE);
    const where = filingConditions(filters, fixed)
      .where(filters.ticker, (ticker) => `upper(t.ticker) = upper(${ticker})`)
      .where(filters.owner, (owner) => `t.owner = ${owner}`)
      .where(filters.type, (type) => `t.type = ${type}`)
      .where(filters.tradedFrom, (date) => `t.traded_on >= ${date}`)
      .where(filters.tradedTo, (date) => `t.traded_on <= ${date}`);
    const order = ORDERS[filters.order ?? 'filed'];
    if (filters.cursor) order.addCursor(where, filters.cursor);
    const rows = await this.dataSource.query<TransactionRecord[]>(
      `SELECT ${selectList(this.dataSource, Transaction, 't')}
       FROM filings f JOIN transactions t ON t.filing_id = f.id
       WHERE ${where.sql}
       ORDER BY ${order.columns} LIMIT ${where.bind(filters.limit + 1)}`,
      where.parameters,
    );
    return toPage(await this.withFilings(rows), filters.limit, (trade) => order.keyOf(trade));
  }

  private async withFilings(rows: TransactionRecord[]): Promise<Trade[]> {
    const filings = await this.dataSource.query<FilingRecord[]>(
      `SELECT ${selectList(this.dataSource, Filing, 'f')} FROM filings f WHERE id = ANY($1::uuid[])`,
      [[...new Set(rows.map(({ filingId }) => filingId))]],
    );
    const byId = new Map(filings.map((filing) => [filing.id, filing]));
    return rows.map((row) => ({ ...row, filing: byId.get(row.filingId)! }));
  }
}

interface Order {
  columns: string;
  addCursor(where: Conditions, cursor: string): void;
  keyOf(trade: Trade): (string | number)[];
}

const ORDERS: Record<TradeOrder, Order> = {
  filed: {
    columns: `${FILED} DESC, f.id DESC, t.ordinal`,
    addCursor: (where, cursor) => {
      const parts = decodeCursor(cursor, [isFiledKey, isUuid, isOrdinal]);
      const [filed, id, ordinal] = parts.map((part) => where.bind(part));
      const place = `(${filed}::date, ${id}::uuid)`;
      where.and(`(${FILED}, f.id) <= ${place} AND ((${FILED}, f.id) < ${place} OR t.ordinal > ${ordinal}::integer)`);
    },
    keyOf: ({ filing, ordinal }) => [...filedKey(filing), ordinal],
  },
  // Ids sort by time, and a row keeps its own when it is read again.
  stored: {
    columns: 't.id DESC',
    addCursor: (where, cursor) => {
      const [id] = decodeCursor(cursor, [isUuid]).map((part) => where.bind(part));
      where.and(`t.id < ${id}::uuid`);
    },
    keyOf: ({ id }) => [id],
  },
};
