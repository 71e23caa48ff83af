import type { SiteState } from '#rotunda/contracts';
import { pausedSite, untouchedSite } from '#rotunda/tasks';
import { describe, expect, it } from 'vitest';
import { answered, isProbeDue, probeAnswered, probeRefused, probing, refused } from './breaker-steps.js';

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
/** Closed, after it was open this many times. */
const tripped = (trips: number): SiteState => ({ ...CLOSED, breaker: { ...CLOSED.breaker, trips } });
const openAt = (minutes: number): SiteState => refused(CLOSED, BLOCK, LIMITS, at(minutes))!;

describe('the breaker of a site', () => {
  it('opens at once for a block, and tells what the site said and when it is probed', () => {
    expect(openAt(0).breaker).toEqual({
      state: 'open',
      failures: 1,
      opened_at: at(0).toISOString(),
      probe_at: at(15).toISOString(),
      reason: '403',
      trips: 1,
    });
  });

  it('opens for consecutive refusals, but not for as many with an answer in between', () => {
    const once = refused(CLOSED, BUSY, LIMITS, at(0))!;
    const twice = refused(once, BUSY, LIMITS, at(1))!;
    expect([once, twice].map(({ breaker }) => [breaker.state, breaker.failures])).toEqual([
      ['closed', 1],
      ['closed', 2],
    ]);
    expect(refused(twice, BUSY, LIMITS, at(2))!.breaker.state).toBe('open');
    expect(refused(answered(twice, 'list', at(2))!, BUSY, LIMITS, at(2))!.breaker).toMatchObject({
      state: 'closed',
      failures: 1,
    });
  });

  it('returns a state only where something changes', () => {
    for (const asked of ['list', 'document', 'check'] as const) expect(answered(CLOSED, asked, at(0))).toBeNull();
    expect(answered(tripped(1), 'list', at(0))).toBeNull();
    expect(refused(openAt(0), BLOCK, LIMITS, at(1))).toBeNull();
  });

  it('is closed by a check once its time has come, not by a scrape’s request that was in progress', () => {
    for (const asked of ['list', 'document'] as const) expect(answered(openAt(0), asked, at(20))).toBeNull();
    expect(answered(openAt(0), 'check', at(14))).toBeNull();
    expect(answered(openAt(0), 'check', at(15))).toEqual(tripped(1));
    const probed = probing(openAt(0), 5 * MINUTE_MS, at(15))!;
    expect(answered(probed, 'check', at(16))).toEqual(tripped(1));
  });

  it('is closed by its probe, unless that was given up', () => {
    const mine = probing(openAt(0), 5 * MINUTE_MS, at(15))!;
    expect(probeAnswered(mine, mine)).toEqual(tripped(1));
    const theirs = probing(mine, 5 * MINUTE_MS, at(20))!;
    expect(probeAnswered(theirs, mine)).toBeNull();
  });

  it('stays open twice as long each time it opens again, until the site serves a document', () => {
    let state: SiteState = CLOSED;
    const waits: number[] = [];
    for (let now = 0; waits.length < 4; now += waits.at(-1)!) {
      state = refused(state, BLOCK, LIMITS, at(now))!;
      waits.push((Date.parse(state.breaker.probe_at!) - at(now).getTime()) / MINUTE_MS);
      state = answered(state, 'check', at(now + waits.at(-1)!))!;
      expect(answered(state, 'list', at(now))).toBeNull();
    }
    expect(waits).toEqual([15, 30, 60, 60]);
    expect(answered(state, 'document', at(0))).toEqual(CLOSED);
  });

  it('stays open twice as long after a refused probe, even where it began with a longer wait', () => {
    const state = refused(tripped(1), BLOCK, { ...LIMITS, SITE_BREAKER_LONGEST_MS: 200 * MINUTE_MS }, at(0))!;
    const mine = probing(state, MINUTE_MS, at(30))!;
    expect(probeRefused(mine, mine, '403', LIMITS, at(30))!.breaker.probe_at).toBe(at(90).toISOString());
  });

  it('is probed by one worker once its time has come, and by another if that probe is given up', () => {
    expect(probing(openAt(0), 5 * MINUTE_MS, at(14))).toBeNull();
    const mine = probing(openAt(0), 5 * MINUTE_MS, at(15))!;
    expect(mine.breaker).toMatchObject({ state: 'half_open', probe_at: at(20).toISOString() });
    expect(probing(mine, 5 * MINUTE_MS, at(19))).toBeNull();
    const theirs = probing(mine, 5 * MINUTE_MS, at(20))!;
    expect(theirs.breaker.probe_at).toBe(at(25).toISOString());
    expect(probeRefused(theirs, mine, '403', LIMITS, at(21))).toBeNull();
  });

  it('stays open twice as long after each refused probe, up to a limit', () => {
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

  it('is not probed while an operator has paused the chamber', () => {
    expect(isProbeDue(openAt(0), at(15))).toBe(true);
    expect(isProbeDue(pausedSite(openAt(0), null, at(1).toISOString()), at(15))).toBe(false);
  });
});
