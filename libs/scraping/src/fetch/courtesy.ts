import { setTimeout as delay } from 'node:timers/promises';
import { inSpan } from '#rotunda/runtime';
import { taskLog } from '#rotunda/tasks';
import { FailedTry } from '../failed-try.js';
import type { RequestBudget } from '../budget/request-budget.js';
import type { SiteSettings } from '../settings.js';

/**
 * Sends requests to one site politely, over any transport: within the budget of its chamber, each with a time limit,
 * and retried after growing pauses.
 */
export class Courtesy {
  constructor(
    private readonly budget: RequestBudget,
    private readonly settings: Pick<SiteSettings, 'SITE_TRIES' | 'SITE_RETRY_DELAY_MS' | 'SITE_TIMEOUT_MS'>,
  ) {}

  /**
   * Makes a request, and again after a FailedTry.
   *
   * @param request gets a signal that also aborts it at the time limit
   * @throws the site error of the last FailedTry, whatever else the request throws, or the signal's reason
   */
  async ask<T>(signal: AbortSignal, request: (signal: AbortSignal) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const askedAt = performance.now();
      try {
        return await this.budget.spend(signal, (inBudget) => this.traced(inBudget, request, askedAt, attempt));
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof FailedTry)) throw error;
        if (attempt >= this.settings.SITE_TRIES) throw error.siteError;
        const pauseMs = error.retryAfterMs ?? this.settings.SITE_RETRY_DELAY_MS * 2 ** (attempt - 1);
        taskLog().warn(
          `${error.message} Try ${attempt + 1} of ${this.settings.SITE_TRIES} follows in ${pauseMs / 1_000} s.`,
        );
        await delay(pauseMs, undefined, { signal });
      }
    }
  }

  /** One request, which says where it goes by `recordExchange`. */
  private traced<T>(
    signal: AbortSignal,
    request: (signal: AbortSignal) => Promise<T>,
    askedAt: number,
    attempt: number,
  ): Promise<T> {
    const attributes = {
      'rotunda.site.budget_wait_ms': Math.round(performance.now() - askedAt),
      ...(attempt > 1 && { 'http.request.resend_count': attempt - 1 }),
    };
    return inSpan('GET', { kind: 'client', attributes }, () => this.limited(signal, request));
  }

  private limited<T>(signal: AbortSignal, request: (signal: AbortSignal) => Promise<T>): Promise<T> {
    return request(AbortSignal.any([signal, AbortSignal.timeout(this.settings.SITE_TIMEOUT_MS)]));
  }
}
