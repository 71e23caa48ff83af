import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { BUCKETS, STREAMS } from '#rotunda/contracts';
import { startTestNats, type TestNats } from '#rotunda/testing';
import { Events } from 'nats';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { KvBucket } from '../kv/kv-bucket.js';
import { NatsClient } from './nats-client.js';

let nats: TestNats;
/** Between the client and nats-server. */
let proxy: Server;
let client: NatsClient;
const sockets: Socket[] = [];
/** The number of further connections that end after the server's INFO. */
let doomed: number;

beforeAll(async () => {
  nats = await startTestNats();
});
afterAll(() => nats.stop());

beforeEach(async () => {
  doomed = 0;
  proxy = createServer(join);
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
});
afterEach(async () => {
  await client.connection.close();
  for (const socket of sockets.splice(0)) socket.destroy();
  await new Promise((closed) => proxy.close(closed));
});

function join(near: Socket): void {
  const far = connect(nats.server.port, '127.0.0.1');
  sockets.push(near, far);
  for (const socket of [near, far]) socket.on('error', () => undefined);
  far.pipe(near);
  if (doomed-- > 0) near.once('data', () => near.destroy());
  else near.pipe(far);
}

/** Resolves with the revision of a value that is written after the client has reconnected. */
async function writesAgain(): Promise<number> {
  await new Promise<void>((resolve) => client.onReconnect(resolve));
  return (await KvBucket.open<string>(client, BUCKETS.sites)).put('test', 'again');
}

async function connectThrough(times: { connectMs: number; pingMs: number }): Promise<void> {
  const { port } = proxy.address() as AddressInfo;
  client = await NatsClient.connect(`nats://127.0.0.1:${port}`, 'test', { times });
}

it('pings detect a half-open connection, and the client reconnects', async () => {
  await connectThrough({ connectMs: 10_000, pingMs: 200 });
  for (const socket of sockets) socket.pause();
  expect(await writesAgain()).toBeGreaterThan(0);
});

it('a server that dies after its INFO delays the client no longer than the connect timeout', async () => {
  await connectThrough({ connectMs: 1_000, pingMs: 60_000 });
  doomed = 4;
  const revision = writesAgain();
  sockets[0]!.destroy();
  expect(await revision).toBeGreaterThan(0);
  expect(doomed).toBeLessThan(0);
});

it('a deletion without a connection fails at once, and is not done later', async () => {
  await connectThrough({ connectMs: 10_000, pingMs: 60_000 });
  const { seq } = await nats.client.jetstream.publish('logs.kept', 'text');
  const lost = new Promise<void>((resolve) => client.onReconnect(resolve));
  const { connection } = client;
  sockets[0]!.destroy();
  for await (const { type } of connection.status()) if (type === Events.Disconnect) break;
  await expect(client.deleteStored(STREAMS.taskLogs, seq)).rejects.toMatchObject({ mayHaveArrived: false });
  await lost;
  expect(await client.stored(STREAMS.taskLogs, seq)).not.toBeNull();
});
