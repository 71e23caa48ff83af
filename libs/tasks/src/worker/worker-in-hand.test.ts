import { setTimeout as delay } from 'node:timers/promises';
import { BUCKETS, type CheckResult, STREAMS, type TaskState } from '#rotunda/contracts';
import { KvBucket } from '#rotunda/messaging';
import { systemClock } from '#rotunda/runtime';
import { eventually, startTestNats, type TestNats } from '#rotunda/testing';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { SETTINGS, startTestWorker, stopTestWorker, type Work } from '../../test/test-worker.js';
import { TaskDispatcher } from '../queue/task-dispatcher.js';
import { TaskRunner } from './task-runner.js';
import { TaskStore } from '../queue/task-store.js';

let nats: TestNats;
let store: TaskStore;

beforeAll(async () => {
  nats = await startTestNats();
  store = new TaskStore(await KvBucket.open<TaskState>(nats.client, BUCKETS.tasks));
});
afterAll(() => nats.stop());

const endless: Work = async ({ signal }) => {
  await delay(600_000, undefined, { signal });
  throw new Error('nobody stopped it');
};

async function submit(): Promise<string> {
  const dispatcher = new TaskDispatcher(nats.queue, store, SETTINGS, systemClock);
  return (await dispatcher.submit({ chamber: 'house', name: 'scrape', args: {} })).id;
}

const HANDED_BACK = { state: 'RETRY', retries: 0, crashes: 0, attempts: [{ error: { code: 'WorkerStopped' } }] };

describe('a worker that stops', () => {
  it('hands back all of its tasks, and leaves the others in the queue', async () => {
    const ids = await Promise.all(Array.from({ length: 7 }, submit));
    const worker = await startTestWorker(nats.server.url, endless, { WORKER_CONCURRENCY: 5 });
    const states = async (): Promise<TaskState[]> =>
      (await Promise.all(ids.map((id) => store.find(id)))) as TaskState[];
    const inState = async (name: TaskState['state']): Promise<number> =>
      (await states()).filter(({ state }) => state === name).length;
    await eventually('full hands', async () => (await inState('STARTED')) === 5);
    await stopTestWorker(worker);
    const after = await states();
    expect(after.filter(({ state }) => state === 'PENDING')).toHaveLength(2);
    const handedBack = after.filter(({ state }) => state !== 'PENDING');
    expect(handedBack).toEqual(Array.from({ length: 5 }, () => expect.objectContaining({ state: 'RETRY' })));
    for (const state of handedBack) expect(state).toMatchObject(HANDED_BACK);
    await nats.client.manager.streams.purge(STREAMS.tasks);
  });

  it('also hands back a task that it was about to start', async () => {
    const change = vi.spyOn(TaskStore.prototype, 'change');
    onTestFinished(() => change.mockRestore());
    const id = await submit();
    let letClaim!: () => void;
    const held = new Promise<void>((resolve) => (letClaim = resolve));
    change.mockImplementationOnce(async function (this: TaskStore, ...args) {
      await held;
      return this.change(...args);
    });
    const before = change.mock.calls.length;
    const worker = await startTestWorker(nats.server.url, endless, {});
    await eventually('a claim', () => change.mock.calls.length > before);
    const stopped = stopTestWorker(worker);
    // The grace period, of 0 ms, is over.
    await delay(1);
    letClaim();
    await stopped;
    expect(await store.find(id)).toMatchObject(HANDED_BACK);
  });
});

it('a command redelivered to the worker that runs it starts no second attempt, and costs no crash', async () => {
  await nats.client.manager.streams.purge(STREAMS.tasks);
  const run = vi.spyOn(TaskRunner.prototype, 'run');
  onTestFinished(() => run.mockRestore());
  let finish!: (result: CheckResult) => void;
  const done = new Promise<CheckResult>((resolve) => (finish = resolve));
  const worker = await startTestWorker(nats.server.url, () => done, { WORKER_CONCURRENCY: 2 });
  onTestFinished(() => stopTestWorker(worker));
  const id = await submit();
  await eventually('its attempt', async () => (await store.find(id))?.state === 'STARTED');
  const again = await Promise.race([worker.runner.run(...run.mock.calls[0]!), delay(10_000, 'another attempt')]);
  finish({ status: 'success', chamber: 'house', checks: [] });
  expect(again).toEqual({ kind: 'leave' });
  await eventually('its end', async () => (await store.find(id))?.times.finished);
  expect(await store.find(id)).toMatchObject({ state: 'SUCCESS', crashes: 0, attempts: [{ n: 1 }] });
});
