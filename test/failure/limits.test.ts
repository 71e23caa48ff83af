import { BUCKETS, type DeadLetter, STREAMS, type TaskState } from '#rotunda/contracts';
import { KvBucket } from '#rotunda/messaging';
import { systemClock } from '#rotunda/runtime';
import { TaskControl, TaskDispatcher, TaskStore } from '#rotunda/tasks';
import { eventually, itAll, startTestNats, type TestNats } from '#rotunda/testing';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { WorkerProcess } from './worker-process.js';

/** As services dispatch: a long window goes to the long lane at once. */
const DISPATCHING = { TASK_MAX_RETRIES: 3, SCRAPE_LONG_WINDOW_DAYS: 31 };

/** Only against hanging; the time limit of a test is longer (`vitest.config.ts`). */
const WITHIN_MS = 240_000;
const SPINS = 1;
const HANGS = 2;
const SUCCEEDS = 3;

let nats: TestNats;
let tasks: TaskStore;
const workers: WorkerProcess[] = [];

beforeAll(async () => {
  nats = await startTestNats();
  tasks = new TaskStore(await KvBucket.open<TaskState>(nats.client, BUCKETS.tasks));
});

afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.kill('SIGKILL');
});

afterAll(() => nats.stop());

async function start(settings: Record<string, string>): Promise<WorkerProcess> {
  const worker = await WorkerProcess.start({ NATS_URL: nats.server.url, ...settings });
  workers.push(worker);
  return worker;
}

async function submit(days_back: number): Promise<string> {
  const dispatcher = new TaskDispatcher(nats.queue, tasks, DISPATCHING, systemClock);
  return (await dispatcher.submit({ chamber: 'house', name: 'scrape', args: { days_back } })).id;
}

const cancel = (id: string): Promise<unknown> =>
  new TaskControl(nats.queue, tasks, { TASK_MAX_RETRIES: 3 }, systemClock).cancel(id);

const ended = (id: string): Promise<TaskState> =>
  eventually(
    `the end of ${id}`,
    async () => {
      const state = await tasks.find(id);
      return state?.times.finished ? state : null;
    },
    WITHIN_MS,
  );

async function lastLetter(): Promise<DeadLetter> {
  const { last_seq } = (await nats.client.manager.streams.info(STREAMS.deadLetters)).state;
  const message = await nats.client.nextStored(STREAMS.deadLetters, last_seq);
  return JSON.parse(new TextDecoder().decode(message!.data)) as DeadLetter;
}

it('a worker whose event loop is stuck is killed; each time costs its task a crash, and in the end the task fails', async () => {
  const id = await submit(SPINS);
  const limits = { WORKER_STUCK_MS: '1000', TASK_MAX_CRASHES: '1' };
  for (let life = 1; life <= 2; life++) {
    const worker = await start(limits);
    expect(await worker.exited).toEqual([null, 'SIGKILL']);
    expect(worker.stderr).toContain('watchdog: the event loop was stuck for 1 s');
    expect(await tasks.find(id)).toMatchObject({ state: 'STARTED', crashes: life - 1, retries: 0 });
  }
  await start(limits);
  expect(await ended(id)).toMatchObject({ state: 'FAILURE', crashes: 2, retries: 0, error: { code: 'WorkerLost' } });
  expect(await lastLetter()).toMatchObject({ task_id: id, attempts: 2, error: { code: 'WorkerLost' } });
});

it('a task past the hard limit ends with its process, becomes FAILURE at its redelivery, with a dead letter', async () => {
  const id = await submit(HANGS);
  const limits = { TASK_SOFT_LIMIT_MS: '0', TASK_HARD_LIMIT_MS: '1500' };
  const worker = await start(limits);
  expect(await worker.exited).toEqual([null, 'SIGKILL']);
  expect(worker.stderr).toContain(`watchdog: task ${id} ran for 1.5 s, the hard limit (TASK_HARD_LIMIT_MS)`);
  await start(limits);
  expect(await ended(id)).toMatchObject({ state: 'FAILURE', error: { code: 'TimeLimitExceeded' }, retries: 0 });
  expect(await lastLetter()).toMatchObject({ task_id: id, attempts: 1, error: { code: 'TimeLimitExceeded' } });
});

it('a task that ignores its signal is given up when it is cancelled, and its worker exits', async () => {
  const id = await submit(HANGS);
  const worker = await start({});
  await eventually('STARTED', async () => (await tasks.find(id))?.state === 'STARTED', WITHIN_MS);
  await cancel(id);
  expect(await worker.exited).toEqual([0, null]);
  expect(await tasks.find(id)).toMatchObject({ state: 'REVOKED', attempts: [{ error: { code: 'Revoked' } }] });
});

it('a worker that is stopped hands back even a task that ignores its signal, at no cost', async () => {
  const id = await submit(HANGS);
  const worker = await start({ WORKER_STOP_GRACE_MS: '100' });
  await eventually('STARTED', async () => (await tasks.find(id))?.state === 'STARTED', WITHIN_MS);
  await worker.kill('SIGTERM');
  expect(await worker.exited).toEqual([0, null]);
  expect(await tasks.find(id)).toMatchObject({ state: 'RETRY', retries: 0, crashes: 0 });
  await cancel(id);
});

itAll('a stop that waits for a server that hangs is given up', async () => {
  const worker = await start({ WORKER_STOP_GRACE_MS: '100', STUCK_WORKER_CLOSE_MS: '300' });
  await ended(await submit(SUCCEEDS));
  process.kill(nats.server.pid, 'SIGSTOP');
  try {
    await worker.kill('SIGTERM');
    expect(await worker.exited).toEqual([1, null]);
  } finally {
    process.kill(nats.server.pid, 'SIGCONT');
  }
});

itAll('a worker that has done its number of tasks ends cleanly, and leaves the rest to the next one', async () => {
  const ids = [await submit(SUCCEEDS), await submit(SUCCEEDS), await submit(SUCCEEDS)];
  expect(await (await start({ WORKER_MAX_TASKS: '2' })).exited).toEqual([0, null]);
  expect((await tasks.find(ids[2]!))?.state).toBe('PENDING');
  await start({});
  const states = await Promise.all(ids.map(ended));
  expect(states.map(({ state, attempts }) => [state, attempts.length])).toEqual(ids.map(() => ['SUCCESS', 1]));
});
