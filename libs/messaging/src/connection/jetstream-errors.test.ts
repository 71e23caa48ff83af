import { rm } from 'node:fs/promises';
import { NatsServer } from '#rotunda/embedded';
import { natsServerCommand, testFolder } from '#rotunda/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MessagingUnavailableError, NoRoomError } from './jetstream-errors.js';
import { KvBucket } from '../kv/kv-bucket.js';
import { NatsClient } from './nats-client.js';

const PART = 'x'.repeat(100_000);

let dataDir: string;
let server: NatsServer;
let client: NatsClient;

beforeAll(async () => {
  dataDir = await testFolder();
  server = await NatsServer.start({ dataDir, command: natsServerCommand(), maxFileStore: '1MB' });
  client = await NatsClient.connect(server.url, 'test');
  await client.manager.streams.add({ name: 'FILLS', subjects: ['fills'] });
  await client.jetstream.views.kv('small');
});
afterAll(async () => {
  await client.close();
  await server.stop();
  await rm(dataDir, { recursive: true });
});

async function fill(): Promise<never> {
  for (;;) await client.publish('fills', PART);
}

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

it('a full server rejects commands and KV entries with NoRoomError, and stores neither', async () => {
  const bucket = await KvBucket.open(client, 'small');
  const failures = [await failureOf(fill()), await failureOf(bucket.put('key', {}))];
  for (const failure of failures) {
    expect(failure).toBeInstanceOf(NoRoomError);
    // Code that waits for NATS to come back also waits for room.
    expect(failure).toBeInstanceOf(MessagingUnavailableError);
    expect(failure).toMatchObject({
      name: 'NoRoomError',
      message: expect.stringMatching(/JetStream has no room \(storage or memory limit\)/),
      mayHaveArrived: false,
    });
  }
});
