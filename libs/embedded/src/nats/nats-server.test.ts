import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { freePort } from '../free-port.js';
import { NatsServer } from './nats-server.js';

let dataDir: string;
const started: NatsServer[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), `rotunda-test-${process.pid}-`));
});

afterEach(async () => {
  for (const server of started.splice(0)) await server.stop('SIGKILL');
  await rm(dataDir, { recursive: true });
});

async function start(port?: number): Promise<NatsServer> {
  const server = await NatsServer.start({ dataDir, ...(port !== undefined && { port }) });
  started.push(server);
  return server;
}

it('restarts on the same port and data after it was killed', async () => {
  const first = await start();
  process.kill(first.pid, 'SIGKILL');
  await first.exited;
  const second = await start(first.port);
  expect(second.port).toBe(first.port);
  expect(second.pid).not.toBe(first.pid);
});

it('first stops the server that a killed run left on the same data', async () => {
  const leftover = await start();
  const next = await start();
  expect(leftover.hasExited).toBe(true);
  expect(next.hasExited).toBe(false);
});

it('leaves a process alone that has the number of an old server', async () => {
  const first = await start();
  await first.stop();
  expect(Number(await readFile(join(dataDir, 'nats-server.pid'), 'utf8'))).toBe(first.pid);
  await writeFile(join(dataDir, 'nats-server.pid'), String(process.pid));
  expect((await start()).hasExited).toBe(false);
});

it('may be stopped twice', async () => {
  const server = await start();
  await Promise.all([server.stop(), server.stop()]);
  await server.stop();
  expect(server.hasExited).toBe(true);
});

it('says which port is taken, and where the log is', async () => {
  const { port } = await start();
  const other = await mkdtemp(join(tmpdir(), `rotunda-test-${process.pid}-`));
  await expect(NatsServer.start({ dataDir: other, port })).rejects.toThrow(
    `is port ${port} taken? Its log: ${join(other, 'nats-server.log')}`,
  );
  await rm(other, { recursive: true });
});

it('names the program that is missing', async () => {
  const port = await freePort();
  await expect(NatsServer.start({ dataDir, port, command: 'no-such-nats-server' })).rejects.toThrow(
    "no-such-nats-server can't be started: spawn no-such-nats-server ENOENT",
  );
});

it('answers while it works; frozen it does not, and is killed if a signal has no effect', async () => {
  const server = await start();
  expect(await server.answers(10_000)).toBe(true);
  process.kill(server.pid, 'SIGSTOP');
  // A busy machine may take a moment to stop all of its threads.
  await vi.waitFor(async () => expect(await server.answers(50)).toBe(false), 10_000);
  await server.stop('SIGTERM', 50);
  expect(server.hasExited).toBe(true);
  expect(await server.answers(50)).toBe(false);
});
