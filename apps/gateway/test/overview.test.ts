import { afterAll, beforeAll, expect, it } from 'vitest';
import { TaskRuns } from '#rotunda/persistence';
import { expectProblem, GatewayUnderTest } from './gateway-under-test.js';
import { task } from './tasks/task-samples.js';

const NOON = new Date('2026-11-28T12:00:30.000Z');

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
  gateway.now = NOON;
});
afterAll(() => gateway.stop());

it('shows what the tasks of each kind did in an hour, a day and 90 days', async () => {
  const times = {
    queued: '2026-11-28T11:58:00.000Z',
    started: '2026-11-28T11:58:10.000Z',
    finished: '2026-11-28T11:59:00.000Z',
  };
  const state = task('counted', { state: 'FAILURE', retries: 1, times });
  await gateway.context.get(TaskRuns, { strict: false }).record([{ id: 'counted', revision: 1, state }]);
  const figures = {
    ...{ runs: 1, success: 0, failure: 1, revoked: 0 },
    ...{ wait_p50_ms: 10_000, wait_p95_ms: 10_000, duration_p50_ms: 50_000, duration_p95_ms: 50_000 },
  };
  const nothing = {
    ...{ runs: 0, success: 0, failure: 0, revoked: 0 },
    ...{ wait_p50_ms: null, wait_p95_ms: null, duration_p50_ms: null, duration_p95_ms: null },
  };
  const hour = (await gateway.get('throughput?period=hour')).body;
  expect({ ...hour, kinds: [] }).toEqual({
    ...{ period: 'hour', from: '2026-11-28T11:01:00.000Z', to: NOON.toISOString(), bucket_seconds: 60, kinds: [] },
  });
  const [{ points, ...kind }] = hour.kinds;
  expect(kind).toEqual({ chamber: 'house', name: 'scrape', task_name: 'tasks.house.scrape', retries: 1, ...figures });
  expect(points.slice(57)).toEqual([
    { at: '2026-11-28T11:58:00.000Z', ...nothing },
    { at: '2026-11-28T11:59:00.000Z', ...figures },
    { at: '2026-11-28T12:00:00.000Z', ...nothing },
  ]);
  const day = (await gateway.get('throughput?period=day&chamber=house&name=scrape')).body.kinds[0];
  expect(day.points).toHaveLength(96);
  expect(day.points[94]).toEqual({ at: '2026-11-28T11:45:00.000Z', ...figures });
  const quarter = (await gateway.get('throughput?period=quarter')).body.kinds[0];
  expect(quarter.points).toHaveLength(90);
  expect(quarter.points[89]).toMatchObject({ at: '2026-11-28T00:00:00.000Z', runs: 1, failure: 1 });
  expect(quarter.wait_p50_ms / 10_000).toBeCloseTo(1, 1);
  expect((await gateway.get('throughput?period=quarter&chamber=senate')).body.kinds).toEqual([]);
});

it('refuses a period that it does not know', async () => {
  expectProblem(await gateway.get('throughput?period=year'), 400, /period must be one of hour, day, quarter/);
  expectProblem(await gateway.get('throughput'), 400, /period must be one of/);
});
