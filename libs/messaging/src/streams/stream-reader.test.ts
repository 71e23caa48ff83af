import { dirname } from 'node:path';
import { STREAMS } from '#rotunda/contracts';
import { NatsServer } from '#rotunda/embedded';
import { eventually, natsServerCommand, startTestNats, TcpProxy, type TestNats, TESTS_ALL } from '#rotunda/testing';
import { type ConsumerInfo, Events, nanos } from 'nats';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { MessagingUnavailableError } from '../connection/jetstream-errors.js';
import { NatsClient, type StoredMessage } from '../connection/nats-client.js';
import { readStored, readStream } from './stream-reader.js';

const stream = STREAMS.taskLogs;
/** Shorter than a pull's expiry: a message that comes within it did not wait for the end of the pull. */
const AT_ONCE_MS = 3_000;
/** A short limit, for a reader that can't receive anything more. */
const AWAY_AFTER_MS = 200;

let nats: TestNats;

beforeAll(async () => {
  nats = await startTestNats();
});
afterAll(() => nats.stop());

const write = async (subject: string, ...texts: string[]): Promise<void> => {
  for (const text of texts) await nats.client.publish(subject, text);
};
const numbered = (count: number, from = 1): string[] => Array.from({ length: count }, (_, n) => String(from + n));
const text = ({ data }: { data: Uint8Array }): string => Buffer.from(data).toString();

const consumers = (): Promise<ConsumerInfo[]> => nats.client.manager.consumers.list(stream).next();
const noReaderIsLeft = (timeoutMs = 15_000): Promise<true> =>
  eventually('the end of all readers', async () => (await consumers()).length === 0, timeoutMs);

async function restartServer(): Promise<void> {
  const { port, logFile } = nats.server;
  await nats.server.stop();
  nats.server = await NatsServer.start({ dataDir: dirname(logFile), port, command: natsServerCommand() });
}

/** Reads until it is stopped. */
function follow(messages: AsyncIterable<StoredMessage>): { seen: string[]; ended: Promise<void> } {
  const seen: string[] = [];
  const read = async (): Promise<void> => {
    for await (const message of messages) seen.push(text(message));
  };
  return { seen, ended: read() };
}

/** The number of messages that the server has sent to the only reader, once it has stopped sending. */
async function sentAtRest(): Promise<number> {
  let last = 0;
  let same = 0;
  return eventually('the server to stop sending', async () => {
    const sent = (await consumers())[0]?.delivered.consumer_seq ?? 0;
    same = sent > 0 && sent === last ? same + 1 : 0;
    last = sent;
    return same === 20 && sent;
  });
}

it('reads the stored messages of one subject after a sequence', async () => {
  await write('logs.a', 'one', 'two');
  await write('logs.b', 'not this');
  await write('logs.a', 'three');
  const all = await readStored(nats.client, { stream, subject: 'logs.a', after: 0 });
  expect(all.map(text)).toEqual(['one', 'two', 'three']);
  const later = await readStored(nats.client, { stream, subject: 'logs.a', after: all[0]!.sequence });
  expect(later.map(text)).toEqual(['two', 'three']);
  expect(await readStored(nats.client, { stream, subject: 'logs.a', after: all[2]!.sequence })).toEqual([]);
  expect(await readStored(nats.client, { stream, subject: 'logs.none', after: 0 })).toEqual([]);
  await noReaderIsLeft();
});

it('takes at most one batch from the server while the reader pauses, and returns all once it continues', async () => {
  const texts = numbered(1_000);
  await Promise.all(texts.map((line) => nats.client.publish('logs.pace', line)));
  const stored = await readStored(nats.client, { stream, subject: 'logs.pace', after: 0 });
  const stop = new AbortController();
  const messages = await readStream(nats.client, { stream, subject: 'logs.pace', after: 0 }, stop.signal);
  const reading = messages[Symbol.asyncIterator]();
  const told = [(await reading.next()).value as StoredMessage];
  expect(await sentAtRest()).toBeLessThanOrEqual(100);
  while (told.length < texts.length) told.push((await reading.next()).value as StoredMessage);
  expect(told.map(({ sequence }) => sequence)).toEqual(stored.map(({ sequence }) => sequence));
  stop.abort();
  await noReaderIsLeft();
});

it('returns a new message at once, even if its pull has been waiting', async () => {
  const stop = new AbortController();
  const messages = await readStream(nats.client, { stream, subject: 'logs.live', after: 0 }, stop.signal);
  const { seen, ended } = follow(messages);
  for (const line of ['one', 'two', 'three']) {
    await eventually('a pull that waits', async () => (await consumers())[0]?.num_waiting === 1);
    await write('logs.live', line);
    await eventually(line, () => seen.at(-1) === line, AT_ONCE_MS);
  }
  expect(seen).toEqual(['one', 'two', 'three']);
  stop.abort();
  await ended;
});

