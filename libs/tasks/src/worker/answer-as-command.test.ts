import { BUCKETS, STREAMS, type DeadLetter } from '#rotunda/contracts';
import { credentialsOf, NatsClient, natsSettings } from '#rotunda/messaging';
import { readConfiguration } from '#rotunda/runtime';
import { eventually, startTestNats, type TestNats } from '#rotunda/testing';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startTestWorker, stopTestWorker, SUBJECT, type TestWorker, type Work } from '../../test/test-worker.js';

/**
 * NATS checks the subject of a request, not where its answer goes: the Senate's scraper can't publish commands of the
 * House, but it can have an answer of JetStream delivered as one.
 */
let nats: TestNats;
let senate: NatsClient;
let worker: TestWorker;
const work = vi.fn<Work>();

beforeAll(async () => {
  nats = await startTestNats();
  worker = await startTestWorker(nats.server.url, work, {});
  const credentials = credentialsOf(
    readConfiguration(natsSettings, { NATS_URL: nats.server.url, ...nats.users.environment('senate-scraper') }),
    'senate-scraper',
  );
  senate = await NatsClient.connect(nats.server.url, 'senate-scraper', { credentials });
});
afterAll(async () => {
  await senate?.close();
  await stopTestWorker(worker);
  await nats?.stop();
});

it.each([
  ['about a stream', `$JS.API.STREAM.INFO.${STREAMS.tasks}`, ''],
  [
    'with a stored message',
    `$JS.API.STREAM.MSG.GET.KV_${BUCKETS.tasks}`,
    '{"last_by_subj":"$KV.tasks.made-by-senate"}',
  ],
])(
  'an answer of JetStream %s that was sent to the queue of another chamber is rejected as invalid',
  async (_, asked, body) => {
    await nats.client.publish('$KV.tasks.made-by-senate', '{"days_back":1}');
    senate.connection.publish(asked, body, { reply: SUBJECT });
    const letter = await eventually('a dead letter', () => nats.client.nextStored(STREAMS.deadLetters, 1));
    expect(JSON.parse(new TextDecoder().decode(letter.data)) as DeadLetter).toMatchObject({
      subject: SUBJECT,
      body: expect.stringContaining('io.nats.jetstream.api'),
      error: { code: 'InvalidCommand' },
    });
    expect(work).not.toHaveBeenCalled();
    await nats.client.manager.streams.purge(STREAMS.deadLetters);
  },
);
