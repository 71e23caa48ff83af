import { BUCKETS, STREAMS, type TaskState } from '#rotunda/contracts';
import {
  applyTopology,
  CommandQueue,
  KvBucket,
  MessagingUnavailableError,
  NatsClient,
  type TasksBucket,
} from '#rotunda/messaging';
import { eventually, TcpProxy, startTestNats, type TestNats } from '#rotunda/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SETTINGS, SUBJECT } from '../../test/test-worker.js';
import { PendingReader } from './pending-reader.js';
import { TaskStore } from './task-store.js';

/** Fails for one task, once for each of `failures`. */
class FailingStore extends TaskStore {
  failures: Error[] = [];

  override find(id: string): Promise<TaskState | null> {
    const failure = id === 'fails' ? this.failures.shift() : undefined;
    return failure ? Promise.reject(failure) : super.find(id);
  }
}

let nats: TestNats;
let bucket: TasksBucket;
let store: FailingStore;
let reader: PendingReader;

beforeAll(async () => {
  nats = await startTestNats();
  bucket = await KvBucket.open(nats.client, BUCKETS.tasks);
});
afterAll(() => nats.stop());
beforeEach(async () => {
  await nats.client.manager.streams.purge(STREAMS.tasks);
  await nats.client.manager.streams.purge(`KV_${BUCKETS.tasks}`);
  store = new FailingStore(bucket);
  reader = new PendingReader(nats.queue, store, SETTINGS);
});

const publish = (id: string, body: string) => nats.client.publish(SUBJECT, body, { header: { 'Rotunda-Task-Id': id } });
const entered = async (id: string): Promise<boolean> => (await store.find(id)) !== null;

describe('the reader of new commands', () => {
  it('enters a group with an extremely nested command without that command', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const whole = `{"chamber":"house","args":{"a":${deep}},"window":null,"max_days":366}`;
    await publish('g-house-1', `{"days_back":1,"group":{"id":"g","size":1,"whole":${whole}}}`);
    await publish('next', '{}');
    await reader.readNew();
    const state = await store.find('g-house-1');
    expect(state).toMatchObject({ args: { days_back: 1 }, group: { id: 'g', size: 1 } });
    expect(state!.group).not.toHaveProperty('whole');
    expect(await entered('next')).toBe(true);
  });

  it('enters the group of a command of the maximum size', async () => {
    const external_ids = Array.from({ length: 1_000 }, (_, i) => `${i}-${'x'.repeat(90)}`);
    await publish('h-house-1', JSON.stringify({ external_ids, group: { id: 'h', size: 1 } }));
    await reader.readNew();
    expect(await store.find('h-house-1')).toMatchObject({ args: { external_ids }, group: { id: 'h', size: 1 } });
  });

  it('continues after a command that can’t be entered', async () => {
    store.failures = [new RangeError('Maximum call stack size exceeded')];
    for (const id of ['fails', 'next']) await publish(id, '{}');
    await reader.readNew();
    expect(await entered('next')).toBe(true);
    await reader.readNew();
    expect(await entered('fails')).toBe(false);
  });

  it('retries commands that it could not enter because NATS was unavailable', async () => {
    store.failures = [new MessagingUnavailableError('NATS does not answer')];
    for (const id of ['fails', 'next']) await publish(id, '{}');
    await expect(reader.readNew()).rejects.toThrow(MessagingUnavailableError);
    await reader.readNew();
    for (const id of ['fails', 'next']) expect(await entered(id)).toBe(true);
  });

  it('enters new commands after an outage of NATS that reset the sequence to 1', async () => {
    const proxy = new TcpProxy();
    const client = await NatsClient.connect(await proxy.open(nats.server.url), 'gateway');
    const remote = new PendingReader(new CommandQueue(client), store, SETTINGS);
    for (const id of ['one', 'two']) await publish(id, '{}');
    await remote.readNew();
    await proxy.cut();
    await eventually('the end of the connection', () => !client.isConnected);
    await nats.client.manager.streams.delete(STREAMS.tasks);
    await applyTopology(nats.client, { NATS_REPLICAS: 1, TASKS_MAX_BYTES: 1024 * 1024, TASK_ACK_WAIT_MS: 30_000 });
    await publish('first', '{}');
    await proxy.open(nats.server.url);
    await eventually('the connection', () => client.isConnected);
    await remote.readNew();
    expect(await entered('first')).toBe(true);
    await client.close();
    await proxy.cut();
  });
});
