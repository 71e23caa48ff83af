import { setTimeout as delay } from 'node:timers/promises';
import { restAskedForIn } from '../refusal.js';
import { Turns } from '../turns.js';

/**
 * When the site may be asked: with the courtesy interval between the end of a request and the start of the next, or with
 * the pause that the site asked for (`Retry-After`) where that is longer.
 */
export abstract class RequestBudget {
  /** The tasks of a process are one worker to the budget: nothing else keeps them apart. */
  private readonly turns = new Turns();

  /**
   * Makes one request as soon as it may be made.
   *
   * @param signal ends the waiting
   * @param request gets a signal that ends it too, and does so where it may no longer go on
   * @throws the signal's reason, or whatever the request throws
   */
  spend<T>(signal: AbortSignal, request: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const askedAt = performance.now();
    return this.turns.take(signal, () => this.spendInTurn(signal, request, askedAt));
  }

  /** As `spend`, once every request that this process made or asked for before is over. */
  protected abstract spendInTurn<T>(
    signal: AbortSignal,
    request: (signal: AbortSignal) => Promise<T>,
    askedAt: number,
  ): Promise<T>;
}

/** A process that asks alone: a run in the foreground, or a stand-in towards which there is no courtesy. */
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
