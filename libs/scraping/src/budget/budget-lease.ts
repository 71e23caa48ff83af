import type { SiteBudget } from '#rotunda/contracts';
import type { Clock } from '#rotunda/runtime';
import { FailedTry } from '../failed-try.js';
import { SiteUnavailable } from '../site-errors.js';

/** Renewals within the length of a lease: one failed renewal does no harm. */
const RENEWALS = 3;

export interface BudgetHolder {
  worker: string;
  leaseMs: number;
  /** Written down for people. */
  intervalMs: number;
  /** For the instants that people read; this process measures the lease itself. */
  now: Clock;
}

/** Writes the entry over the given revision. Returns the new revision, or null where another worker wrote first. */
type Write = (budget: SiteBudget, revision: number) => Promise<number | null>;

/**
 * One worker's hold on a chamber's budget for one request. The lease is renewed while the request runs. If renewal
 * fails for the length of a lease, or another worker has the budget, `signal` aborts the request.
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

  /** Null where another worker was faster, or where the answer came too late to be of use. */
  static async claim(holder: BudgetHolder, over: number, write: Write): Promise<BudgetLease | null> {
    // Measured from before the write: other workers see the lease begin later.
    const runsOutAt = performance.now() + holder.leaseMs;
    const revision = await write(heldBy(holder), over);
    if (revision === null || performance.now() >= runsOutAt) return null;
    return new BudgetLease(holder, revision, write, runsOutAt);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Ends the lease. Returns the revision to release, or null where another worker has the budget by now. */
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
      // NATS is unavailable: retry until the lease has run out.
    }
  }

  private lose(): void {
    clearInterval(this.timer);
    this.controller.abort(
      new FailedTry(new SiteUnavailable('The request was aborted: this worker lost its turn at the site.')),
    );
  }
}

const heldBy = ({ worker, leaseMs, intervalMs, now }: BudgetHolder): SiteBudget => {
  const held_until = new Date(now().getTime() + leaseMs).toISOString();
  return { v: 1, holder: worker, held_until, next_request_at: held_until, interval_ms: intervalMs };
};