it('leaves no consumer behind, however it ends', async () => {
  await write('logs.left', 'one', 'two');
  const place = { stream, subject: 'logs.left', after: 0 };
  const signal = new AbortController().signal;
  for await (const message of await readStream(nats.client, place, signal)) {
    expect((await consumers())[0]!.config.inactive_threshold).toBe(nanos(30_000));
    expect(text(message)).toBe('one');
    break;
  }
  await noReaderIsLeft();
  const fails = async (): Promise<void> => {
    for await (const message of await readStream(nats.client, place, signal)) throw new Error(text(message));
  };
  await expect(fails()).rejects.toThrow('one');
  await noReaderIsLeft();
  const neverRead = new AbortController();
  await readStream(nats.client, place, neverRead.signal);
  neverRead.abort();
  await noReaderIsLeft();
  const { seen, ended } = follow(await readStream(nats.client, place, AbortSignal.abort()));
  await ended;
  expect(seen).toEqual([]);
  await noReaderIsLeft();
});

it('continues after its consumer was deleted', async () => {
  await write('logs.taken', 'one');
  const stop = new AbortController();
  const messages = await readStream(nats.client, { stream, subject: 'logs.taken', after: 0 }, stop.signal);
  const { seen, ended } = follow(messages);
  await eventually('what was stored', () => seen.length === 1);
  for (const { name } of await consumers()) await nats.client.manager.consumers.delete(stream, name);
  await write('logs.taken', 'two');
  await eventually('what came later', () => seen.length > 1);
  expect(seen).toEqual(['one', 'two']);
  stop.abort();
  await ended;
  await noReaderIsLeft();
});

it('misses no message and returns none twice, however often the connection breaks', async () => {
  const proxy = new TcpProxy();
  const { url } = nats.server;
  const client = await NatsClient.connect(await proxy.open(url), 'reader');
  const stop = new AbortController();
  const messages = await readStream(client, { stream, subject: 'logs.cut', after: 0 }, stop.signal);
  const { seen, ended } = follow(messages);
  for (const round of [0, 1, 2]) {
    const writing = write('logs.cut', ...numbered(300, 300 * round + 1));
    await eventually('the middle', () => seen.length > 300 * round + 20);
    await proxy.cut();
    await writing;
    await proxy.open(url);
  }
  await eventually('the last one', () => seen.length >= 900, 30_000);
  expect(seen).toEqual(numbered(900));
  stop.abort();
  await ended;
  // A consumer that was being created or deleted when the proxy was cut expires on the server, half a minute later.
  if (TESTS_ALL) await noReaderIsLeft(60_000);
  await client.close();
  await proxy.cut();
}, 120_000);

it('fails with MessagingUnavailableError if the connection is lost while it reads stored messages', async () => {
  const proxy = new TcpProxy();
  const client = await NatsClient.connect(await proxy.open(nats.server.url), 'reader');
  await write('logs.middle', 'one');
  const add = client.manager.consumers.add.bind(client.manager.consumers);
  vi.spyOn(client.manager.consumers, 'add').mockImplementation(async (...args) => {
    const made = await add(...args);
    await proxy.cut();
    return made;
  });
  const reading = readStored(client, { stream, subject: 'logs.middle', after: 0 }, AWAY_AFTER_MS);
  await expect(reading).rejects.toThrow(MessagingUnavailableError);
  await client.close();
}, 60_000);

it('follows a subject across a restart of the server, and leaves no consumer behind', async () => {
  await write('logs.c', 'before');
  const stop = new AbortController();
  const { seen, ended } = follow(await readStream(nats.client, { stream, subject: 'logs.c', after: 0 }, stop.signal));
  await eventually('what was stored', () => seen.length === 1);
  await restartServer();
  await eventually('the connection', () =>
    nats.client.publish('logs.c', 'after').then(
      () => true,
      () => false,
    ),
  );
  await eventually('what came later', () => seen.includes('after'), 60_000);
  expect(seen).toEqual(['before', 'after']);
  stop.abort();
  await ended;
  await noReaderIsLeft();
}, 150_000);

it('leaves no consumer behind if it is stopped just as the server comes back', async () => {
  const place = { stream, subject: 'logs.d', after: 0 };
  const [stopped, other] = [new AbortController(), new AbortController()];
  const first = follow(await readStream(nats.client, place, stopped.signal));
  const second = follow(await readStream(nats.client, place, other.signal));
  const stopWhenBack = async (): Promise<void> => {
    for await (const { type } of nats.client.connection.status()) if (type === Events.Reconnect) return stopped.abort();
  };
  const back = stopWhenBack();
  await restartServer();
  await back;
  await first.ended;
  expect(first.seen).toEqual([]);
  await write('logs.d', 'after');
  await eventually('what came later', () => second.seen.includes('after'), 60_000);
  other.abort();
  await second.ended;
  await noReaderIsLeft();
}, 150_000);
