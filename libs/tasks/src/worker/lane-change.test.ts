import { BUCKETS, laneSubject, STREAMS, TASK_ID_HEADER } from '#rotunda/contracts';
import type { CheckResult, TaskState } from '#rotunda/contracts';
import { Delivery, KvBucket } from '#rotunda/messaging';
import { systemClock } from '#rotunda/runtime';
import { eventually, startTestNats, type TestNats } from '#rotunda/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  LONG_SUBJECT,
  SETTINGS,
  startTestWorker,
  stopTestWorker,
  SUBJECT,
  type TestWorker,
  type Work,
} from '../../test/test-worker.js';
import { identifyCommand } from '../queue/command-identity.js';
import { TaskControl } from '../queue/task-control.js';
import { TaskDispatcher } from '../queue/task-dispatcher.js';
import { TaskReruns } from '../queue/task-reruns.js';
import { TaskStore } from '../queue/task-store.js';
import { LaneChange } from './lane-change.js';

const DONE: CheckResult = { status: 'success', chamber: 'house', checks: [] };
const LONG = { days_back: 400 };

let nats: TestNats;
let store: TaskStore;
let dispatcher: TaskDispatcher;
const workers: TestWorker[] = [];
/** The long tasks that were started, in this order. They go on until the test lets them end. */
let started: string[] = [];
let letEnd: () => void;
let mayEnd: Promise<void>;

beforeAll(async () => {
  nats = await startTestNats();
  store = new TaskStore(await KvBucket.open<TaskState>(nats.client, BUCKETS.tasks));
  dispatcher = new TaskDispatcher(nats.queue, store, SETTINGS, systemClock);
});
afterAll(() => nats.stop());
beforeEach(async () => {
  started = [];
  mayEnd = new Promise((resolve) => (letEnd = resolve));
  await nats.client.manager.streams.purge(STREAMS.tasks);
});
afterEach(async () => {
  letEnd();
  for (const worker of workers.splice(0)) await stopTestWorker(worker);
});

const work: Work = async ({ id, args, signal }) => {
  if (args.days_back !== LONG.days_back) return DONE;
  started.push(id);
  const stop = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  await Promise.race([mayEnd, stop]);
  return DONE;
};

async function startWorker(concurrency = 1): Promise<TestWorker> {
  const worker = await startTestWorker(nats.server.url, work, { WORKER_CONCURRENCY: concurrency });
  workers.push(worker);
  return worker;
}

const submit = async (args: Record<string, unknown>): Promise<string> =>
  (await dispatcher.submit({ chamber: 'house', name: 'scrape', args })).id;

/** As `nats pub` does, with an id so that the test finds its task. */
async function publishByHand(id: string, body: object): Promise<string> {
  await nats.client.publish(SUBJECT, JSON.stringify(body), { header: { [TASK_ID_HEADER]: id } });
  return id;
}

/** As a gateway that knows only one lane. */
async function publishAsBefore(id: string, body: object): Promise<string> {
  await nats.queue.publish({ chamber: 'house', name: 'scrape', id, run: 1, body: JSON.stringify(body) });
  return id;
}

const ended = (id: string): Promise<TaskState> =>
  eventually(`the end of ${id}`, async () => {
    const state = await store.find(id);
    return state?.times.finished ? state : null;
  });
const subjects = async (): Promise<string[]> => {
  const found: string[] = [];
  for await (const { subject } of nats.queue.between(1)) found.push(subject);
  return found;
};
const emptyQueue = () => eventually('an empty queue', async () => (await subjects()).length === 0);
const ONCE = { state: 'SUCCESS', run: 1, retries: 0, crashes: 0, attempts: [{ n: 1 }] };

describe.each([1, 2])('beside more year-long scrapes than it has slots, a worker of %d', (concurrency) => {
  it('starts the scrape of a day at once, and ends the long ones in their order', async () => {
    const long = [await submit(LONG), await submit(LONG), await submit(LONG), await submit(LONG)];
    await startWorker(concurrency);
    await eventually('a long one', () => started.length === 1);
    expect(await ended(await submit({ days_back: 1 }))).toMatchObject(ONCE);
    expect(started).toEqual(long.slice(0, 1));
    letEnd();
    for (const id of long) expect(await ended(id)).toMatchObject(ONCE);
    expect(started).toEqual(long);
  });

  it.each([
    ['by hand', publishByHand, { source: 'bus' }],
    ['by an older gateway', publishAsBefore, { source: 'rest' }],
  ])('does so if these were published %s', async (how, publish, origin) => {
    const ids = [1, 2, 3, 4].map((n) => `${how.replaceAll(' ', '-')}-${concurrency}-${n}`);
    for (const id of ids) await publish(id, LONG);
    await startWorker(concurrency);
    expect(await ended(await publish(`${ids[0]}-day`, { days_back: 1 }))).toMatchObject({ ...ONCE, ...origin });
    await eventually('all of them in their lane', async () => {
      const found = await subjects();
      return found.length === 4 && found.every((subject) => subject === LONG_SUBJECT);
    });
    const waiting = await store.find(ids[3]!);
    expect(waiting).toMatchObject({ state: 'PENDING', args: LONG, ...origin });
    // Operators find the command where its state says.
    expect(await nats.queue.find(waiting!.stream_seq!)).toMatchObject({ subject: LONG_SUBJECT });
    letEnd();
    for (const id of ids) expect(await ended(id)).toMatchObject({ ...ONCE, ...origin });
    expect(started.toSorted()).toEqual(ids);
    await emptyQueue();
  });
});

