import { Turns } from '../turns.js';

/**
 * Which filings the tasks of this process are fetching. Each scrape of a chamber takes up all that is unfinished there:
 * two at a time would ask its site for each document twice.
 */
export class FilingsInHand {
  private readonly filings = new Map<string, { turns: Turns; users: number }>();

  /** Does something with a filing while no other task has it. @throws the signal's reason, where it is waited for */
  async alone<T>(filingId: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const filing = this.filings.get(filingId) ?? { turns: new Turns(), users: 0 };
    this.filings.set(filingId, filing);
    filing.users += 1;
    try {
      return await filing.turns.take(signal, work);
    } finally {
      filing.users -= 1;
      if (filing.users === 0) this.filings.delete(filingId);
    }
  }
}
