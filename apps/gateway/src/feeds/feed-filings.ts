import { Injectable } from '@nestjs/common';
import type { Chamber } from '#rotunda/domain';
import {
  type FilingRecord,
  FilingsQuery,
  Lineages,
  type LinkedFiling,
  type Page,
  type Trade,
  type TradeFilters,
  TradesQuery,
} from '#rotunda/persistence';

/** Readers ask several times a day. */
const FILINGS = 50;
/** A filing has up to 700; an entry shows the first ones. */
const TRADES = 2_000;

/** A filing as a feed tells of it. */
export interface FeedFiling {
  filing: FilingRecord;
  /** Also those that no longer count. */
  trades: Trade[];
  amendedBy: LinkedFiling[];
}

/** The newest filings that were read, or that are on paper. */
@Injectable()
export class FeedFilings {
  constructor(
    private readonly filings: FilingsQuery,
    private readonly trades: TradesQuery,
    private readonly lineages: Lineages,
  ) {}

  async newest(filters: { chambers?: Chamber[]; members?: string[] }): Promise<FeedFiling[]> {
    const { items } = await this.filings.page({
      ...filters,
      statuses: ['parsed', 'needs_review', 'paper', 'paper_read', 'paper_review'],
      limit: FILINGS,
    });
    if (items.length === 0) return [];
    // A filing without a date comes last: then the trades may be of any day.
    const filedFrom = items.at(-1)?.filedOn ?? undefined;
    return this.withTrades(items, await this.tradesOf({ ...filters, filedFrom }));
  }

  /** Those with a trade in it, also one that was withdrawn since; of each, just these trades. */
  async ofTicker(ticker: string): Promise<FeedFiling[]> {
    const page = await this.tradesOf({ tickers: [ticker] });
    const filings = new Map(page.items.map(({ filing }) => [filing.id, filing]));
    return this.withTrades([...filings.values()].slice(0, FILINGS), page);
  }

  private tradesOf(filters: Partial<TradeFilters>): Promise<Page<Trade>> {
    return this.trades.page({ ...filters, includeSuperseded: true, limit: TRADES });
  }

  private withTrades(filings: FilingRecord[], page: Page<Trade>): Promise<FeedFiling[]> {
    return Promise.all(
      wholeFilings(filings, page).map(async (filing) => {
        const trades = page.items.filter(({ filingId }) => filingId === filing.id);
        const areCurrent = trades.every(({ isCurrent }) => isCurrent);
        return { filing, trades, amendedBy: areCurrent ? [] : (await this.lineages.ofFiling(filing.id)).amendedBy };
      }),
    );
  }
}

/**
 * The filings of which the page has every trade: the last one on it may go on behind it, and so has an entry only where
 * it is alone. Both lists are in the same order.
 */
export function wholeFilings<T extends { id: string }>(
  filings: T[],
  { items, nextCursor }: Page<{ filingId: string }>,
): T[] {
  if (nextCursor === null) return filings;
  const read = new Set(items.map(({ filingId }) => filingId));
  const last = filings.findLastIndex(({ id }) => read.has(id));
  const isCut = filings[last]?.id === items.at(-1)?.filingId;
  return filings.slice(0, isCut ? Math.max(last, 1) : last + 1);
}
