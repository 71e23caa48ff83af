import type { SiteBudget } from '#rotunda/contracts';
import { type KvBucket, MessagingUnavailableError } from '#rotunda/messaging';
import type { Clock } from '#rotunda/runtime';
import { type BudgetEntry, readBudget } from './budget-entry.js';
import { BudgetLease } from './budget-lease.js';
import { Changes } from '../changes.js';
import { restAskedForIn } from '../failed-try.js';
import { RequestBudget } from './request-budget.js';
import { orAborted } from '../turns.js';

/** The poll interval while NATS is unavailable, and in case a watch missed a change. */
const LOOK_AGAIN_MS = 1_000;
/**
 * The last worker to send a request waits this long, so that others go first, but no longer than the interval itself.
 */
const YIELD_MS = 25;
/** A worker that wins a race holds the budget for longer than this. */
const LOST_RACE_MS = 10;

/** How long a silent worker holds the budget. It renews the lease while its request runs. */
export const LEASE_MS = 10_000;

export interface SharedBudgetOptions {
  bucket: KvBucket<SiteBudget>;
  /** Key of the budget in KV `sites`. */
  key: string;
  /** The worker's id, one per process. */
  worker: string;
  intervalMs: number;
  leaseMs?: number;
  now: Clock;
  /** Called for each request with the time it waited. */
  onGranted?: (waitedMs: number) => void;
}

/** A state of the budget, and when this process first saw it, on its own clock. */
interface Seen extends BudgetEntry {
  revision: number;
  at: number;
}

/**
 * Keeps the courtesy interval across all workers of a chamber: a lease in KV for one request at a time.
 *
 * Clocks of different machines are never compared. Each worker measures from when it first saw the present revision of
 * the budget, which is never before that was written. After a release it waits for the interval or for what the site
 * asked for (`Retry-After`); after a lease that is not renewed, for the lease's length and the interval. A
 * compare-and-set on that same revision proves that no request was sent in between. The only assumption is that clocks
 * run at the same speed for some seconds. The timestamps in the entry are for people.
 *
 * While NATS is unavailable no request is sent: requests wait until their signal is aborted.
 */
export class SharedBudget extends RequestBudget {
  private readonly changes = new Changes();
  private seen: Seen = { revision: 0, holder: null, restMs: 0, at: Number.NEGATIVE_INFINITY };
  private releasing: Promise<void> = Promise.resolve();
  /** When this process's last request ended. */
  private endedAt = Number.NEGATIVE_INFINITY;
  /** The pause that the site asked this process for, known here even where it could not be written to NATS. */
  private restUntil = Number.NEGATIVE_INFINITY;
  private stopWatching = (): void => undefined;

  private constructor(private readonly options: SharedBudgetOptions) {
    super();
  }

  static async open(options: SharedBudgetOptions): Promise<SharedBudget> {
    const budget = new SharedBudget(options);
    const { stop } = await options.bucket.watchText(({ revision, value }) => budget.see(revision, value), options.key);
    budget.stopWatching = stop;
    return budget;
  }

  onModuleDestroy(): void {
    this.stopWatching();
  }

  protected async spendInTurn<T>(
    signal: AbortSignal,
    request: (signal: AbortSignal) => Promise<T>,
    askedAt: number,
  ): Promise<T> {
    const lease = await this.take(signal);
    this.options.onGranted?.(performance.now() - askedAt);
    let restMs = 0;
    try {
      return await request(AbortSignal.any([signal, lease.signal]));
    } catch (error) {
      restMs = restAskedForIn(error);
      throw error;
    } finally {
      // The answer is returned before NATS knows; the next request of this process waits for that.
      this.endedAt = performance.now();
      this.restUntil = Math.max(this.restUntil, this.endedAt + restMs);
      this.releasing = this.release(lease, restMs);
    }
  }

  private async take(signal: AbortSignal): Promise<BudgetLease> {
    await orAborted(this.releasing, signal);
    for (;;) {
      signal.throwIfAborted();
      const waitMs = (await this.look()) === AWAY ? LOOK_AGAIN_MS : this.dueAt(this.seen) - performance.now();
      const lease = waitMs <= 0 ? await this.claim(this.seen.revision) : null;
      if (lease instanceof BudgetLease) return lease;
      if (lease === AWAY) await this.changes.next(signal, LOOK_AGAIN_MS);
      else await this.changes.next(signal, Math.min(Math.max(waitMs, LOST_RACE_MS), LOOK_AGAIN_MS));
    }
  }

  /**
   * Trusts KV even where it shows an older revision than seen before: a store that was created anew counts from one. A
   * read that was a moment old only costs a wait: the compare-and-set rejects it.
   */
  private async look(): Promise<typeof AWAY | undefined> {
    const entry = await unlessAway(() => this.options.bucket.text(this.options.key));
    if (entry === AWAY) return AWAY;
    const revision = entry?.revision ?? 0;
    if (revision !== this.seen.revision) this.note(revision, entry?.value ?? null);
  }

  private dueAt({ holder, restMs, at }: Seen): number {
    const { worker, intervalMs, leaseMs = LEASE_MS } = this.options;
    // Our name but no request of ours: the answer to a claim or a release was lost.
    const isHeld = holder !== null && holder !== worker;
    const freeAt = isHeld ? at + leaseMs : at;
    const courteousAt = Math.max(freeAt, this.endedAt + Math.min(YIELD_MS, intervalMs)) + intervalMs;
    return Math.max(courteousAt, freeAt + restMs, this.restUntil);
  }

  /** Null where another worker was faster. */
  private claim(revision: number): Promise<BudgetLease | null | typeof AWAY> {
    const { bucket, key, worker, leaseMs = LEASE_MS, intervalMs, now } = this.options;
    const write = (value: SiteBudget, last: number): Promise<number | null> => bucket.write(key, value, last);
    return unlessAway(() => BudgetLease.claim({ worker, leaseMs, intervalMs, now }, revision, write));
  }

  /** If the write fails, the lease runs out by itself; the cause shows when the next lease is taken. */
  private async release(lease: BudgetLease, restMs: number): Promise<void> {
    const { bucket, key, intervalMs, now } = this.options;
    const next_request_at = new Date(now().getTime() + Math.max(intervalMs, restMs)).toISOString();
    const rest = restMs > 0 ? { rest_ms: restMs } : {};
    const free: SiteBudget = {
      v: 1,
      holder: null,
      held_until: null,
      next_request_at,
      interval_ms: intervalMs,
      ...rest,
    };
    const revision = await lease.end();
    if (revision === null) return;
    const [released] = await Promise.allSettled([bucket.update(key, free, revision)]);
    if (released.status === 'fulfilled' && released.value) this.see(released.value, JSON.stringify(free));
  }

  private see(revision: number, text: string | null): void {
    if (revision > this.seen.revision) this.note(revision, text);
  }

  private note(revision: number, text: string | null): void {
    this.seen = { revision, ...readBudget(text), at: performance.now() };
    this.changes.notify();
  }
}

const AWAY = Symbol('NATS is unavailable');

async function unlessAway<T>(ask: () => Promise<T>): Promise<T | typeof AWAY> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof MessagingUnavailableError) return AWAY;
    throw error;
  }
}