it('a command whose worker dies between the publish and the ack runs once', async () => {
  const id = await publishAsBefore('half-moved', LONG);
  const consumer = await nats.client.jetstream.consumers.get(STREAMS.tasks, 'house-scrape');
  const delivery = new Delivery((await consumer.next())!);
  const command = identifyCommand(delivery);
  const { sequence } = await nats.queue.publishInLongLane(command, delivery);
  expect(await nats.queue.publishInLongLane(command, delivery)).toEqual({ sequence, duplicate: true });
  await startWorker();
  // The first message is delivered again after the ack wait.
  await eventually('the first message gone', async () => (await subjects()).length === 1, 10_000);
  letEnd();
  expect(await ended(id)).toMatchObject({ ...ONCE, stream_seq: sequence });
  await emptyQueue();
  expect(started).toEqual([id]);
});

it('a command whose first message comes again while it runs goes on', async () => {
  const id = await publishAsBefore('twice-moved', LONG);
  const consumer = await nats.client.jetstream.consumers.get(STREAMS.tasks, 'house-scrape');
  const delivery = new Delivery((await consumer.next())!);
  const change = new LaneChange(nats.queue, store, SETTINGS, systemClock);
  const submission = {
    ...{ ...identifyCommand(delivery), args: LONG, maxRetries: 2 },
    ...{ streamSequence: delivery.sequence, queuedAt: new Date().toISOString() },
  };
  expect(await change.move(submission, delivery)).toEqual({ kind: 'ack' });
  await startWorker();
  await eventually('the start', () => started.length > 0);
  await eventually('the first message gone', async () => (await subjects()).length === 1, 10_000);
  expect(await store.find(id)).toMatchObject({ state: 'STARTED', attempts: [{ n: 1 }] });
  letEnd();
  expect(await ended(id)).toMatchObject(ONCE);
  expect(started).toEqual([id]);
});

it('a long one goes on in its lane after its worker was stopped', async () => {
  const id = await submit(LONG);
  const worker = await startWorker();
  await eventually('the start', () => started.length === 1);
  workers.pop();
  await stopTestWorker(worker);
  expect(await store.find(id)).toMatchObject({ state: 'RETRY', retries: 0 });
  expect(await subjects()).toEqual([LONG_SUBJECT]);
  await startWorker();
  await eventually('the start again', () => started.length === 2);
  letEnd();
  expect(await ended(id)).toMatchObject({ state: 'SUCCESS', retries: 0, crashes: 0, attempts: [{ n: 1 }, { n: 2 }] });
});

it('a long one that is cancelled on its way does not run', async () => {
  const id = await publishByHand('cancelled', LONG);
  await startWorker();
  const other = await publishByHand('behind', LONG);
  await eventually('both in their lane', async () => (await subjects()).every((subject) => subject === LONG_SUBJECT));
  const control = new TaskControl(nats.queue, store, SETTINGS, systemClock);
  expect(await control.cancel(other)).toBe('revoked');
  expect(await subjects()).toEqual([LONG_SUBJECT]);
  letEnd();
  expect(await ended(id)).toMatchObject(ONCE);
  expect(started).toEqual([id]);
});

it('a full queue keeps a long one where it is, and short ones pass', async () => {
  const { manager } = nats.client;
  const filler = await nats.client.publish(laneSubject('senate', 'scrape', 'long'), 'x'.repeat(1_000));
  const id = await publishByHand('no-room', LONG);
  const day = await publishByHand('passes', {});
  const { config, state } = await manager.streams.info(STREAMS.tasks);
  await manager.streams.update(STREAMS.tasks, { ...config, max_bytes: state.bytes });
  await startWorker();
  expect(await ended(day)).toMatchObject(ONCE);
  expect(started).toEqual([]);
  await manager.streams.update(STREAMS.tasks, config);
  await nats.queue.remove(filler.sequence);
  letEnd();
  expect(await ended(id)).toMatchObject(ONCE);
});

it('a further run of a long one is published in its lane', async () => {
  const reruns = new TaskReruns(nats.queue, store, SETTINGS, systemClock);
  const id = await submit(LONG);
  await new TaskControl(nats.queue, store, SETTINGS, systemClock).cancel(id);
  expect(await reruns.rerun(id)).toMatchObject({ kind: 'queued', state: { run: 2 } });
  expect(await subjects()).toEqual([LONG_SUBJECT]);
});
