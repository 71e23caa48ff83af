import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Member } from '#rotunda/domain';
import { READING } from '../data-source.js';
import type { Page } from '../database/cursor.js';
import { readAhead } from '../database/read-ahead.js';
import { filersNamed } from './trades/filer-names.js';
import { matchesOf } from './trades/text-matches.js';
import { type KnownFilters, tradeConditions } from './trades/trade-conditions.js';
import type { Trade, TradeFilters } from './trades/trade-filters.js';
import { closeKeys, firstKeys, nextKeys, openKeys } from './trades/trade-keys.js';
import { type Section, type TradeKey, TradeList } from './trades/trade-orders.js';
import { tradesOf } from './trades/trade-rows.js';

/** The current trades, without superseded revisions. */
@Injectable()
export class TradesQuery {
  constructor(@InjectDataSource(READING) private readonly dataSource: DataSource) {}

  /** @throws InvalidCursorError for a cursor that is not from this list in this order */
  async page(filters: TradeFilters): Promise<Page<Trade>> {
    const { manager } = this.dataSource;
    const list = new TradeList(await lookUp(manager, filters));
    const found: { key: TradeKey; section: Section }[] = [];
    for (const { section, place } of list.from(filters.cursor)) {
      const limit = filters.limit + 1 - found.length;
      if (limit <= 0) break;
      const keys = await firstKeys(manager, list.filters, { section, place, direction: list.direction, limit });
      found.push(...keys.map((key) => ({ key, section })));
    }
    const shown = found.slice(0, filters.limit);
    const last = shown.at(-1);
    const keys = shown.map(({ key }) => key);
    return {
      items: await tradesOf(manager, keys, filters.asOf),
      nextCursor: found.length > shown.length && last ? list.cursorOf(last.section, last.key) : null,
    };
  }

  /** How many trades fit the filters, on all pages. */
  async count(filters: Omit<TradeFilters, 'limit' | 'cursor' | 'order' | 'direction'>): Promise<number> {
    const where = tradeConditions(await lookUp(this.dataSource.manager, filters));
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
    const where = tradeConditions(await lookUp(this.dataSource.manager, filters));
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

  /**
   * All trades that fit the filters as they are at one instant, in batches; holds two batches in memory, and one
   * connection until the last batch is taken or the consumer stops.
   */
  async *stream(filters: Omit<TradeFilters, 'limit' | 'cursor'>, batchSize = 1000): AsyncGenerator<Trade[], void> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction('REPEATABLE READ');
      const list = new TradeList(await lookUp(runner.manager, filters));
      const members = new Map<string, Member>();
      for (const { section } of list.from(undefined)) {
        await openKeys(runner.manager, list, section);
        yield* readAhead(async () => {
          const keys = await nextKeys(runner.manager, batchSize);
          return keys.length === 0 ? null : tradesOf(runner.manager, keys, filters.asOf, members);
        });
        await closeKeys(runner.manager);
      }
    } finally {
      try {
        if (runner.isTransactionActive) await runner.rollbackTransaction();
      } finally {
        await runner.release();
      }
    }
  }
}

async function lookUp(
  manager: EntityManager,
  { name, text, ...filters }: Omit<TradeFilters, 'limit' | 'cursor'>,
): Promise<KnownFilters> {
  const filers = name === undefined ? undefined : await filersNamed(manager, name);
  const matches = text === undefined ? undefined : await matchesOf(manager, text);
  return { ...filters, filers, matches };
}
