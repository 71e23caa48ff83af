import { dirname } from 'node:path';
import { STREAMS } from '#rotunda/contracts';
import { NatsServer } from '#rotunda/embedded';
import { eventually, natsServerCommand, startTestNats, type TestNats } from '#rotunda/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readStored, readStream } from './stream-reader.js';

const stream = STREAMS.taskLogs;

let nats: TestNats;

beforeAll(async () => {
  nats = await startTestNats();
});
afterAll(() => nats.stop());

const write = async (subject: string, ...texts: string[]): Promise<void> => {
  for (const text of texts) await nats.client.publish(subject, text);
};
const text = ({ data }: { data: Uint8Array }): string => Buffer.from(data).toString();
const consumers = async (): Promise<number> => (await nats.client.manager.streams.info(stream)).state.consumer_count;

it('reads what is stored of one subject, from a place on', async () => {
  await write('logs.a', 'one', 'two');
  await write('logs.b', 'not this');
  await write('logs.a', 'three');
  const all = await readStored(nats.client, { stream, subject: 'logs.a', after: 0 });
  expect(all.map(text)).toEqual(['one', 'two', 'three']);
  const later = await readStored(nats.client, { stream, subject: 'logs.a', after: all[0]!.sequence });
  expect(later.map(text)).toEqual(['two', 'three']);
  expect(await readStored(nats.client, { stream, subject: 'logs.a', after: all[2]!.sequence })).toEqual([]);
  expect(await readStored(nats.client, { stream, subject: 'logs.none', after: 0 })).toEqual([]);
  await eventually('that no reader is left', async () => (await consumers()) === 0);
});

it('follows a subject over a restart of the server, and leaves nothing behind', async () => {
  await write('logs.c', 'before');
  const stop = new AbortController();
  const seen: string[] = [];
  const messages = await readStream(nats.client, { stream, subject: 'logs.c', after: 0 }, stop.signal);
  const reading = (async () => {
    for await (const message of messages) seen.push(text(message));
  })();
  await eventually('what was stored', () => seen.length === 1);
  const { port, logFile } = nats.server;
  await nats.server.stop();
  nats.server = await NatsServer.start({ dataDir: dirname(logFile), port, command: natsServerCommand() });
  await eventually('the connection', () =>
    nats.client.publish('logs.c', 'after').then(
      () => true,
      () => false,
    ),
  );
  await eventually('what came later', () => seen.includes('after'), 60_000);
  expect(seen).toEqual(['before', 'after']);
  stop.abort();
  await reading;
  await eventually('that no reader is left', async () => (await consumers()) === 0, 60_000);
}, 150_000);
