import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { IsoDate, Member } from '#rotunda/domain';
import { READING } from '../../data-source.js';
import { Conditions } from '../../database/conditions.js';
import { decodeCursor, type Page, toPage } from '../../database/cursor.js';
import { selectMembers } from '../../members/member-rows.js';
import { CURRENT, FILER } from '../filing-filters.js';
import { BY_MONTH, byMonth, byTrades, sumTrades, type TradeGroup } from './trade-sums.js';

export interface TickerFilters {
  /** Any part of the ticker or of an asset's name, case-insensitive. */
  search?: string | undefined;
  filedFrom?: IsoDate | undefined;
  filedTo?: IsoDate | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** Counts are of the trades that match the filters. */
export interface TradedTicker {
  ticker: string;
  /** As the trade with the last date names it. */
  assetName: string;
  trades: number;
  purchases: number;
  sales: number;
  lastTradedOn: IsoDate | null;
}

/** A filer; one who is not matched to a member goes by the name on the filings. */
export interface TickerFiler extends TradeGroup {
  member: Member | null;
}

export interface TickerTrades {
  ticker: string;
  total: TradeGroup;
  /** The commonest ones first. */
  assetNames: { name: string; trades: number }[];
  assetNameCount: number;
  months: TradeGroup[];
  /** Who traded it most often first. */
  filers: TickerFiler[];
}

/** A bond's ticker may be its issuer's: then each bond is a name. */
const MOST_NAMES = 20;

/** Without sorting the rows of each ticker, which a million of them would take a second for. */
const LAST_NAME = `substr(max(rpad(coalesce(t.traded_on::text, ''), 13) || t.asset_name), 14)`;

const isCount = (part: unknown): boolean => Number.isSafeInteger(part);
const isTicker = (part: unknown): boolean => typeof part === 'string' && !part.includes('\0');

/** What was traded, by ticker, from current rows. */
@Injectable()
export class TickersQuery {
  constructor(@InjectDataSource(READING) private readonly dataSource: DataSource) {}

  /**
   * Those that were traded most first.
   * @throws InvalidCursorError for a cursor that is not from this list
   */
  async page(filters: TickerFilters): Promise<Page<TradedTicker>> {
    const where = new Conditions(CURRENT, 't.ticker IS NOT NULL')
      .where(filters.search, (part) => `strpos(upper(t.ticker || ' ' || t.asset_name), upper(${part})) > 0`)
      .where(filters.filedFrom, (date) => `f.filed_on >= ${date}`)
      .where(filters.filedTo, (date) => `f.filed_on <= ${date}`);
    const after = where.next();
    if (filters.cursor) {
      const [trades, ticker] = decodeCursor(filters.cursor, [isCount, isTicker]).map((part) => after.bind(part));
      after.and(`(-count(*), upper(t.ticker)) > (-${trades}::bigint, ${ticker})`);
    }
    const rows = await this.dataSource.query<TradedTicker[]>(
      `SELECT upper(t.ticker) AS ticker, ${LAST_NAME} AS "assetName", count(*) AS trades,
         count(*) FILTER (WHERE t.type = 'purchase') AS purchases,
         count(*) FILTER (WHERE t.type IN ('sale', 'sale_partial')) AS sales, max(t.traded_on) AS "lastTradedOn"
       FROM transactions t JOIN filings f ON f.id = t.filing_id WHERE ${where.sql}
       GROUP BY upper(t.ticker) HAVING ${after.sql}
       ORDER BY count(*) DESC, upper(t.ticker) LIMIT ${after.bind(filters.limit + 1)}`,
      after.parameters,
    );
    return toPage(rows, filters.limit, ({ trades, ticker }) => [trades, ticker]);
  }

  /** Null where nobody traded it. */
  async find(ticker: string): Promise<TickerTrades | null> {
    const where = new Conditions(CURRENT).where(ticker, (symbol) => `upper(t.ticker) = upper(${symbol})`);
    const { total, months, filers, names } = await sumTrades(this.dataSource, where, {
      months: BY_MONTH,
      filers: { key: FILER, name: 'f.filer_name_raw' },
      names: { key: 't.asset_name' },
    });
    if (total.all.trades === 0) return null;
    const sorted = names.toSorted(byTrades).slice(0, MOST_NAMES);
    return {
      ticker: ticker.toUpperCase(),
      total,
      assetNames: sorted.map(({ key, all }) => ({ name: key ?? '', trades: all.trades })),
      assetNameCount: names.length,
      months: months.toSorted(byMonth),
      filers: await this.withMembers(filers.toSorted(byTrades)),
    };
  }

  private async withMembers(filers: TradeGroup[]): Promise<TickerFiler[]> {
    const ids = filers.map(({ key }) => key);
    const members = await selectMembers(this.dataSource.manager, 'WHERE m.bioguide = ANY($1)', [ids]);
    const byBioguide = new Map(members.map((member) => [member.bioguide, member]));
    return filers.map((filer) => ({ ...filer, member: byBioguide.get(filer.key ?? '') ?? null }));
  }
}
