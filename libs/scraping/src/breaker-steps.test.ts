import type { SiteState } from '#rotunda/contracts';
import { pausedSite, untouchedSite } from '#rotunda/tasks';
import { describe, expect, it } from 'vitest';
import { answered, isProbeDue, probeRefused, probing, refused } from './breaker-steps.js';

const MINUTE_MS = 60_000;
const LIMITS = {
  SITE_BREAKER_FAILURES: 3,
  SITE_BREAKER_OPEN_MS: 15 * MINUTE_MS,
  SITE_BREAKER_LONGEST_MS: 60 * MINUTE_MS,
};
const CLOSED = untouchedSite('house');
const BUSY = { reason: '503', isBlock: false };
const BLOCK = { reason: '403', isBlock: true };
const at = (minutes: number): Date => new Date(Date.UTC(2026, 10, 24, 10, minutes));
const openAt = (minutes: number): SiteState => refused(CLOSED, BLOCK, LIMITS, at(minutes))!;

describe('the breaker of a site', () => {
  it('opens at once for a block, and says what the site said and when it is asked again', () => {
    expect(openAt(0).breaker).toEqual({
      state: 'open',
      failures: 1,
      opened_at: at(0).toISOString(),
      probe_at: at(15).toISOString(),
      reason: '403',
    });
  });

  it('opens for refusals in a row, not for as many with an answer between them', () => {
    const once = refused(CLOSED, BUSY, LIMITS, at(0))!;
    const twice = refused(once, BUSY, LIMITS, at(1))!;
    expect([once, twice].map(({ breaker }) => [breaker.state, breaker.failures])).toEqual([
      ['closed', 1],
      ['closed', 2],
    ]);
    expect(refused(twice, BUSY, LIMITS, at(2))!.breaker.state).toBe('open');
    expect(refused(answered(twice, false)!, BUSY, LIMITS, at(2))!.breaker).toMatchObject({
      state: 'closed',
      failures: 1,
    });
  });

  it('is written only where something changes', () => {
    expect(answered(CLOSED, false)).toBeNull();
    expect(answered(CLOSED, true)).toBeNull();
    expect(refused(openAt(0), BLOCK, LIMITS, at(1))).toBeNull();
  });

  it('is closed by a check, not by a scrape’s request that was under way when it opened', () => {
    expect(answered(openAt(0), false)).toBeNull();
    expect(answered(openAt(0), true)).toEqual(CLOSED);
  });

  it('is probed once its time has come, by one worker, and by another where that one is given up', () => {
    expect(probing(openAt(0), 5 * MINUTE_MS, at(14))).toBeNull();
    const mine = probing(openAt(0), 5 * MINUTE_MS, at(15))!;
    expect(mine.breaker).toMatchObject({ state: 'half_open', probe_at: at(20).toISOString() });
    expect(probing(mine, 5 * MINUTE_MS, at(19))).toBeNull();
    const theirs = probing(mine, 5 * MINUTE_MS, at(20))!;
    expect(theirs.breaker.probe_at).toBe(at(25).toISOString());
    expect(probeRefused(theirs, mine, '403', LIMITS, at(21))).toBeNull();
  });

  it('stays open for twice as long after each probe that is refused, up to a limit', () => {
    let state = openAt(0);
    const waits: number[] = [];
    for (let now = 15; waits.length < 4; now += waits.at(-1)!) {
      const mine = probing(state, MINUTE_MS, at(now))!;
      state = probeRefused(mine, mine, 'still 403', LIMITS, at(now))!;
      waits.push((Date.parse(state.breaker.probe_at!) - at(now).getTime()) / MINUTE_MS);
    }
    expect(waits).toEqual([30, 60, 60, 60]);
    expect(state.breaker).toMatchObject({ state: 'open', failures: 5, opened_at: at(0).toISOString() });
  });

  it('is not probed while an operator holds the chamber back', () => {
    expect(isProbeDue(openAt(0), at(15))).toBe(true);
    expect(isProbeDue(pausedSite(openAt(0), null, at(1).toISOString()), at(15))).toBe(false);
  });
});
