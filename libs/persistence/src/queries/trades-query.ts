import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { IsoDate, Member, Owner, TransactionType } from '#rotunda/domain';
import { READING } from '../data-source.js';
import type { Conditions } from '../database/conditions.js';
import { decodeCursor, isUuid, toPage, type Page } from '../database/cursor.js';
import { Filing, type FilingRecord } from '../entities/filing.entity.js';
import { Transaction, type TransactionRecord } from '../entities/transaction.entity.js';
import { selectMembers } from '../members/member-rows.js';
import { FILED, filedKey, filingConditions, isFiledKey, type FilingFilters } from './filing-filters.js';
import { LATE } from './lateness.js';
import { selectList } from '../database/select-list.js';

export interface TradeFilters extends FilingFilters {
  /** `unknown`: the document names none, or one that the form does not have. */
  owners?: (Owner | 'unknown')[] | undefined;
  types?: TransactionType[] | undefined;
  /** As the forms write them: codes of the House, words of the Senate; case-insensitive. */
  assetTypes?: string[] | undefined;
  tradedFrom?: IsoDate | undefined;
  tradedTo?: IsoDate | undefined;
  /** US dollars: the whole band is at or above it. */
  amountFrom?: number | undefined;
  /** US dollars: the whole band is at or below it. */
  amountTo?: number | undefined;
  /** More than 45 days after the trade, or not. */
  late?: boolean | undefined;
  /** Rows with one of these quality flags, of their own or of their filing. */
  flags?: string[] | undefined;
  /** Words of the asset's and the filer's name. */
  text?: string | undefined;
  /** Include rows that do not count: those that another filing amends or withdraws, and rows that delete. */
  includeSuperseded?: boolean | undefined;
  /** Only trades that were disclosed late; see `latenessOf`. */
  onlyLate?: boolean | undefined;
  /** Default: `relevance` with `text`, else `filed`. */
  order?: TradeOrder | undefined;
  /** Default: `desc`. */
  direction?: 'asc' | 'desc' | undefined;
}

/**
 * `filed`: the newest filing first, its rows in document order. `stored`: those that were stored last first. `traded`,
 * `amount`: by the day of the trade, by the lower end of the band; unknown ones last. `relevance`: to the text.
 */
export const TRADE_ORDERS = ['filed', 'stored', 'traded', 'amount', 'relevance'] as const;
export type TradeOrder = (typeof TRADE_ORDERS)[number];

/** A row with its filing. Its provenance is `documentSha256`, `page`, `box`, `domRow`, `parserVersion`. */
export interface Trade extends TransactionRecord {
  filing: FilingRecord;
  /** Who filed it; null while that is not known. */
  member: Member | null;
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
    const where = tradeConditions(filters);
    const order = ORDERS[filters.order === 'stored' ? 'stored' : 'filed'];
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

  /** How many trades fit the filters, on all pages. */
  async count(filters: Omit<TradeFilters, 'limit' | 'cursor' | 'order' | 'direction'>): Promise<number> {
    const where = tradeConditions({ ...filters, limit: 0 });
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM filings f JOIN transactions t ON t.filing_id = f.id WHERE ${where.sql}`,
      where.parameters,
    );
    return row!.count;
  }

  /** All trades that fit the filters as they are at one instant, in batches; holds one batch in memory. */
  async *stream(filters: Omit<TradeFilters, 'limit' | 'cursor'>, batchSize = 1000): AsyncGenerator<Trade[], void> {
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page: Page<Trade> = await this.page({ ...filters, limit: batchSize, cursor });
      if (page.items.length > 0) yield page.items;
      cursor = page.nextCursor;
    }
  }

  private async withFilings(rows: TransactionRecord[]): Promise<Trade[]> {
    const filings = await this.dataSource.query<FilingRecord[]>(
      `SELECT ${selectList(this.dataSource, Filing, 'f')} FROM filings f WHERE id = ANY($1::uuid[])`,
      [[...new Set(rows.map(({ filingId }) => filingId))]],
    );
    const ids = [...new Set(filings.map(({ memberId }) => memberId).filter((id) => id !== null))];
    const members = await selectMembers(this.dataSource.manager, 'WHERE m.bioguide = ANY($1)', [ids]);
    const byId = new Map(filings.map((filing) => [filing.id, filing]));
    const byBioguide = new Map(members.map((member) => [member.bioguide, member]));
    return rows.map((row) => {
      const filing = byId.get(row.filingId)!;
      return { ...row, filing, member: byBioguide.get(filing.memberId ?? '') ?? null };
    });
  }
}

function tradeConditions(filters: TradeFilters): Conditions {
  const fixed = filters.asOf ? [] : ['t.superseded_at IS NULL'];
  if (!filters.includeSuperseded) fixed.push('t.is_current');
  if (filters.onlyLate) fixed.push(LATE);
  const upper = filters.tickers?.map((ticker) => ticker.toUpperCase());
  const types = filters.assetTypes?.map((type) => type.toLowerCase());
  return filingConditions(filters, fixed)
    .where(filters.asOf, (at) => `t.recorded_at <= ${at} AND coalesce(t.superseded_at > ${at}, TRUE)`)
    .where(upper, (tickers) => `upper(t.ticker) = ANY(${tickers})`)
    .where(filters.owners, (owners) => `coalesce(t.owner, 'unknown') = ANY(${owners})`)
    .where(filters.types, (all) => `t.type = ANY(${all})`)
    .where(types, (all) => `lower(t.asset_type) = ANY(${all})`)
    .where(filters.tradedFrom, (date) => `t.traded_on >= ${date}`)
    .where(filters.tradedTo, (date) => `t.traded_on <= ${date}`)
    .where(filters.firstSeenFrom, (at) => `t.first_seen_at >= ${at}`)
    .where(filters.firstSeenTo, (at) => `t.first_seen_at <= ${at}`)
    .where(filters.amountFrom, (dollars) => `t.amount_min >= ${dollars}`)
    .where(filters.amountTo, (dollars) => `t.amount_max <= ${dollars}`)
    .where(filters.late, (late) => `t.late = ${late}`)
    .where(filters.flags, (flags) => `(t.quality_flags || f.quality_flags) && ${flags}::text[]`)
    .where(filters.text, (text) => `strpos(lower(t.asset_name || ' ' || f.filer_name_raw), lower(${text})) > 0`);
}

interface Order {
  columns: string;
  addCursor(where: Conditions, cursor: string): void;
  keyOf(trade: Trade): (string | number)[];
}

const ORDERS: Record<'filed' | 'stored', Order> = {
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
