import type { TaskState } from '#rotunda/contracts';
import { beforeEach, expect, it } from 'vitest';
import { waitingTask } from '../../../../libs/contracts/test/sample-task.js';
import { ProgressLines } from './progress-lines.js';

let nowMs: number;
let lines: ProgressLines;
beforeEach(() => {
  nowMs = 0;
  lines = new ProgressLines(() => nowMs);
});

const task = (changes: Partial<TaskState>): TaskState => waitingTask('t', '2026-11-23T02:00:00.000Z', changes);

const running = (done: number, total: number, saved = 0, chamber: TaskState['chamber'] = 'house'): TaskState =>
  task({ chamber, state: 'STARTED', progress: { phase: 'documents', done, total, saved, skipped: 0, errors: 0 } });

it('shows counts and phase, then speed and time left', () => {
  expect(lines.of([running(0, 120)], true)).toEqual(['house   [>                   ]  0 of 120 filings  documents']);
  nowMs = 10_000;
  expect(lines.of([running(30, 120, 7)], true)).toEqual([
    'house   [=====>              ]  30 of 120 filings  7 trades saved  3.0/s  30 s left  documents',
  ]);
  expect(lines.of([running(30, 120)], false)).toEqual(['house   30 of 120 filings  3.0/s  30 s left  documents']);
});

it('tells the time by the last half minute, and begins anew with a retry', () => {
  for (const [at, done] of [
    [0, 0],
    [30_000, 30],
    [60_000, 30],
    [90_000, 45],
  ] as const) {
    nowMs = at;
    lines.of([running(done, 4_000)], false);
  }
  expect(lines.of([running(45, 4_000)], false)[0]).toContain('30/min  2 h 11 min left');
  nowMs = 100_000;
  expect(lines.of([running(1, 4_000)], false)[0]).not.toContain('left');
});

it('sums the tasks of a chamber, and tells no time while one of them has not listed its filings', () => {
  const ended = { ...running(50, 50, 9), state: 'SUCCESS' as const };
  const both = (second: TaskState): TaskState[] => [ended, second, running(3, 4, 0, 'senate')];
  lines.of(both(task({})), true);
  nowMs = 1_000;
  expect(lines.of(both(running(10, 50)), false)).toEqual([
    'senate  3 of 4 filings  documents',
    'house   1 of 2 tasks  60 of 100 filings  9 trades saved  10.0/s  4 s left  documents',
  ]);
  nowMs = 2_000;
  expect(lines.of([...both(running(20, 50)), task({})], true)[1]).toBe(
    'house   1 of 3 tasks  70 of 100 or more filings  9 trades saved  10.0/s  documents',
  );
});

it('says what a task waits for', () => {
  expect(lines.of([task({})], true)).toEqual(['house   waits in the queue']);
  const error = { code: 'SiteUnavailable', message: 'down' };
  const retry = task({ state: 'RETRY', not_before: '2026-11-23T02:05:00.200Z', error });
  expect(lines.of([retry], true)).toEqual([
    'house   waits for its retry at 2026-11-23T02:05:01Z after SiteUnavailable',
  ]);
});
