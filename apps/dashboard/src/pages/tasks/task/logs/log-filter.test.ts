import { expect, it } from 'vitest';
import { filterLines } from './log-filter.js';
import type { LogLine } from './log-stream.js';

const line = (id: number, level: LogLine['level'], message: string): LogLine => ({
  ...{ id, level, message, task_id: `group-house-${id}`, at: '2026-11-23T00:00:00.000Z', attempt: 1, worker: 'w' },
});
const LINES = [line(1, 'log', 'Listing'), line(2, 'warn', 'answered 503'), line(3, 'error', 'SiteUnavailable')];

it.each([
  ['log', '', [1, 2, 3]],
  ['warn', '', [2, 3]],
  ['error', '503', []],
  ['log', ' siteUNAVAILABLE ', [3]],
  ['log', 'house-1', [1]],
] as const)('keeps %s and worse with "%s"', (level, text, ids) => {
  expect(filterLines(LINES, { level, text }).map(({ id }) => id)).toEqual(ids);
});
