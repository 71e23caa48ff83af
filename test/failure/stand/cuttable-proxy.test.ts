import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { eventually } from '#rotunda/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CuttableProxy } from './cuttable-proxy.js';

const ROUND_TRIPS = 20;

let server: Server;
let proxy: CuttableProxy;
let heard: string;

beforeEach(async () => {
  heard = '';
  server = createServer((socket) => {
    socket.on('data', (chunk: Buffer) => {
      heard += chunk.toString();
      socket.write(chunk);
    });
    socket.on('error', () => undefined);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  proxy = await CuttableProxy.start(() => portOf(server));
});

afterEach(async () => {
  await proxy.stop();
  server.close();
});

const portOf = (one: Server): number => (one.address() as AddressInfo).port;

function open(port: number): { socket: Socket; closed: Promise<unknown>; answers: () => string } {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { socket, closed: once(socket, 'close'), answers: () => text };
}

/** Waits long enough for everything in transit: others exchange messages meanwhile, past the proxy. */
async function othersTalk(): Promise<void> {
  const { socket } = open(portOf(server));
  for (let n = 0; n < ROUND_TRIPS; n++) {
    socket.write('.');
    await once(socket, 'data');
  }
  socket.destroy();
}

async function heldAt(text: RegExp, hold: 'message' | 'answers') {
  const client = open(proxy.port);
  const reached = proxy.holdAt(text, hold);
  client.socket.write('stop');
  await reached;
  return client;
}

it('a silent connection stays silent when held messages are released, until it is healed', async () => {
  const { answers } = await heldAt(/stop/, 'message');
  proxy.cut('silent');
  proxy.letGo();
  const late = open(proxy.port);
  late.socket.write('late');
  await othersTalk();
  expect(heard).not.toMatch(/stop|late/);
  expect(proxy.isCut).toBe(true);
  proxy.heal();
  await eventually('both answers', () => answers() === 'stop' && late.answers() === 'late');
});

it('cut connections stay cut when held messages are released, until they are healed', async () => {
  const { closed, answers } = await heldAt(/stop/, 'answers');
  await eventually('the server to hear it', () => heard === 'stop');
  proxy.cut('broken');
  proxy.letGo();
  await closed;
  await open(proxy.port).closed;
  expect({ answers: answers(), isCut: proxy.isCut }).toEqual({ answers: '', isCut: true });
  proxy.heal();
  const again = open(proxy.port);
  again.socket.write('again');
  await eventually('an answer', () => again.answers() === 'again');
});

it.each(['message', 'answers'] as const)('held messages stay held when a cut is healed: %s', async (hold) => {
  const { answers } = await heldAt(/stop/, hold);
  proxy.cut('silent');
  proxy.heal();
  await othersTalk();
  expect({ answers: answers(), isHolding: proxy.isHolding }).toEqual({ answers: '', isHolding: true });
  proxy.letGo();
  await eventually('the answer', () => answers() === 'stop');
});
