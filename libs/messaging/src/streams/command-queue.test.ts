import { consumerName, STREAMS, TASK_ID_HEADER } from '#rotunda/contracts';
import { startTestNats, TEST_ACK_WAIT_MS, type TestNats } from '#rotunda/testing';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { CommandQueue, type QueuedCommand } from './command-queue.js';

let nats: TestNats;
let queue: CommandQueue;
let ids = 0;

beforeAll(async () => {
  nats = await startTestNats();
  ({ queue } = nats);
});
afterAll(() => nats.stop());
beforeEach(() => nats.client.manager.streams.purge(STREAMS.tasks));

/** Each with a new task id: the stream remembers message ids even after a purge. */
const newCommand = (more: Partial<QueuedCommand> = {}): QueuedCommand => ({
  ...{ chamber: 'house', name: 'check', id: `task-${++ids}`, run: 1, body: '{}' },
  ...more,
});

async function publish(count: number): Promise<number[]> {
  const sequences: number[] = [];
  for (let n = 0; n < count; n++) sequences.push((await queue.publish(newCommand())).sequence);
  return sequences;
}

async function sequencesIn(first: number, last?: number): Promise<number[]> {
  const sequences: number[] = [];
  for await (const { sequence } of queue.between(first, last)) sequences.push(sequence);
  return sequences;
}

it('stores a command under its subject, with the id of its task', async () => {
  const command = newCommand({ chamber: 'senate', name: 'scrape', body: '{"days_back":7}' });
  const { sequence, duplicate } = await queue.publish(command);
  expect(duplicate).toBe(false);
  const message = (await queue.find(sequence))!;
  expect(message).toMatchObject({ subject: 'tasks.senate.scrape', sequence, publishedAt: expect.any(Date) });
  expect(message.header(TASK_ID_HEADER)).toBe(command.id);
  expect(Buffer.from(message.data).toString()).toBe(command.body);
});

it('stores one command for each run of a task', async () => {
  const command = newCommand();
  const { sequence } = await queue.publish(command);
  expect(await queue.publish(command)).toEqual({ sequence, duplicate: true });
  expect(await queue.publish({ ...command, run: 2 })).toEqual({ sequence: sequence + 1, duplicate: false });
  expect(await sequencesIn(1)).toEqual([sequence, sequence + 1]);
});

it('does not find removed messages, and knows its first and last sequence', async () => {
  const [one, two, three] = (await publish(3)) as [number, number, number];
  await queue.remove(one);
  await queue.remove(one);
  expect(await queue.find(one)).toBeNull();
  expect(await queue.range()).toEqual({ first: two, last: three });
  for (const sequence of [two, three]) await queue.remove(sequence);
  expect(await queue.range()).toEqual({ first: three + 1, last: three });
  expect(await queue.find(three + 1)).toBeNull();
  expect(await sequencesIn(one)).toEqual([]);
});

it('reads a range in order, without messages that are removed meanwhile', async () => {
  const [one, two, three, four] = (await publish(4)) as [number, number, number, number];
  expect(await sequencesIn(two, three)).toEqual([two, three]);
  const read: number[] = [];
  for await (const { sequence } of queue.between(one, three)) {
    read.push(sequence);
    if (sequence === one) await queue.remove(two);
    if (sequence === one) await queue.remove(three);
  }
  expect(read).toEqual([one]);
  expect(await sequencesIn(1)).toEqual([one, four]);
});

it('knows the ack floor of a consumer and the ack wait of a chamber', async () => {
  const name = consumerName('house', 'check');
  const [one] = await publish(2);
  const consumer = await nats.client.jetstream.consumers.get(STREAMS.tasks, name);
  for (let n = 0; n < 2; n++) {
    const message = await consumer.next();
    if (message?.seq === one) await message?.ackAck();
  }
  expect(await queue.ackFloor(name)).toBe(one);
  expect(await queue.ackWaitMs('house')).toBe(TEST_ACK_WAIT_MS);
});
