import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Courtesy } from './courtesy.js';
import { FailedTry, failedTry } from '../failed-try.js';
import { OwnBudget } from '../budget/request-budget.js';
import { SiteUnavailable } from '../site-errors.js';

const never = new AbortController().signal;
const SETTINGS = { SITE_TRIES: 3, SITE_RETRY_DELAY_MS: 1, SITE_TIMEOUT_MS: 5_000 };
const refusal = (message: string, retryAfterMs?: number): FailedTry =>
  new FailedTry(new SiteUnavailable(message), retryAfterMs ?? null);

describe('courtesy', () => {
  it('makes one request at a time, with the interval between the end of one and the start of the next', async () => {
    const courtesy = new Courtesy(new OwnBudget(40), SETTINGS);
    const log: { begun: number; ended: number }[] = [];
    const request = async (): Promise<void> => {
      const begun = performance.now();
      await delay(10);
      log.push({ begun, ended: performance.now() });
    };
    await Promise.all([1, 2, 3].map(() => courtesy.ask(never, request)));
    const pauses = log.slice(1).map(({ begun }, i) => begun - log[i]!.ended);
    // Timers may fire a millisecond early.
    expect(Math.min(...pauses)).toBeGreaterThan(38);
  });

  it('keeps the interval of a shared budget', async () => {
    const budget = new OwnBudget(40);
    const log: { begun: number; ended: number }[] = [];
    const request = async (): Promise<void> => {
      const begun = performance.now();
      await delay(10);
      log.push({ begun, ended: performance.now() });
    };
    await Promise.all([1, 2, 3].map(() => new Courtesy(budget, SETTINGS).ask(never, request)));
    const pauses = log.slice(1).map(({ begun }, i) => begun - log[i]!.ended);
    expect(Math.min(...pauses)).toBeGreaterThan(38);
  });

  it('retries a refused request as often as configured, and throws the last refusal', async () => {
    let tries = 0;
    const request = (): Promise<never> => Promise.reject(refusal(`refused ${++tries}`));
    await expect(new Courtesy(new OwnBudget(0), SETTINGS).ask(never, request)).rejects.toMatchObject({
      name: 'SiteUnavailable',
      message: 'refused 3',
    });
    expect(tries).toBe(3);
  });

  it('returns the answer of a later try', async () => {
    let tries = 0;
    const request = async (): Promise<string> => {
      if (++tries < 3) throw refusal('not yet');
      return 'here';
    };
    expect(await new Courtesy(new OwnBudget(0), SETTINGS).ask(never, request)).toBe('here');
  });

  it('does not retry errors other than refusals', async () => {
    let tries = 0;
    const request = (): Promise<never> => Promise.reject(new Error(`broken ${++tries}`));
    await expect(new Courtesy(new OwnBudget(0), SETTINGS).ask(never, request)).rejects.toThrow('broken 1');
  });

  it('waits as long as the site asks', async () => {
    const begun = performance.now();
    let tries = 0;
    const request = async (): Promise<void> => {
      if (++tries === 1) throw refusal('busy', 60);
    };
    await new Courtesy(new OwnBudget(0), SETTINGS).ask(never, request);
    expect(performance.now() - begun).toBeGreaterThan(58);
  });

  it('makes no other request meanwhile', async () => {
    const courtesy = new Courtesy(new OwnBudget(0), SETTINGS);
    const begun: number[] = [];
    const request = async (): Promise<void> => {
      if (begun.push(performance.now()) === 1) throw refusal('busy', 60);
    };
    await Promise.all([1, 2].map(() => courtesy.ask(never, request)));
    expect(begun[1]! - begun[0]!).toBeGreaterThan(58);
  });

  it('aborts a request at its time limit, which counts as one try', async () => {
    const courtesy = new Courtesy(new OwnBudget(0), { ...SETTINGS, SITE_TRIES: 2, SITE_TIMEOUT_MS: 20 });
    let tries = 0;
    const hang = async (signal: AbortSignal): Promise<void> => {
      tries += 1;
      await delay(10_000, undefined, { signal }).catch((error: Error) => {
        throw new FailedTry(new SiteUnavailable('too slow', { cause: error }));
      });
    };
    await expect(courtesy.ask(never, hang)).rejects.toThrow('too slow');
    expect(tries).toBe(2);
  });

  it('aborts at once, in a request or while waiting for a turn, and continues with the others', async () => {
    const courtesy = new Courtesy(new OwnBudget(0), SETTINGS);
    const asking = new AbortController();
    const waiting = new AbortController();
    const hang = (signal: AbortSignal): Promise<void> => delay(10_000, undefined, { signal });
    const first = courtesy.ask(asking.signal, hang);
    const second = courtesy.ask(waiting.signal, hang);
    const third = courtesy.ask(never, async () => 'my turn');
    waiting.abort(new Error('second gives up'));
    await expect(second).rejects.toThrow('second gives up');
    asking.abort(new Error('first gives up'));
    await expect(first).rejects.toThrow('first gives up');
    expect(await third).toBe('my turn');
  });
});

describe('the meaning of a status', () => {
  const answered = (status: number, headers: Record<string, string> = {}) =>
    failedTry({
      ...{ url: 'https://site.test/x', status, headers: new Headers(headers) },
      answeredAt: new Date('2026-11-27T12:00:00Z'),
    });

  it('is a block for 403, and an outage for all others', () => {
    expect(answered(403).siteError.name).toBe('SiteBlocked');
    expect(answered(503).siteError).toMatchObject({ name: 'SiteUnavailable' });
    expect(answered(503).siteError.message).toContain('503 Service Unavailable');
  });

  it.each([
    ['5', 5_000],
    ['86400', 60_000],
    ['31536000', 60_000],
    ['9'.repeat(400), 60_000],
    ['Fri, 27 Nov 2026 12:00:07 GMT', 7_000],
    ['Thu, 31 Dec 2999 23:59:59 GMT', 60_000],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['-5', 0],
    ['soon', null],
  ])('with Retry-After: %s asks for a wait of %s ms', (header, ms) => {
    expect(answered(429, { 'retry-after': header }).retryAfterMs).toBe(ms);
  });
});
