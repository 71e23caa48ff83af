import { commandSubject, STREAMS, TASK_NAMES, type TaskName } from '#rotunda/contracts';
import { eventually, startTestNats, type TestNats } from '#rotunda/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { JetStreamServer } from './jetstream-server.js';
import { NatsClient } from '../connection/nats-client.js';
import { PullWatch } from './pull-watch.js';
import { SlotPool } from './slot-pool.js';

let nats: TestNats;
let running: { server: JetStreamServer; client: NatsClient } | null = null;
/** The commands started, in this order, and those in progress. */
let taken: { name: TaskName; body: string }[] = [];
const inHand = new Set<{ name: TaskName; end: () => void }>();
let mostInHand = 0;
let asked: TaskName[] = [];

beforeAll(async () => {
  nats = await startTestNats();
});
afterAll(() => nats.stop());
beforeEach(() => {
  [taken, mostInHand, asked] = [[], 0, []];
});
afterEach(async () => {
  inHand.forEach(({ end }) => end());
  await running?.server.close();
  await running?.client.close();
  running = null;
  await nats.client.manager.streams.purge(STREAMS.tasks);
});

class CountedPulls extends PullWatch {
  override slot(subject: string): ReturnType<PullWatch['slot']> {
    const slot = super.slot(subject);
    const asking = (): void => {
      asked.push(subject.split('.')[2] as TaskName);
      slot.asking();
    };
    return { ...slot, asking };
  }
}

/** A worker whose scrapes and reparses share slots. @param holds whether its commands run until the test ends them */
async function listen(slots: number, holds: boolean): Promise<JetStreamServer> {
  const client = await NatsClient.connect(nats.server.url, 'worker');
  const shared = new SlotPool(slots);
  const slotsOf = (subject: string): SlotPool => (subject.endsWith('check') ? new SlotPool(1) : shared);
  const server = new JetStreamServer(client, { slotsOf, pulls: new CountedPulls() });
  for (const name of TASK_NAMES) {
    server.addHandler(commandSubject('house', name), async (data: Uint8Array) => {
      taken.push({ name, body: new TextDecoder().decode(data) });
      await new Promise<void>((resolve) => {
        const entry = { name, end: () => (inHand.delete(entry), resolve()) };
        inHand.add(entry);
        mostInHand = Math.max(mostInHand, inHand.size);
        if (!holds) setImmediate(entry.end);
      });
      return { kind: 'ack' };
    });
  }
  await server.listen((error) => {
    if (error) throw error as Error;
  });
  running = { server, client };
  return server;
}

const publish = (name: TaskName, ...bodies: string[]): Promise<unknown> =>
  Promise.all(bodies.map((body) => nats.client.publish(commandSubject('house', name), body)));
const numbers = (count: number): string[] => Array.from({ length: count }, (_, i) => String(i));
const handOf = (name: TaskName): number => [...inHand].filter((entry) => entry.name === name).length;
const infoOf = (name: TaskName) => nats.client.manager.consumers.info(STREAMS.tasks, `house-${name}`);
const emptyQueue = (): Promise<boolean> =>
  eventually(
    'an empty queue',
    async () => (await nats.client.manager.streams.info(STREAMS.tasks)).state.messages === 0,
  );

it('subjects share slots without exceeding them, a check has its own, and no message waits in the client', async () => {
  await publish('scrape', ...numbers(6));
  await publish('reparse', ...numbers(6));
  await publish('check', ...numbers(3));
  await listen(4, true);
  await eventually('full hands', () => inHand.size === 5);
  const held = TASK_NAMES.map(handOf);
  expect(held).toEqual([expect.any(Number), 1, expect.any(Number)]);
  expect(Math.min(...held)).toBeGreaterThan(0);
  // Every message that the server counts as delivered is in progress: no ack wait runs for a waiting one.
  expect(await Promise.all(TASK_NAMES.map(async (name) => (await infoOf(name)).num_ack_pending))).toEqual(held);
  await eventually('all of them', () => {
    inHand.forEach(({ end }) => end());
    return taken.length === 15;
  });
  inHand.forEach(({ end }) => end());
  await emptyQueue();
  expect(mostInHand).toBe(5);
  const redelivered = await Promise.all(TASK_NAMES.map(async (name) => (await infoOf(name)).num_redelivered));
  expect(redelivered).toEqual([0, 0, 0]);
});

it('a long queue does not starve another subject', async () => {
  await publish('scrape', ...numbers(30));
  await listen(1, true);
  await eventually('the first', () => inHand.size === 1);
  await publish('reparse', 'in between');
  await eventually('the other one', () => {
    inHand.forEach(({ end }) => end());
    return taken.some(({ name }) => name === 'reparse');
  });
  expect(taken.findIndex(({ name }) => name === 'reparse')).toBeLessThan(4);
});

it('an empty queue does not slow down another subject by holding the last slot', async () => {
  const COUNT = 100;
  await listen(1, false);
  await publish('reparse', ...numbers(COUNT));
  await eventually('all of them', () => taken.length === COUNT);
  expect(taken.map(({ body }) => Number(body)).toSorted((a, b) => a - b)).toEqual(numbers(COUNT).map(Number));
  expect(asked.filter((name) => name === 'scrape').length).toBeLessThan(COUNT / 2);
  // And yet it is pulled from.
  await publish('scrape', 'at last');
  await eventually('the scrape', () => taken.length === COUNT + 1);
});

it('an idle process has one open pull per subject, whatever the number of slots', async () => {
  await listen(100, false);
  const waiting = async (): Promise<number[]> =>
    Promise.all(TASK_NAMES.map(async (name) => (await infoOf(name)).num_waiting));
  await eventually('the pulls', async () => (await waiting()).every((count) => count === 1));
  await publish('scrape', ...numbers(20));
  await eventually('all of them', () => taken.length === 20);
  await eventually('the pulls again', async () => (await waiting()).every((count) => count === 1));
  expect(asked.filter((name) => name === 'check').length).toBeLessThanOrEqual(
    asked.filter((name) => name === 'scrape').length,
  );
});

it('a stop waits for the commands in progress, takes no more, and leaves the rest in the queue', async () => {
  await publish('scrape', ...numbers(6));
  const server = await listen(4, true);
  await eventually('full hands', () => inHand.size === 4);
  let isClosed = false;
  const closing = server.close().then(() => (isClosed = true));
  const [first, ...others] = inHand;
  others.forEach(({ end }) => end());
  await eventually('three acks', async () => (await infoOf('scrape')).num_ack_pending === 1);
  expect(isClosed).toBe(false);
  first!.end();
  await closing;
  expect(taken).toHaveLength(4);
  expect(await infoOf('scrape')).toMatchObject({ num_ack_pending: 0, num_pending: 2, num_redelivered: 0 });
});
