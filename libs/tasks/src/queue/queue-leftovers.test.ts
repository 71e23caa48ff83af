import { cp, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { BUCKETS, commandSubject, consumerName, STREAMS, type TaskResult, type TaskState } from '#rotunda/contracts';
import { NatsServer } from '#rotunda/embedded';
import {
  applyTopology,
  CommandQueue,
  ConsumerRepair,
  type JetStreamContext,
  JetStreamServer,
  KvBucket,
  NatsClient,
} from '#rotunda/messaging';
import { systemClock } from '#rotunda/runtime';
import { eventually, natsServerCommand, testFolder } from '#rotunda/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { QueueLeftovers } from './queue-leftovers.js';
import { TaskDispatcher } from './task-dispatcher.js';
import { TaskStore } from './task-store.js';
import { started, succeeded } from '../state/task-transitions.js';

const MESSAGES = 'jetstream/$G/streams/TASKS/msgs';
const RESULT: TaskResult = { status: 'success', chamber: 'house', checks: [] };

let dataDir: string;
let server: NatsServer;
let client: NatsClient;
let store: TaskStore;

async function open(): Promise<void> {
  server = await NatsServer.start({ dataDir, command: natsServerCommand() });
  client = await NatsClient.connect(server.url, 'test');
  await applyTopology(client, { NATS_REPLICAS: 1, TASKS_MAX_BYTES: 1024 * 1024, TASK_ACK_WAIT_MS: 30_000 });
  store = new TaskStore(await KvBucket.open<TaskState>(client, BUCKETS.tasks));
}

async function close(): Promise<void> {
  await client.close();
  await server.stop();
}

const submit = (id: string) =>
  new TaskDispatcher(new CommandQueue(client), store, { TASK_MAX_RETRIES: 3 }, systemClock).submit({
    chamber: 'house',
    name: 'check',
    args: {},
    id,
  });

/** Like a worker: writes the final state, then acks. */
async function finish(id: string): Promise<void> {
  const consumer = await client.jetstream.consumers.get(STREAMS.tasks, consumerName('house', 'check'));
  const message = await consumer.next();
  const now = new Date().toISOString();
  await store.change(id, (state) => succeeded(started(state!, 'worker', now), RESULT, now));
  await message!.ackAck();
}

const queued = async (): Promise<number> => (await client.manager.streams.info(STREAMS.tasks)).state.messages;

const leftovers = () => new QueueLeftovers(new CommandQueue(client), store, new ConsumerRepair(client));

/** Like an empty queue after nats-server 2.9 was killed with a full disk: the stream counts from 1 again. */
async function forgetLastSequence(): Promise<void> {
  await close();
  await truncate(join(dataDir, MESSAGES, '1.blk'));
  await truncate(join(dataDir, MESSAGES, '1.idx'));
  await open();
  expect((await client.storedRange(STREAMS.tasks)).last).toBe(0);
}

beforeEach(async () => {
  dataDir = await testFolder();
  await open();
});
afterEach(async () => {
  await close();
  await rm(dataDir, { recursive: true });
});

it('removes a done command that a killed server brought back, but none that waits', async () => {
  await submit('done');
  await submit('waits');
  await close();
  // The messages from before the ack, with consumers that remember it: the state of a server that was killed between
  // the two writes.
  await cp(join(dataDir, MESSAGES), join(dataDir, 'before'), { recursive: true });
  await open();
  await finish('done');
  await close();
  await rm(join(dataDir, MESSAGES), { recursive: true });
  await cp(join(dataDir, 'before'), join(dataDir, MESSAGES), { recursive: true });
  await open();

  const before = await queued();
  expect(await leftovers().tidy()).toEqual({ removed: before - 1, replaced: [] });
  expect(await queued()).toBe(1);
  expect((await client.nextStored(STREAMS.tasks, 1))?.header('Rotunda-Task-Id')).toBe('waits');
  await finish('waits');
  expect(await queued()).toBe(0);
});

describe('after the stream has lost its last sequence', () => {
  it('replaces the consumers that are ahead, and workers with open pulls get the next command', async () => {
    await submit('before');
    await finish('before');
    await forgetLastSequence();
    const worker = new JetStreamServer(client, {});
    const handled: string[] = [];
    worker.addHandler(commandSubject('house', 'check'), async (_data: Uint8Array, { delivery }: JetStreamContext) => {
      handled.push(delivery.header('Rotunda-Task-Id') ?? '');
      return { kind: 'ack' };
    });
    await worker.listen(() => undefined);

    expect(await leftovers().tidy()).toEqual({ removed: 0, replaced: ['house-check'] });
    await submit('next');
    await eventually('the command', () => handled.length > 0);
    expect(handled).toEqual(['next']);
    await eventually('an empty queue', async () => (await queued()) === 0);
    expect(await leftovers().tidy()).toEqual({ removed: 0, replaced: [] });
    await worker.close();
  });

  it('delivers commands that were skipped before the repair, but no finished ones', async () => {
    for (const id of ['one', 'two']) {
      await submit(id);
      await finish(id);
    }
    await forgetLastSequence();
    for (const id of ['skipped', 'cancelled', 'delivered']) await submit(id);
    await finish('delivered');
    const now = new Date().toISOString();
    await store.change('cancelled', (state) => succeeded(started(state!, 'worker', now), RESULT, now));

    const gateway = leftovers();
    expect(await gateway.tidy()).toEqual({ removed: 1, replaced: [] });
    expect(await gateway.tidy()).toEqual({ removed: 0, replaced: ['house-check'] });
    await finish('skipped');
    expect(await queued()).toBe(0);
    expect(await gateway.tidy()).toEqual({ removed: 0, replaced: [] });
  });
});
