import { expect, it } from 'vitest';
import { chosenOf, failureRate, type Figures, kindsOf, type Queue } from './kinds.js';
import { tasksOfPoint } from './tasks-of-point.js';

const queue = (name: Queue['name']): Queue => ({ chamber: 'house', name, length: 1, oldest: null, oldest_seconds: 0 });
const PERCENTILES = { wait_p50_ms: 100, wait_p95_ms: 1_000, duration_p50_ms: 1_000, duration_p95_ms: 59_500 };
const figures = (name: Figures['name'], runs: number): Figures => ({
  ...{
    chamber: 'house',
    name,
    task_name: `tasks.house.${name}`,
    runs,
    success: runs,
    failure: 0,
    revoked: 0,
    retries: 0,
  },
  ...PERCENTILES,
  points: [],
});

it('joins what ran with what waits, and shows first what ran most', () => {
  const kinds = kindsOf([figures('check', 1), figures('scrape', 2)], [queue('scrape'), queue('reparse')]);
  expect(kinds.map(({ key }) => key)).toEqual(['house.scrape', 'house.reparse', 'house.check']);
  expect(kinds[1]).toMatchObject({ figures: undefined, queue: { length: 1 } });
  expect(chosenOf(kinds, undefined)?.key).toBe('house.scrape');
  expect(chosenOf(kinds, 'house.reparse')?.key).toBe('house.reparse');
  expect(chosenOf(kinds, 'nothing.known')?.key).toBe('house.scrape');
  expect(chosenOf(kindsOf([], [queue('scrape')]), undefined)).toBeUndefined();
});

it('counts the failures among what was not revoked', () => {
  expect(failureRate({ success: 3, failure: 1 })).toBe(0.25);
  expect(failureRate({ success: 0, failure: 0 })).toBe(0);
});

it('looks for the runs of a point from before they waited and ran', () => {
  const point = { at: '2026-11-28T12:00:00.000Z', runs: 2, success: 2, failure: 0, revoked: 0, ...PERCENTILES };
  expect(tasksOfPoint(figures('scrape', 2), point, 60)).toEqual({
    ...{ chamber: 'house', name: 'scrape' },
    ...{ from: '2026-11-28T11:57:00.000Z', to: '2026-11-28T12:01:00.000Z' },
  });
});
