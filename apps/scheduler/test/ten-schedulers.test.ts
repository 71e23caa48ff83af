import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUCKETS, isFinal, type ScheduleState, STREAMS, type TaskState } from '#rotunda/contracts';
import { NatsServer } from '#rotunda/embedded';
import { applyTopology, KvBucket, NatsClient } from '#rotunda/messaging';
import { eventually } from '#rotunda/testing';
import {
  ExpiredCommands,
  type NewTask,
  ScheduleBook,
  scheduleOf,
  Schedules,
  TaskDispatcher,
  TaskStore,
} from '#rotunda/tasks';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Scheduler } from '../src/scheduler.js';

const SCHEDULERS = 10;
const MINUTES = 60;
const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;
const FIRST = Date.parse('2027-02-01T06:00:00Z');
const TOPOLOGY = { NATS_REPLICAS: 1, TASKS_MAX_BYTES: 64 * 1024 * 1024, TASK_ACK_WAIT_MS: 2_000 };

let folder: string;
let server: NatsServer;
const clients: NatsClient[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rotunda-ten-'));
  server = await NatsServer.start({ dataDir: folder });
});
afterAll(async () => {
  for (const client of clients) await client.close();
  await server.stop();
  await rm(folder, { recursive: true });
});

/** A dispatcher that can be stopped right before it publishes, as a process that the system froze. */
class FreezableDispatcher extends TaskDispatcher {
  thaw: (() => void) | null = null;
  private frozen: Promise<void> = Promise.resolve();

  freeze(): void {
    this.frozen = new Promise((resolve) => (this.thaw = resolve));
  }

  override async submit(task: NewTask): Promise<{ id: string; duplicate: boolean }> {
    await this.frozen;
    return super.submit(task);
  }
}

/** One process's worth of a scheduler: a connection and a clock of its own. */
async function start(name: string): Promise<{ scheduler: Scheduler; dispatcher: FreezableDispatcher }> {
  const client = await NatsClient.connect(server.url, name);
  clients.push(client);
  const store = new TaskStore(await KvBucket.open<TaskState>(client, BUCKETS.tasks));
  const dispatcher = new FreezableDispatcher(client, store, { TASK_MAX_RETRIES: 3, SCRAPE_MAX_WINDOW_DAYS: 366 });
  const schedules = new Schedules(await KvBucket.open<ScheduleState>(client, BUCKETS.schedules));
  const scheduler = new Scheduler(
    schedules,
    new ScheduleBook(schedules),
    dispatcher,
    store,
    new ExpiredCommands(client, store),
  );
  await scheduler.onApplicationBootstrap();
  return { scheduler, dispatcher };
}

/** Does what is in the queue as a worker would: what has ended already is left undone. */
async function work(client: NatsClient, tasks: KvBucket<TaskState>, done: Map<string, number>): Promise<void> {
  for (let next = 1; ;) {
    const message = await client.nextStored(STREAMS.tasks, next);
    if (!message) return;
    next = message.sequence + 1;
    const id = message.header('Rotunda-Task-Id')!;
    const entry = await tasks.get(id);
    if (!entry || !isFinal(entry.value.state)) {
      done.set(id, (done.get(id) ?? 0) + 1);
      await tasks.update(id, { ...entry!.value, state: 'SUCCESS' }, entry!.revision);
    }
    await client.deleteStored(STREAMS.tasks, message.sequence);
  }
}

const allAnswer = (all: NatsClient[]): Promise<boolean> =>
  Promise.all(all.map((one) => one.connection.flush())).then(
    () => true,
    () => false,
  );

/** The same numbers in each run: mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

it('fires each tick of an hour once with ten schedulers, one of them frozen over a restart of the server', async () => {
  const client = await NatsClient.connect(server.url, 'worker');
  clients.push(client);
  await applyTopology(client, TOPOLOGY);
  const tasks = await KvBucket.open<TaskState>(client, BUCKETS.tasks);
  const schedules = await KvBucket.open<ScheduleState>(client, BUCKETS.schedules);
  const before = new Date(FIRST - SECOND_MS);
  // The defaults keep out: their ticks are those of the real clock.
  for (const name of ['daily', 'weekly', 'check']) {
    const paused = scheduleOf(name, { cron: '0 0 1 1 *', task: 'check' }, null, new Date('2028-01-02T00:00:00Z'));
    await schedules.put(name, paused);
  }
  const minutely = scheduleOf('minutely', { cron: '* * * * *', task: 'check', overlap: 'allow' }, null, before);
  await schedules.put('minutely', minutely);
  const random = randomFrom(20_270_201);
  const ten = await Promise.all(Array.from({ length: SCHEDULERS }, (_, n) => start(`scheduler-${n}`)));
  const done = new Map<string, number>();
  let frozen: Promise<void> | null = null;

  for (let minute = 0; minute < MINUTES; minute++) {
    const fire = FIRST + minute * MINUTE_MS;
    if (minute === MINUTES / 2) {
      const [slow] = ten;
      slow!.dispatcher.freeze();
      frozen = slow!.scheduler.fireDue(new Date(fire));
    }
    // Clocks differ by up to half a minute, a third of the schedulers is busy elsewhere, but one looks in time.
    const looking = ten.slice(1).filter((_one, n) => n === 0 || random() > 0.3);
    await Promise.all(
      looking.map(({ scheduler }, n) =>
        scheduler.fireDue(new Date(fire + (n === 0 ? 0 : (random() - 0.5) * MINUTE_MS))),
      ),
    );
    await work(client, tasks, done);
    if (minute === MINUTES / 2 + 5) {
      // With the process the stream's memory of message ids is gone: the tick that is done must stay done.
      const { port } = server;
      await server.stop('SIGKILL');
      server = await NatsServer.start({ dataDir: folder, port });
      await eventually('all connections', () => allAnswer(clients));
      ten[0]!.dispatcher.thaw!();
      await frozen;
      await work(client, tasks, done);
    }
  }

  const expected = Array.from({ length: MINUTES }, (_, minute) => {
    const stamp = new Date(FIRST + minute * MINUTE_MS).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
    return [`minutely-senate-${stamp}Z`, `minutely-house-${stamp}Z`];
  }).flat();
  expect([...done.keys()].toSorted()).toEqual(expected.toSorted());
  expect([...done.values()].filter((times) => times !== 1)).toEqual([]);
});
