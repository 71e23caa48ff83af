import { Turns } from '../turns.js';

/**
 * The filings that this process's tasks are fetching. Each scrape of a chamber also takes its unfinished filings, so two
 * at a time would fetch documents twice.
 */
export class FilingsInHand {
  private readonly filings = new Map<string, { turns: Turns; users: number }>();

  /** Runs `work` while no other task has the filing. @throws the signal's reason, if it is aborted while waiting */
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
