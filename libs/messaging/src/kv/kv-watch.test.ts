import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BUCKETS } from '#rotunda/contracts';
import { NatsServer } from '#rotunda/embedded';
import { eventually, natsServerCommand, testFolder } from '#rotunda/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KvBucket } from './kv-bucket.js';
import { NatsClient } from '../connection/nats-client.js';
import { applyTopology } from '../topology.js';

let dataDir: string;
let server: NatsServer;
let watching: NatsClient;
let seen: Map<string, string | null>;
let stop: () => void;

beforeEach(async () => {
  dataDir = await testFolder();
  server = await NatsServer.start({ dataDir, command: natsServerCommand() });
  await setUp();
  watching = await NatsClient.connect(server.url, 'watching');
  seen = new Map();
  const bucket = await KvBucket.open<string>(watching, BUCKETS.tasks);
  const watch = await bucket.watch(({ key, value }) => seen.set(key, value));
  ({ stop } = watch);
  await watch.ready;
});
afterEach(async () => {
  stop();
  await watching.close();
  await server.stop();
  await rm(dataDir, { recursive: true });
});

async function setUp(): Promise<void> {
  const client = await NatsClient.connect(server.url, 'setup');
  await applyTopology(client, { NATS_REPLICAS: 1, TASKS_MAX_BYTES: 1024 * 1024, TASK_ACK_WAIT_MS: 30_000 });
  await client.close();
}

/** Writes over a connection of its own, like another process. */
async function put(key: string, value: string): Promise<void> {
  const client = await NatsClient.connect(server.url, 'writing');
  await (await KvBucket.open<string>(client, BUCKETS.tasks)).put(key, value);
  await client.close();
}

/** The limit is shorter than the 10 to 15 s that the client's own watch takes to resume. */
const comes = (key: string, value: string): Promise<boolean> =>
  eventually(`${key} = ${value}`, () => seen.get(key) === value, 8_000);

async function start(): Promise<void> {
  server = await NatsServer.start({ dataDir, port: server.port, command: natsServerCommand() });
}

describe('a watch', () => {
  it('misses no value that is written while others are forgotten', async () => {
    const COUNT = 50;
    const bucket = await KvBucket.open<string>(watching, BUCKETS.tasks);
    for (let n = 0; n < COUNT; n++) {
      await bucket.put(`old-${n}`, 'first');
      const revision = await bucket.put(`old-${n}`, 'last');
      await Promise.all([bucket.put(`new-${n}`, 'written'), bucket.forget(`old-${n}`, revision)]);
      expect(await bucket.everHad(`old-${n}`)).toBe(false);
    }
    await bucket.put('end', 'end');
    await eventually('the last value', () => seen.has('end'));
    const missed = Array.from({ length: COUNT }, (_, n) => `new-${n}`).filter((key) => seen.get(key) !== 'written');
    expect(missed).toEqual([]);
  });

  it.each([false, true])('does not forget a newer value (in a bucket of an earlier version: %s)', async (isEarlier) => {
    if (isEarlier) await watching.manager.streams.update('KV_tasks', { deny_delete: true });
    const bucket = await KvBucket.open<string>(watching, BUCKETS.tasks);
    const gone = await bucket.put('gone', 'old');
    await bucket.forget('gone', gone);
    expect(await bucket.everHad('gone')).toBe(false);
    const revision = await bucket.put('key', 'old');
    await bucket.put('key', 'new');
    await bucket.forget('key', revision);
    expect(await bucket.get('key')).toMatchObject({ value: 'new' });
  });

  it.each(['SIGTERM', 'SIGKILL'] as const)('sees changes right after a restart (%s)', async (signal) => {
    await put('a', 'before');
    await comes('a', 'before');
    await server.stop(signal);
    await start();
    await put('a', 'after');
    expect(await comes('a', 'after')).toBe(true);
  });

  it('continues after the server lost all data and was set up again', async () => {
    for (const value of ['1', '2', '3']) await put('a', value);
    await comes('a', '3');
    await server.stop('SIGKILL');
    await rm(join(dataDir, 'jetstream'), { recursive: true });
    await start();
    await eventually('the connection', () => watching.isConnected);
    await setUp();
    await put('b', 'after');
    expect(await comes('b', 'after')).toBe(true);
    expect(seen.get('a')).toBeNull();
  });

  it('reports the keys that are gone after the server lost all data, without any new change', async () => {
    await put('a', '1');
    await comes('a', '1');
    await server.stop('SIGKILL');
    await rm(join(dataDir, 'jetstream'), { recursive: true });
    await start();
    await eventually('the connection', () => watching.isConnected);
    await setUp();
    expect(await eventually('that it is gone', () => seen.get('a') === null)).toBe(true);
  });

  it('reports purged keys after a reconnect, and keeps the others', async () => {
    for (const key of ['a', 'b', 'c']) await put(key, 'before');
    await comes('c', 'before');
    await watching.manager.streams.purge('KV_tasks', { filter: '$KV.tasks.b' });
    await watching.connection.reconnect();
    await eventually('that it is gone', () => seen.get('b') === null);
    await put('d', 'after');
    await comes('d', 'after');
    expect(Object.fromEntries(seen)).toEqual({ a: 'before', b: null, c: 'before', d: 'after' });
  });

  it('ends for good once stopped', async () => {
    stop();
    await server.stop();
    await start();
    await eventually('the connection', () => watching.isConnected);
    await put('a', 'after');
    const again = await KvBucket.open<string>(watching, BUCKETS.tasks);
    const { ready, stop: stopAgain } = await again.watch(() => undefined);
    await ready;
    stopAgain();
    expect(seen.get('a')).toBeUndefined();
  });
});
