import { Injectable } from '@nestjs/common';
import { FilingsQuery, type Links, TradeHistories, type TradeHistory } from '#rotunda/persistence';
import { type AsOfView, presentAsOf } from './as-of.view.js';

/** What the archive knew at an instant, or knows now where none is asked for. */
@Injectable()
export class PastArchive {
  constructor(
    private readonly filings: FilingsQuery,
    private readonly histories: TradeHistories,
  ) {}

  /** How well it remembers that instant. */
  async memoryOf(asOf: Date | undefined): Promise<AsOfView | null> {
    return asOf === undefined ? null : presentAsOf(asOf, await this.filings.historySince());
  }

  /** Null for a trade that was not known, or had disappeared from its document. */
  async trade(id: string, asOf: Date | undefined): Promise<TradeHistory | null> {
    const history = await this.histories.find(id);
    if (history === null || asOf === undefined) return history;
    const filing = await this.filings.find(history.filing.id, { asOf });
    const latest = filing?.transactions.find((row) => row.id === id);
    if (!filing || !latest) return null;
    const earlier = [history.latest, ...history.earlier].filter(({ revision }) => revision < latest.revision);
    return { latest, earlier, filing };
  }

  /** Without those of filings that were not known yet. */
  async links<T>(
    { amends, amendedBy }: Links<T>,
    filingOf: (link: T) => string,
    asOf: Date | undefined,
  ): Promise<Links<T>> {
    if (asOf === undefined) return { amends, amendedBy };
    const known = async (links: T[]): Promise<T[]> => {
      const filings = await Promise.all(links.map((link) => this.filings.find(filingOf(link), { asOf })));
      return links.filter((_, at) => filings[at] !== null);
    };
    return { amends: await known(amends), amendedBy: await known(amendedBy) };
  }
}
