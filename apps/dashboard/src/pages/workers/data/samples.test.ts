import { expect, it } from 'vitest';
import { dayUntil, type SampledWorker, valuesOf, withHeartbeat } from './samples.js';
import type { Worker } from './worker-condition.js';

const NOON = Date.parse('2026-11-28T12:00:00Z');
const sample = (at: string, memory_mb: number): SampledWorker['samples'][number] => ({
  ...{ at, memory_mb, cpu_percent: 5, loop_lag_ms: null, active_tasks: 1 },
});
const KNOWN: SampledWorker = {
  ...{ name: 'house-scraper@host', chamber: 'house' },
  samples: [sample('2026-11-28T11:30:00.000Z', 200), sample('2026-11-28T11:45:00.000Z', 210)],
};
const heartbeat = (seen: string): Worker => ({
  ...{ id: 'a', name: KNOWN.name, chamber: 'house', pid: 1, version: '1', started: seen, seen, tasks: [], active: [] },
  ...{ processed: 0, pool_size: 2, memory_mb: 205, cpu_percent: 7.5, loop_lag_ms: 3 },
});

it('has a value or a hole for each step of the day', () => {
  const day = dayUntil(NOON + 60_000, 15);
  expect(day.starts).toHaveLength(96);
  expect(day.starts.at(-1)).toBe(NOON);
  expect(valuesOf(day, KNOWN.samples, 'memory_mb').slice(-4)).toEqual([null, 200, 210, null]);
});

it('extends the samples by heartbeats, with the highest of each step', () => {
  const [within] = withHeartbeat([KNOWN], heartbeat('2026-11-28T11:59:59.000Z'), 15);
  expect(within?.samples.at(-1)).toEqual({
    ...{ at: '2026-11-28T11:45:00.000Z', memory_mb: 210, cpu_percent: 7.5, loop_lag_ms: 3, active_tasks: 1 },
  });
  const [next] = withHeartbeat([KNOWN], heartbeat('2026-11-28T12:00:01.000Z'), 15);
  expect(next?.samples.map(({ memory_mb }) => memory_mb)).toEqual([200, 210, 205]);
  expect(withHeartbeat([], heartbeat('2026-11-28T12:00:01.000Z'), 15)).toHaveLength(1);
});
