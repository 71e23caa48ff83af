import { describe, expect, it } from 'vitest';
import type { Task } from '../use-task.js';
import { earlierTimelineOf, ticksOf, timelineOf } from './steps.js';

const MIDNIGHT = Date.parse('2026-11-23T00:00:00.000Z');
const at = (seconds: number): string => new Date(MIDNIGHT + seconds * 1_000).toISOString();
const span = (from: number, to: number) => ({ from: MIDNIGHT + from * 1_000, to: MIDNIGHT + to * 1_000 });
const now = MIDNIGHT + 100_000;

const attempt = (n: number, from: number, to: number | null, code?: string): Task['attempts'][number] => ({
  n,
  worker: 'house-scraper-1',
  started: at(from),
  finished: to === null ? null : at(to),
  ...(code !== undefined && { error: { code, message: 'it failed' } }),
});

const task = (changes: Partial<Task>): Task => ({
  ...{ v: 1, id: 'a', chamber: 'house', name: 'scrape', args: {}, state: 'STARTED', run: 1, attempts: [] },
  ...{ retries: 0, max_retries: 3, crashes: 0, worker: null, stream_seq: 1 },
  times: { queued: at(0), started: null, finished: null },
  progress: { phase: 'listing', done: 0, total: 0, saved: 0, skipped: 0, errors: 0 },
  ...changes,
});

const started = { queued: at(0), started: at(10), finished: null };

describe('the timeline of a task', () => {
  it('has the wait before each attempt, and the one that runs up to now', () => {
    const attempts = [attempt(1, 10, 20, 'SiteUnavailable'), attempt(2, 50, null)];
    const { steps, from, to } = timelineOf(task({ attempts, times: started }), now);
    expect(steps).toMatchObject([
      { label: 'Attempt 1', outcome: 'failed', wait: span(0, 10), run: span(10, 20) },
      { label: 'Attempt 2', outcome: 'running', wait: span(20, 50), run: span(50, 100) },
    ]);
    expect({ from, to }).toEqual(span(0, 100));
  });

  it('reaches to the next attempt while that is not due', () => {
    const attempts = [attempt(1, 10, 20, 'SiteUnavailable')];
    const waiting = task({ state: 'RETRY', attempts, times: started, not_before: at(300) });
    const { steps, to } = timelineOf(waiting, now);
    expect(steps[1]).toMatchObject({ label: 'Next attempt', outcome: 'due', wait: span(20, 300), run: null });
    expect(to).toBe(MIDNIGHT + 300_000);
    expect(timelineOf(waiting, MIDNIGHT + 400_000).steps[1]).toMatchObject({ outcome: 'queued', wait: span(20, 400) });
  });

  it('shows a task that waits for its first attempt, and one that never had one', () => {
    expect(timelineOf(task({ state: 'PENDING' }), now).steps).toMatchObject([
      { label: 'Queued', outcome: 'queued', wait: span(0, 100) },
    ]);
    const revoked = task({ state: 'REVOKED', times: { queued: at(0), started: null, finished: at(30) } });
    expect(timelineOf(revoked, now).steps).toMatchObject([{ label: 'Never started', wait: span(0, 30) }]);
  });

  it.each([
    ['WorkerLost', 'lost'],
    ['WorkerStopped', 'handed_back'],
    ['SiteClosed', 'handed_back'],
    ['Revoked', 'revoked'],
    ['TypeError', 'failed'],
  ])('tells an attempt that ended with %s: %s', (code, outcome) => {
    const attempts = [attempt(1, 10, 20, code), attempt(2, 50, null)];
    expect(timelineOf(task({ attempts, times: started }), now).steps[0]).toMatchObject({ outcome });
  });

  it('has attempts of earlier runs apart, since it is not known when those were queued', () => {
    const attempts = [attempt(1, -500, -400, 'LayoutChanged'), attempt(2, 10, 20)];
    const again = task({ state: 'SUCCESS', run: 2, attempts, times: { ...started, finished: at(20) } });
    expect(timelineOf(again, now).steps.map(({ key }) => key)).toEqual(['2']);
    expect(earlierTimelineOf(again, now)).toMatchObject({
      steps: [{ key: '1', wait: null, run: span(-500, -400) }],
      ...span(-500, -400),
    });
  });

  it('does not draw a wait in place of attempts that are not kept', () => {
    const { steps, dropped, from } = timelineOf(task({ attempts: [attempt(150, 60, null)], times: started }), now);
    expect(dropped).toBe(true);
    expect(steps[0]).toMatchObject({ wait: null });
    expect(from).toBe(MIDNIGHT + 60_000);
  });
});

it.each([
  [100, [0, 30, 60, 90]],
  [9, [0, 2, 4, 6, 8]],
  [90_000, [0, 21_600, 43_200, 64_800]],
])('puts ticks at round distances: %d s', (seconds, ticks) => {
  expect(ticksOf(span(0, seconds))).toEqual(ticks.map((tick) => tick * 1_000));
});
