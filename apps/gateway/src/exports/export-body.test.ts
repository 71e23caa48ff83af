import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { setImmediate as breathe } from 'node:timers/promises';
import { fastify, type FastifyInstance } from 'fastify';
import { afterEach, expect, it, vi } from 'vitest';
import { sendFile } from './export-answer.js';
import { ExportBody } from './export-body.js';

const LINE = `${'x'.repeat(1023)}\n`;
const BATCHES = 400;

let server: FastifyInstance;
afterEach(() => server.close());

interface Export {
  pulled: number;
  isOpen: boolean;
  ended: number;
}

/** An export of 400 MB. @param failsAt the number of its batch that Postgres does not give */
async function serve(failsAt = Infinity, stalledAfterMs = 60_000): Promise<Export> {
  const state: Export = { pulled: 0, isOpen: false, ended: 0 };
  async function* source(): AsyncGenerator<string[], void> {
    state.isOpen = true;
    try {
      for (; state.pulled < BATCHES; state.pulled += 1) {
        await breathe();
        if (state.pulled === failsAt) throw new Error('Postgres is gone');
        yield Array.from({ length: 1024 }, () => LINE);
      }
    } finally {
      state.isOpen = false;
    }
  }
  server = fastify();
  server.get('/', async (_, reply) => {
    const body = await ExportBody.of({
      source: source(),
      present: (line: string) => ({ line }),
      async *encode(batches) {
        for await (const rows of batches) yield rows.map((row) => (row as { line: string }).line).join('');
      },
      stalledAfterMs,
      onEnd: () => (state.ended += 1),
    });
    await sendFile(reply, body);
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  return state;
}

async function open(): Promise<ReturnType<typeof connect>> {
  const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await once(socket, 'readable');
  return socket;
}

const LAST_CHUNK = '0\r\n\r\n';

it('cuts the connection where its source fails in the middle, without the end of a body', async () => {
  const state = await serve(20);
  const socket = await open();
  let end = '';
  socket.on('data', (part) => (end = (end + part.toString('latin1')).slice(-100)));
  await once(socket, 'close');
  expect(end).not.toContain(LAST_CHUNK);
  expect(end).not.toContain('repr-digest');
  await vi.waitFor(() => expect(state).toMatchObject({ pulled: 20, isOpen: false }));
  expect(state.ended).toBeGreaterThan(0);
});

it('is an error of its own where the source fails at once', async () => {
  const state = await serve(0);
  const answer = await server.inject('/');
  expect(answer.statusCode).toBe(500);
  expect(state).toEqual({ pulled: 0, isOpen: false, ended: 1 });
});

it('makes no more than a client takes, and ends when the client does', async () => {
  const state = await serve();
  const socket = await open();
  await vi.waitFor(async () => {
    const before = state.pulled;
    for (let n = 0; n < 50; n += 1) await breathe();
    expect(state.pulled).toBe(before);
  });
  expect(state.isOpen).toBe(true);
  expect(state.pulled).toBeLessThan(BATCHES / 4);
  socket.destroy();
  await vi.waitFor(() => expect(state.isOpen).toBe(false));
  await vi.waitFor(() => expect(state.ended).toBeGreaterThan(0));
});

it('gives up a client that takes nothing', async () => {
  const state = await serve(Infinity, 50);
  const socket = await open();
  await vi.waitFor(() => expect(state.isOpen).toBe(false));
  socket.resume();
  await once(socket, 'close');
  expect(state.pulled).toBeLessThan(BATCHES);
});
