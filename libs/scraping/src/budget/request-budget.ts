import { setTimeout as delay } from 'node:timers/promises';
import { restAskedForIn } from '../failed-try.js';
import { Turns } from '../turns.js';

/**
 * Decides when a request may be sent: the courtesy interval after the end of the one before, or the pause that the site
 * asked for (`Retry-After`) where that is longer.
 */
export abstract class RequestBudget {
  /** The budget sees the tasks of a process as one worker, so they must take turns here. */
  private readonly turns = new Turns();

  /**
   * Sends one request as soon as it is allowed.
   *
   * @param signal aborts the waiting
   * @param request gets a signal that also aborts it, and fires where it may not continue
   * @throws the signal's reason, or whatever the request throws
   */
  spend<T>(signal: AbortSignal, request: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const askedAt = performance.now();
    return this.turns.take(signal, () => this.spendInTurn(signal, request, askedAt));
  }

  /** As `spend`, called once every earlier request of this process is over. */
  protected abstract spendInTurn<T>(
    signal: AbortSignal,
    request: (signal: AbortSignal) => Promise<T>,
    askedAt: number,
  ): Promise<T>;
}

/** For a process that shares the site with no other: a foreground run, or one that uses a stand-in without courtesy. */
export class OwnBudget extends RequestBudget {
  private nextRequestAt = 0;

  constructor(private readonly intervalMs: number) {
    super();
  }

  protected async spendInTurn<T>(signal: AbortSignal, request: (signal: AbortSignal) => Promise<T>): Promise<T> {
    await delay(Math.max(0, this.nextRequestAt - performance.now()), undefined, { signal });
    let restMs = 0;
    try {
      return await request(signal);
    } catch (error) {
      restMs = restAskedForIn(error);
      throw error;
    } finally {
      this.nextRequestAt = performance.now() + Math.max(this.intervalMs, restMs);
    }
  }
}
