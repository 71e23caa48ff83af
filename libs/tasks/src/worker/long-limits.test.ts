import { once } from 'node:events';
import { BUCKETS, type CheckResult, type TaskState } from '#rotunda/contracts';
import { KvBucket } from '#rotunda/messaging';
import { systemClock } from '#rotunda/runtime';
import { eventually, startTestNats, TEST_ACK_WAIT_MS, type TestNats } from '#rotunda/testing';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { SETTINGS, startTestWorker, stopTestWorker, type Work } from '../../test/test-worker.js';
import { HeartbeatCheck } from './heartbeat-check.js';
import { TaskDispatcher } from '../queue/task-dispatcher.js';
import { TaskStore } from '../queue/task-store.js';

const DONE: CheckResult = { status: 'success', chamber: 'house', checks: [] };
const DAY_MS = 24 * 60 * 60 * 1_000;

let nats: TestNats;
let store: TaskStore;
let dispatcher: TaskDispatcher;

beforeAll(async () => {
  nats = await startTestNats();
  store = new TaskStore(await KvBucket.open<TaskState>(nats.client, BUCKETS.tasks));
  dispatcher = new TaskDispatcher(nats.queue, store, SETTINGS, systemClock);
});
afterAll(() => nats.stop());

it.each([
  ['none', { TASK_SOFT_LIMIT_MS: 0, TASK_HARD_LIMIT_MS: 0 }],
  ['30 days, longer than Node’s longest timer', { TASK_SOFT_LIMIT_MS: 30 * DAY_MS, TASK_HARD_LIMIT_MS: 31 * DAY_MS }],
])('a task is not stopped by limits of %s', async (_, limits) => {
  const gate = new EventTarget();
  const work: Work = async ({ signal }) => {
    await once(gate, 'open', { signal });
    return DONE;
  };
  const worker = await startTestWorker(nats.server.url, work, limits);
  onTestFinished(() => stopTestWorker(worker));

  const { id } = await dispatcher.submit({ chamber: 'house', name: 'scrape', args: {} });
  const state = (): Promise<TaskState | null> => store.find(id);
  await eventually('STARTED', async () => (await state())?.state === 'STARTED');
  gate.dispatchEvent(new Event('open'));
  const ended = await eventually('its end', async () => ((await state())?.times.finished ? await state() : null));
  expect(ended).toMatchObject({ state: 'SUCCESS', retries: 0, attempts: [{ n: 1 }] });
});

it('a heartbeat interval that is not shorter than the consumers’ ack wait is rejected', async () => {
  const check = (heartbeatMs: number): Promise<void> =>
    new HeartbeatCheck(nats.queue, { TASK_HEARTBEAT_MS: heartbeatMs }, { chamber: 'house' }).onModuleInit();
  await expect(check(TEST_ACK_WAIT_MS - 1)).resolves.toBeUndefined();
  await expect(check(TEST_ACK_WAIT_MS)).rejects.toThrow(
    'TASK_HEARTBEAT_MS: 2 s is not shorter than the ack wait, 2 s (TASK_ACK_WAIT_MS of the set-up)',
  );
});
