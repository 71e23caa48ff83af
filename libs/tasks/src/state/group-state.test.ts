import type { ScrapeResult, TaskState } from '#rotunda/contracts';
import { describe, expect, it } from 'vitest';
import { foldGroup } from './group-state.js';
import { failed, pending, revoked, started, succeeded } from './task-transitions.js';

const EARLY = '2026-11-23T02:00:00.000Z';
const LATE = '2026-11-23T02:10:00.000Z';
const ERROR = { code: 'SiteBlocked', message: 'the site refuses us' };

const child = (n: number, size = 2): TaskState =>
  pending({
    id: `nightly-house-${n}`,
    run: 1,
    chamber: 'house',
    name: 'scrape',
    args: {},
    group: { id: 'nightly', size },
    maxRetries: 3,
    streamSequence: n,
    queuedAt: EARLY,
  });
const running = (n: number): TaskState => started(child(n), 'worker', EARLY);
const result = (saved: number): ScrapeResult => ({
  status: 'success',
  chamber: 'house',
  start_date: '2026-11-22',
  end_date: '2026-11-23',
  stats: { total: saved, saved, skipped: 0, errors: 0 },
  filings: { listed: 1, known: 0, parsed: 1, paper: 0, needs_review: 0, unavailable: 0, failed: 0 },
  warnings: [],
});
const done = (n: number): TaskState => succeeded(running(n), result(n), LATE);

describe('foldGroup', () => {
  it.each([
    ['PENDING', [child(1)]],
    ['PENDING', [child(1), child(2)]],
    ['STARTED', [running(1), child(2)]],
    ['STARTED', [done(1)]],
    ['STARTED', [done(1), child(2)]],
    ['FAILURE', [failed(running(1), ERROR, LATE), running(2)]],
    ['REVOKED', [done(1), revoked(child(2), ERROR, LATE)]],
    ['SUCCESS', [done(1), done(2)]],
  ] as const)('is %s', (state, children) => {
    expect(foldGroup('nightly', [...children]).state).toBe(state);
  });

  it('counts a child that was not published as missing', () => {
    expect(foldGroup('nightly', [done(1)])).toMatchObject({ size: 2, times: { finished: null } });
    expect(foldGroup('nightly', [done(1)]).result).toBeUndefined();
  });

  it('adds up the results of its children', () => {
    expect(foldGroup('nightly', [done(1), done(2)]).result).toMatchObject({
      status: 'success',
      totals: { stats: { total: 3, saved: 3 }, filings: { listed: 2, parsed: 2 } },
      results: [{ stats: { saved: 1 } }, { stats: { saved: 2 } }],
    });
  });

  it('names the failed child and its error', () => {
    const { error } = foldGroup('nightly', [done(1), failed(running(2), ERROR, LATE)]);
    expect(error).toEqual({ code: 'SiteBlocked', message: 'nightly-house-2: the site refuses us' });
  });
});
