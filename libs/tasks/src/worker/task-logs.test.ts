import { setTimeout as delay } from 'node:timers/promises';
import { BUCKETS, type CheckResult, logSubject, STREAMS, type TaskLogLine, type TaskState } from '#rotunda/contracts';
import { KvBucket, readStored } from '#rotunda/messaging';
import { systemClock } from '#rotunda/runtime';
import { eventually, startTestNats, type TestNats } from '#rotunda/testing';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import {
  SETTINGS,
  startTestWorker,
  stopTestWorker,
  SUBJECT,
  type TestWorker,
  type Work,
} from '../../test/test-worker.js';
import { TaskDispatcher } from '../queue/task-dispatcher.js';
import { InvalidCommand } from '../state/task-errors.js';
import { taskLog } from './task-log.js';
import { TaskStore } from '../queue/task-store.js';

const DONE: CheckResult = { status: 'success', chamber: 'house', checks: [] };

let nats: TestNats;
let store: TaskStore;
let dispatcher: TaskDispatcher;
let worker: TestWorker;

beforeAll(async () => {
  nats = await startTestNats();
  store = new TaskStore(await KvBucket.open<TaskState>(nats.client, BUCKETS.tasks));
  dispatcher = new TaskDispatcher(nats.queue, store, SETTINGS, systemClock);
});
afterAll(() => nats.stop());
afterEach(() => stopTestWorker(worker));

const startWorker = async (work: Work): Promise<void> => {
  worker = await startTestWorker(nats.server.url, work, {});
};

async function run(args: Record<string, unknown> = {}): Promise<string> {
  const { id } = await dispatcher.submit({ chamber: 'house', name: 'scrape', args });
  await eventually(`the end of ${id}`, async () => (await store.find(id))?.times.finished);
  return id;
}

async function linesOf(id: string): Promise<string[]> {
  const lines = await readStored(nats.client, { stream: STREAMS.taskLogs, subject: logSubject(id), after: 0 });
  return lines.map(({ data }) => {
    const { level, attempt, message } = JSON.parse(Buffer.from(data).toString()) as TaskLogLine;
    return `${level} ${attempt} ${message}`;
  });
}

it('has the lines of the work, at any depth, and the outcome of each attempt, once the task has ended', async () => {
  await startWorker(async ({ attempt }) => {
    await delay(1);
    taskLog().log(`asked, the ${attempt}. time`);
    if (attempt === 1) throw new Error('no answer');
    return DONE;
  });
  expect(await linesOf(await run())).toEqual([
    'log 1 Attempt 1 started (run 1, retry 0 of 2).',
    'log 1 asked, the 1. time',
    expect.stringMatching(/^warn 1 Error: no answer; retry 1 of 2 in 0\.1 s$/),
    'log 2 Attempt 2 started (run 1, retry 1 of 2).',
    'log 2 asked, the 2. time',
    'log 2 Done.',
  ]);
});

it('separates the logs of tasks that run at the same time', async () => {
  let release!: () => void;
  const both = new Promise<void>((resolve) => (release = resolve));
  let here = 0;
  const work: Work = async ({ id }) => {
    here += 1;
    if (here === 2) release();
    await both;
    taskLog().log(`I am ${id}`);
    return DONE;
  };
  await startWorker(work);
  const other = await startTestWorker(nats.server.url, work, {});
  const ids = await Promise.all([run(), run()]);
  await stopTestWorker(other);
  for (const id of ids)
    expect((await linesOf(id)).filter((line) => line.includes('I am'))).toEqual([`log 1 I am ${id}`]);
});

it('tells why a task failed for good, or its command was rejected', async () => {
  await startWorker(() => Promise.reject(new InvalidCommand('the days run backwards')));
  expect(await linesOf(await run())).toContain(
    'error 1 InvalidCommand: the days run backwards; given up, dead letter written',
  );
  await nats.client.publish(SUBJECT, '{"days_back": "many"}', { header: { 'Rotunda-Task-Id': 'refused' } });
  const [line] = await eventually('a line', async () => {
    const lines = await linesOf('refused');
    return lines.length > 0 ? lines : null;
  });
  expect(line).toMatch(/^error 0 The command was rejected: .*days_back/);
});

it('cuts a line that is too long, and discards lines outside of a task', async () => {
  await startWorker(() => {
    taskLog().warn('x'.repeat(5_000));
    return Promise.resolve(DONE);
  });
  expect((await linesOf(await run()))[1]).toBe(`warn 1 ${'x'.repeat(4_000)}…`);
  expect(() => taskLog().error('nobody')).not.toThrow();
});
