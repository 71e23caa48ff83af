import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { fastify } from 'fastify';
import { httpSettings, readConfiguration } from '#rotunda/runtime';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessSettings } from '../../access/settings.js';
import { serverOptions } from './server-options.js';

const TIMES = { requestWithinMs: 300, headersWithinMs: 200, checkEveryMs: 50 };

const server = fastify(serverOptions(readConfiguration({ ...httpSettings(0), ...accessSettings }, {}), TIMES));

beforeAll(async () => {
  server.post('/', () => ({}));
  await server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => server.close());

/** Sends these bytes and no more; resolves with the answer once the server has closed the connection. */
async function answerTo(bytes: string): Promise<string> {
  const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(bytes);
  return text(socket);
}

it.each([
  [
    'headers of 17 KB',
    `GET / HTTP/1.1\r\nHost: x\r\nx-much: ${'x'.repeat(17 * 1024)}\r\n\r\n`,
    431,
    /headers are too large/,
  ],
  ['headers that never end', 'GET / HTTP/1.1\r\nHost: x\r\n', 408, /did not arrive in time/],
  [
    'a body that never ends',
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
    408,
    /did not arrive in time/,
  ],
])('refuses %s, and closes the connection', async (_, bytes, status, detail) => {
  const answer = await answerTo(bytes);
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(answer).toMatch(/content-type: application\/problem\+json/i);
  expect(answer).toMatch(detail);
});
