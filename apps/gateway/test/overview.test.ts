import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ScrapeResult } from '#rotunda/contracts';
import { TaskRuns } from '#rotunda/persistence';
import { eventually } from '#rotunda/testing';
import { expectProblem, GatewayUnderTest } from './gateway-under-test.js';
import { schedule, task } from './tasks/task-samples.js';

const NOON = new Date('2026-11-28T12:00:30.000Z');

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
  gateway.now = NOON;
});
afterAll(() => gateway.stop());

it('shows what each chamber did last, does now and does next', async () => {
  const times = (at: string) => ({ queued: at, started: at, finished: at });
  const result: ScrapeResult = {
    ...{ status: 'partial', chamber: 'house', start_date: '2026-11-24', end_date: '2026-11-25', warnings: [] },
    stats: { total: 2, saved: 2, skipped: 0, errors: 0 },
    filings: { listed: 2, known: 0, parsed: 1, paper: 0, needs_review: 0, unavailable: 0, failed: 1 },
  };
  const success = task('success', { state: 'SUCCESS', result, times: times('2026-11-25T02:00:00.000Z') });
  const failure = task('failure', { state: 'FAILURE', times: times('2026-11-27T02:00:00.000Z') });
  const runs = gateway.context.get(TaskRuns, { strict: false });
  await runs.record([success, failure].map((state) => ({ id: state.id, revision: 1, state })));
  await gateway.schedules.put('daily', schedule('daily', '0 2 * * *', '2026-11-28T02:00:00.000Z'));
  const check = { ...task('check', { name: 'check', state: 'STARTED' }) };
  await gateway.tasks.put('check', check);
  const { body } = await eventually('the live state', async () => {
    const answer = await gateway.get('overview');
    return answer.body.chambers[1].next_run && answer.body.chambers[1].running.length > 0 ? answer : null;
  });
  const next_run = { schedule: 'daily', at: '2026-11-29T02:00:00.000Z' };
  expect(body).toEqual({
    at: NOON.toISOString(),
    chambers: [
      {
        ...{ chamber: 'senate', last_success: null, last_run: null, next_run, running: [] },
        stale: { code: 'never_succeeded', params: {}, message: 'No scrape has succeeded yet.' },
      },
      {
        chamber: 'house',
        last_success: { task_id: 'success', finished_at: '2026-11-25T02:00:00.000Z', result },
        last_run: failure,
        next_run,
        running: ['check'],
        stale: {
          code: 'no_recent_success',
          params: {
            ...{ last_success: '2026-11-25T02:00:00.000Z', schedule: 'daily', due: '2026-11-27T04:00:00.000Z' },
          },
          message: expect.stringContaining('No scrape has succeeded since 2026-11-25'),
        },
      },
    ],
  });
  await gateway.tasks.put('retried', task('retried', { times: { ...times(NOON.toISOString()), finished: null } }));
  await eventually('the newest run', async () => {
    const house = (await gateway.get('overview')).body.chambers[1];
    return house.last_run.id === 'retried';
  });
});

it('shows what the tasks of each kind did in an hour, a day and 90 days', async () => {
  const times = {
    queued: '2026-11-28T11:58:00.000Z',
    started: '2026-11-28T11:58:10.000Z',
    finished: '2026-11-28T11:59:00.000Z',
  };
  const state = task('counted', { chamber: 'senate', name: 'check', state: 'FAILURE', retries: 1, times });
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
  const { points, ...kind } = hour.kinds[0];
  expect(kind).toEqual({ chamber: 'senate', name: 'check', task_name: 'tasks.senate.check', retries: 1, ...figures });
  expect(points.slice(57)).toEqual([
    { at: '2026-11-28T11:58:00.000Z', ...nothing },
    { at: '2026-11-28T11:59:00.000Z', ...figures },
    { at: '2026-11-28T12:00:00.000Z', ...nothing },
  ]);
  const day = (await gateway.get('throughput?period=day&chamber=senate&name=check')).body.kinds[0];
  expect(day.points).toHaveLength(96);
  expect(day.points[94]).toEqual({ at: '2026-11-28T11:45:00.000Z', ...figures });
  const quarter = (await gateway.get('throughput?period=quarter&chamber=senate')).body.kinds[0];
  expect(quarter.points).toHaveLength(90);
  expect(quarter.points[89]).toMatchObject({ at: '2026-11-28T00:00:00.000Z', runs: 1, failure: 1 });
  expect(quarter.wait_p50_ms / 10_000).toBeCloseTo(1, 1);
  expect((await gateway.get('throughput?period=quarter&name=reparse')).body.kinds).toEqual([]);
});

it('refuses a period that it does not know', async () => {
  expectProblem(await gateway.get('throughput?period=year'), 400, /period must be one of hour, day, quarter/);
  expectProblem(await gateway.get('throughput'), 400, /period must be one of/);
});
