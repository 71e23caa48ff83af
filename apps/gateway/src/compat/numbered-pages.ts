import { Inject, Injectable } from '@nestjs/common';
import { type Trade, type TradeFilters, TradesQuery } from '#rotunda/persistence';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { invalidFields } from '../http/known-errors.js';

/** Rows that one request may skip where nobody has just read the page before. */
const MOST_SKIPPED = 25_000;
const SKIPPED_AT_ONCE = 1_000;
const KNOWN_PAGES = 1_000;
/** Whoever pages on does so within seconds; later the pages have moved on. */
const KNOWN_FOR_MS = 5 * 60_000;

type ListFilters = Omit<TradeFilters, 'limit' | 'cursor'>;
/** Undefined: of the first page; null: behind the last one. */
type Cursor = string | null | undefined;

/**
 * Pages by number, as other vendors' clients ask for them, out of a list that pages by cursor. Where a page ended is kept
 * for a while, so that the next one costs what it costs by cursor, and new rows move nothing between the two.
 */
@Injectable()
export class NumberedPages {
  private readonly starts = new Map<string, { cursor: string | null; until: number }>();

  constructor(
    private readonly trades: TradesQuery,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /**
   * @param number from 0; behind the last page there are no rows
   * @throws ProblemException (400) for a page far behind all that were read just now
   */
  async page(filters: ListFilters, number: number, size: number): Promise<Trade[]> {
    const list = JSON.stringify([filters, size]);
    const known = this.knownStart(list, number);
    const cursor = known === undefined ? await this.skip(filters, number * size) : known;
    if (cursor === null) return [];
    const { items, nextCursor } = await this.trades.page({ ...filters, limit: size, cursor });
    this.remember(list, number + 1, nextCursor);
    return items;
  }

  private knownStart(list: string, number: number): Cursor {
    const known = this.starts.get(`${number} ${list}`);
    return known && this.now().getTime() < known.until ? known.cursor : undefined;
  }

  private async skip(filters: ListFilters, rows: number): Promise<Cursor> {
    if (rows > MOST_SKIPPED) {
      const message =
        `page may begin ${MOST_SKIPPED} rows after the newest, or be the next of a page that was read just now; ` +
        '/api/v1/trades pages through everything';
      throw invalidFields(400, [{ field: 'page', message }]);
    }
    let cursor: Cursor;
    for (let left = rows; left > 0 && cursor !== null; left -= SKIPPED_AT_ONCE) {
      const limit = Math.min(left, SKIPPED_AT_ONCE);
      ({ nextCursor: cursor } = await this.trades.page({ ...filters, limit, cursor }));
    }
    return cursor;
  }

  private remember(list: string, number: number, cursor: string | null): void {
    const key = `${number} ${list}`;
    this.starts.delete(key);
    this.starts.set(key, { cursor, until: this.now().getTime() + KNOWN_FOR_MS });
    const [oldest] = this.starts.keys();
    if (this.starts.size > KNOWN_PAGES && oldest !== undefined) this.starts.delete(oldest);
  }
}
