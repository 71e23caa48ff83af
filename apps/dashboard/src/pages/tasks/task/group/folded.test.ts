import { expect, it } from 'vitest';
import type { Group, Task } from '../use-task.js';
import { argsText, countStates, foldProgress } from './folded.js';

const child = (state: Task['state'], done: number, total: number): Task => ({
  ...{ v: 1, id: `${state}-${done}`, chamber: 'house', name: 'scrape', args: {}, state, run: 1, attempts: [] },
  ...{ retries: 0, max_retries: 3, crashes: 0, worker: null, stream_seq: 1 },
  times: { queued: '2026-11-23T00:00:00.000Z', started: null, finished: null },
  progress: { phase: 'documents', done, total, saved: 2 * done, skipped: 0, errors: 1 },
});
const group = (size: number, ...children: Task[]): Group => ({
  ...{ id: 'g', state: 'STARTED', size, children },
  times: { queued: '2026-11-23T00:00:00.000Z', started: null, finished: null },
});

it('adds the progress of all children', () => {
  expect(foldProgress(group(2, child('SUCCESS', 5, 5), child('STARTED', 1, 10)))).toEqual({
    progress: { phase: 'documents', done: 6, total: 15, saved: 12, skipped: 0, errors: 2 },
    isKnown: true,
  });
});

it('knows no total while a child has not listed its filings, or is not published', () => {
  expect(foldProgress(group(2, child('SUCCESS', 5, 5), child('STARTED', 0, 0))).isKnown).toBe(false);
  expect(foldProgress(group(2, child('SUCCESS', 5, 5))).isKnown).toBe(false);
});

it('counts the states, with children that are not published yet', () => {
  const states = countStates(group(5, child('SUCCESS', 5, 5), child('FAILURE', 1, 2), child('SUCCESS', 3, 3)));
  expect(states).toEqual([
    ['PENDING', 2],
    ['SUCCESS', 2],
    ['FAILURE', 1],
  ]);
});

it.each([
  [{ start_date: '2026-01-01', end_date: '2026-01-31' }, '2026-01-01 to 2026-01-31'],
  [{ days_back: 7, force: true }, 'days_back=7 force=true'],
  [{}, ''],
])('says arguments briefly: %j', (args, text) => {
  expect(argsText({ args })).toBe(text);
});
