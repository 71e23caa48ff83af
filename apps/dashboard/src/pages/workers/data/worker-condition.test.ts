import { expect, it } from 'vitest';
import { conditionOf, versionsOf, type Worker } from './worker-condition.js';

const worker = (change: Partial<Worker> = {}): Worker => ({
  ...{ id: 'a', name: 'house-scraper@host', chamber: 'house', pid: 1, version: '1' },
  ...{ started: '2026-11-28T10:00:00Z', seen: '2026-11-28T12:00:00Z' },
  ...{ tasks: ['scrape'], active: [], processed: 0, pool_size: 2 },
  ...change,
});
const active: Worker['active'] = [{ task_id: 't', name: 'scrape' }];

/** The page's clock may be wrong by any amount. */
const HEARD_AT = 5_000;
const conditionAfter = (silentMs: number, one: Worker, ...others: Worker[]): string =>
  conditionOf(one, { workers: [one, ...others], heardAt: HEARD_AT, now: HEARD_AT + silentMs });

it('tells what a worker is doing', () => {
  expect(conditionAfter(0, worker())).toBe('idle');
  expect(conditionAfter(0, worker({ active }))).toBe('busy');
  expect(conditionAfter(0, worker({ active, draining: 'drain' }))).toBe('draining');
  expect(conditionAfter(0, worker({ draining: 'restart' }))).toBe('restarting');
});

it('calls a worker silent that missed a heartbeat, by the workers’ own clock', () => {
  expect(conditionAfter(20_000, worker())).toBe('idle');
  expect(conditionAfter(20_001, worker({ draining: 'drain' }))).toBe('silent');
  expect(conditionAfter(1, worker(), worker({ id: 'b', seen: '2026-11-28T12:00:20Z' }))).toBe('silent');
});

it('counts versions, the most frequent first', () => {
  const workers = ['1', '2', '2'].map((version) => worker({ version }));
  expect(versionsOf(workers)).toEqual([
    ['2', 2],
    ['1', 1],
  ]);
});
