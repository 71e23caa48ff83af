import {
  BUCKETS,
  type CheckResult,
  type Draining,
  type TaskState,
  type WorkerNameClaim,
  type WorkerState,
} from '#rotunda/contracts';
import { ControlChannel, KvBucket } from '#rotunda/messaging';
import { systemClock } from '#rotunda/runtime';
import { eventually, startTestNats, type TestNats } from '#rotunda/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { SETTINGS, startTestWorker, stopTestWorker, type TestWorker, type Work } from '../../test/test-worker.js';
import { TaskDispatcher } from '../queue/task-dispatcher.js';
import { TaskStore } from '../queue/task-store.js';

const HANGS_AFTER_MS = 60_000;

let nats: TestNats;
let store: TaskStore;
let entries: KvBucket<WorkerState | WorkerNameClaim>;
let kill: { mock: { calls: unknown[][] } };

beforeAll(async () => {
  nats = await startTestNats();
  store = new TaskStore(await KvBucket.open<TaskState>(nats.client, BUCKETS.tasks));
  entries = await KvBucket.open(nats.client, BUCKETS.workers);
});
afterAll(() => nats.stop());
beforeEach(() => {
  const spy = vi.spyOn(process, 'kill').mockReturnValue(true);
  onTestFinished(() => spy.mockRestore());
  kill = spy;
});

/** A worker as its service makes it: it listens, and shows itself in KV. */
async function start(work: Work): Promise<TestWorker> {
  const worker = await startTestWorker(nats.server.url, work, { WORKER_CONCURRENCY: 2 });
  worker.life.drains(worker.server);
  await worker.registry.onApplicationBootstrap();
  worker.listener.onApplicationBootstrap();
  await worker.client.connection.flush();
  onTestFinished(async () => {
    worker.listener.onApplicationShutdown();
    await stopTestWorker(worker);
  });
  return worker;
}

const ask = ({ registry: { id } }: TestWorker, verb: Draining | 'ping'): Promise<WorkerState> =>
  new ControlChannel(nats.client).ask({ chamber: 'house', id }, verb, HANGS_AFTER_MS);

const entryOf = async ({ registry: { id } }: TestWorker): Promise<unknown> => (await entries.get(id))?.value;

async function submit(): Promise<string> {
  const dispatcher = new TaskDispatcher(nats.queue, store, SETTINGS, systemClock);
  return (await dispatcher.submit({ chamber: 'house', name: 'scrape', args: {} })).id;
}

const DONE: CheckResult = { status: 'success', chamber: 'house', checks: [] };

describe('a worker that is drained under load', () => {
  it('ends the tasks that it has, takes no other, and says so at once; each task runs once', async () => {
    let finish!: (result: CheckResult) => void;
    const done = new Promise<CheckResult>((resolve) => (finish = resolve));
    const worker = await start(() => done);
    expect((await ask(worker, 'ping')).draining).toBeUndefined();
    const first = await Promise.all([submit(), submit()]);
    const states = (ids: string[]) => Promise.all(ids.map((id) => store.find(id)));
    const running = async () => (await states(first)).filter((state) => state?.state === 'STARTED').length;
    await eventually('two running tasks', async () => (await running()) === 2);

    const asked = await ask(worker, 'drain');
    expect(asked).toMatchObject({ id: worker.registry.id, draining: 'drain', active: [{}, {}] });
    expect(await entryOf(worker)).toMatchObject({ draining: 'drain' });
    const later = await Promise.all([submit(), submit(), submit()]);
    const successor = await start(async () => DONE);
    const ended = (ids: string[]) => async () => (await states(ids)).every((state) => state?.state === 'SUCCESS');
    await eventually('the other tasks', ended(later));
    expect(await running()).toBe(2);
    expect(kill.mock.calls).toEqual([]);

    finish(DONE);
    await eventually('the first tasks', ended(first));
    await eventually('its end', () => kill.mock.calls.length > 0);
    expect(kill.mock.calls).toEqual([[process.pid, 'SIGTERM']]);
    for (const state of await states([...first, ...later])) {
      expect(state).toMatchObject({ attempts: [{ n: 1 }], crashes: 0, retries: 0 });
    }
    expect((await states(later)).map((state) => state?.attempts[0]?.worker)).toEqual(
      later.map(() => successor.registry.id),
    );
  });

  it('SIGHUP restarts it', async () => {
    const worker = await start(async () => DONE);
    process.emit('SIGHUP');
    await eventually('its end', () => kill.mock.calls.length > 0);
    expect(await ask(worker, 'ping')).toMatchObject({ draining: 'restart' });
    expect(worker.life.exitCodeAfter(0)).toBe(0);
  });

  it('runs a task that it was about to start', async () => {
    const change = vi.spyOn(TaskStore.prototype, 'change');
    onTestFinished(() => change.mockRestore());
    let letClaim!: () => void;
    const held = new Promise<void>((resolve) => (letClaim = resolve));
    const id = await submit();
    change.mockImplementationOnce(async function (this: TaskStore, ...args) {
      await held;
      return this.change(...args);
    });
    const before = change.mock.calls.length;
    const worker = await start(async () => DONE);
    await eventually('a claim', () => change.mock.calls.length > before);
    await ask(worker, 'drain');
    letClaim();
    await eventually('its end', () => kill.mock.calls.length > 0);
    expect(await store.find(id)).toMatchObject({ state: 'SUCCESS', attempts: [{ n: 1 }], crashes: 0, retries: 0 });
  });
});
