import type { SiteBudget } from '#rotunda/contracts';
import type { Clock } from '#rotunda/runtime';
import { Refusal } from '../refusal.js';
import { SiteUnavailable } from '../site-errors.js';

/** A lease is renewed so often within its length: one lost renewal costs nothing. */
const RENEWALS = 3;

export interface BudgetHolder {
  worker: string;
  leaseMs: number;
  /** For the instants that people read; what holds is measured in this process. */
  now: Clock;
}

/** Writes the entry over the revision given: the new revision, or null where somebody else wrote. */
type Write = (budget: SiteBudget, revision: number) => Promise<number | null>;

/**
 * A chamber's budget in the hands of one worker, for one request. It is renewed while the request runs; where that
 * fails for as long as the lease lasts, or where somebody else has it, `signal` ends the request.
 */
export class BudgetLease {
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private renewing: Promise<void> = Promise.resolve();

  private constructor(
    private readonly holder: BudgetHolder,
    private revision: number,
    private readonly write: Write,
    private runsOutAt: number,
  ) {
    this.timer = setInterval(() => this.renew(), holder.leaseMs / RENEWALS);
  }

  /** Null where somebody was faster, or where the answer came too late to be worth anything. */
  static async claim(holder: BudgetHolder, over: number, write: Write): Promise<BudgetLease | null> {
    // Measured from before the write: for everybody else it begins later.
    const runsOutAt = performance.now() + holder.leaseMs;
    const revision = await write(heldBy(holder), over);
    if (revision === null || performance.now() >= runsOutAt) return null;
    return new BudgetLease(holder, revision, write, runsOutAt);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** The request is over. Returns the revision to release, or null where it is no longer ours. */
  async end(): Promise<number | null> {
    clearInterval(this.timer);
    await this.renewing;
    return this.signal.aborted ? null : this.revision;
  }

  private renew(): void {
    if (performance.now() >= this.runsOutAt) this.lose();
    else this.renewing = this.renewing.then(() => this.renewOnce());
  }

  private async renewOnce(): Promise<void> {
    const runsOutAt = performance.now() + this.holder.leaseMs;
    try {
      const revision = await this.write(heldBy(this.holder), this.revision);
      if (revision === null) return this.lose();
      this.revision = revision;
      this.runsOutAt = runsOutAt;
    } catch {
      // NATS is away: tried again, until the lease has run out.
    }
  }

  private lose(): void {
    clearInterval(this.timer);
    this.controller.abort(new Refusal(new SiteUnavailable('The request lost its turn: the request budget ran out.')));
  }
}

const heldBy = ({ worker, leaseMs, now }: BudgetHolder): SiteBudget => {
  const held_until = new Date(now().getTime() + leaseMs).toISOString();
  return { v: 1, holder: worker, held_until, next_request_at: held_until };
};
