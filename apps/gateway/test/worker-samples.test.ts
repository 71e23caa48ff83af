import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { WorkerSampling } from '../src/background/worker-sampling.js';
import { eventually } from '#rotunda/testing';
import { expectProblem, GatewayUnderTest } from './gateway-under-test.js';
import { worker } from './tasks/task-samples.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const NAME = 'house-scraper@house';
const NOON = new Date('2026-11-27T12:00:30.000Z');

let gateway: GatewayUnderTest;
let copy: GatewayUnderTest;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
  copy = await GatewayUnderTest.beside(gateway);
});
afterAll(async () => {
  await copy.stop();
  await gateway.stop();
});
afterEach(() => {
  gateway.now = null;
  copy.now = null;
});

/** Both copies take their sample of a worker that was just seen. */
async function sampleAt(now: Date, change: object): Promise<void> {
  const state = { ...worker('house', now), ...change };
  await gateway.workers.put(state.id, state);
  for (const each of [gateway, copy]) {
    each.now = now;
    await eventually('the worker', async () =>
      (await each.get('workers')).body.workers.some(({ seen }: { seen: string }) => seen === state.seen),
    );
    await each.context.get(WorkerSampling, { strict: false }).sample();
  }
}

it('keeps a sample a minute of each worker for a day, whoever takes it', async () => {
  await sampleAt(NOON, {
    memory_mb: 200,
    cpu_percent: 12.5,
    loop_lag_ms: 3.5,
    active: [{ task_id: 't', name: 'scrape' }],
  });
  await sampleAt(new Date(NOON.getTime() + MINUTE_MS), { memory_mb: 210, cpu_percent: 50 });
  expect((await gateway.get('workers/samples')).body).toEqual({
    workers: [
      {
        ...{ name: NAME, chamber: 'house' },
        samples: [
          {
            ...{ at: '2026-11-27T12:00:00.000Z', memory_mb: 200, cpu_percent: 12.5, loop_lag_ms: 3.5 },
            active_tasks: 1,
          },
          {
            ...{ at: '2026-11-27T12:01:00.000Z', memory_mb: 210, cpu_percent: 50, loop_lag_ms: null },
            active_tasks: 0,
          },
        ],
      },
    ],
  });
  const [together] = (await gateway.get('workers/samples?step_minutes=15')).body.workers;
  expect(together.samples).toEqual([
    {
      ...{ at: '2026-11-27T12:00:00.000Z', memory_mb: 210, cpu_percent: 50, loop_lag_ms: 3.5 },
      active_tasks: 1,
    },
  ]);
  const counts = async (query: string): Promise<number[]> =>
    (await gateway.get(`workers/samples?${query}`)).body.workers.map(
      ({ samples }: { samples: unknown[] }) => samples.length,
    );
  expect(await counts('from=2026-11-27T12:01:00Z&to=2026-11-27T12:02:00Z')).toEqual([1]);
  expect(await counts(`worker=${encodeURIComponent(NAME)}`)).toEqual([2]);
  expect(await counts('worker=nobody')).toEqual([]);
  await sampleAt(new Date(NOON.getTime() + 25 * HOUR_MS + MINUTE_MS / 4), {});
  expect(await counts('from=2026-11-27T00:00:00Z')).toEqual([2]);
});

it('refuses a reversed range, and a wrong step', async () => {
  const answer = await gateway.get('workers/samples?from=2026-11-28T00:00:00Z&to=2026-11-27T00:00:00Z');
  expectProblem(answer, 400, /must not be after/);
  expectProblem(await gateway.get('workers/samples?step_minutes=61'), 400, /step_minutes must be .* from 1 to 60/);
});
