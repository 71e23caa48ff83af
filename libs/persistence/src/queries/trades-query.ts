import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { READING } from '../data-source.js';
import type { Page } from '../database/cursor.js';
import { filersNamed } from './trades/filer-names.js';
import { matchesOf } from './trades/text-matches.js';
import { type KnownFilters, tradeConditions } from './trades/trade-conditions.js';
import type { Trade, TradeFilters } from './trades/trade-filters.js';
import { firstKeys } from './trades/trade-keys.js';
import { type Section, type TradeKey, TradeList } from './trades/trade-orders.js';
import { tradesOf } from './trades/trade-rows.js';

/** The current trades, without superseded revisions. */
@Injectable()
export class TradesQuery {
  constructor(@InjectDataSource(READING) private readonly dataSource: DataSource) {}

  /** @throws InvalidCursorError for a cursor that is not from this list in this order */
  async page(filters: TradeFilters): Promise<Page<Trade>> {
    const known = await this.lookUp(filters);
    const list = new TradeList(known);
    const found: { key: TradeKey; section: Section }[] = [];
    for (const { section, place } of list.from(filters.cursor)) {
      const limit = filters.limit + 1 - found.length;
      if (limit <= 0) break;
      const keys = await firstKeys(this.dataSource, list.filters, { section, place, direction: list.direction, limit });
      found.push(...keys.map((key) => ({ key, section })));
    }
    const items = found.slice(0, filters.limit);
    const last = items.at(-1);
    const trades = await tradesOf(
      this.dataSource.manager,
      items.map(({ key }) => key),
      filters.asOf,
    );
    return {
      items: trades,
      nextCursor: found.length > items.length && last ? list.cursorOf(last.section, last.key) : null,
    };
  }

  /** How many trades fit the filters, on all pages. */
  async count(filters: Omit<TradeFilters, 'limit' | 'cursor' | 'order' | 'direction'>): Promise<number> {
    const where = tradeConditions(await this.lookUp(filters));
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM trade_search s WHERE ${where.sql}`,
      where.parameters,
    );
    return row!.count;
  }

  /** The same by the year of their filing, the oldest first; null: filings without a date. */
  async countByYear(
    filters: Omit<TradeFilters, 'limit' | 'cursor'>,
  ): Promise<{ year: number | null; count: number }[]> {
    const where = tradeConditions(await this.lookUp(filters));
    return this.dataSource.query(
      `SELECT CASE WHEN isfinite(s.filed) THEN extract(year FROM s.filed)::integer END AS year,
         count(*)::integer AS count
       FROM trade_search s WHERE ${where.sql} GROUP BY 1 ORDER BY 1 NULLS FIRST`,
      where.parameters,
    );
  }

  /** What the clock of the database shows: rows are stored by it, and an instant of `asOf` is compared with that. */
  async now(): Promise<Date> {
    const [row] = await this.dataSource.query<{ now: Date }[]>('SELECT clock_timestamp() AS now');
    return row!.now;
  }

  /** All trades that fit the filters as they are at one instant, in batches; holds one batch in memory. */
  async *stream(filters: Omit<TradeFilters, 'limit' | 'cursor'>, batchSize = 1000): AsyncGenerator<Trade[], void> {
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page: Page<Trade> = await this.page({ ...filters, limit: batchSize, cursor });
      if (page.items.length > 0) yield page.items;
      cursor = page.nextCursor;
    }
  }

  private async lookUp({ name, text, ...filters }: Omit<TradeFilters, 'limit' | 'cursor'>): Promise<KnownFilters> {
    const [filers, matches] = await Promise.all([
      name === undefined ? undefined : filersNamed(this.dataSource, name),
      text === undefined ? undefined : matchesOf(this.dataSource, text),
    ]);
    return { ...filters, filers, matches };
  }
}
