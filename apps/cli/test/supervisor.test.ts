import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DRAINED_EXIT_CODE } from '#rotunda/contracts';
import { freePort } from '#rotunda/embedded';
import { childEnvironment } from '../src/config.js';
import type { Part, RunningPart } from '../src/stack/parts/part.js';
import { Service } from '../src/stack/parts/service.js';
import { ServiceLog } from '../src/stack/parts/service-log.js';
import { RESTART_POLICY } from '../src/stack/parts/supervised-part.js';
import { Supervisor } from '../src/stack/parts/supervisor.js';

/** Only against hanging. */
const HANGS_AFTER_MS = 120_000;
const WORKER = fileURLToPath(new URL('children/worker.mjs', import.meta.url));
const POLICY = { ...RESTART_POLICY, firstDelayMs: 10, maxDelayMs: 40 };

let folder: string;
let supervisor: Supervisor;
let said: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rotunda-supervisor-'));
  said = [];
  supervisor = new Supervisor((line) => said.push(line), POLICY);
});

afterEach(async () => {
  await supervisor.stop();
  await rm(folder, { recursive: true });
});

async function worker(name: string, settings: Record<string, string> = {}, ports?: number[]): Promise<Service> {
  const log = await ServiceLog.open(join(folder, `${name}.log`), (line) => said.push(`${name}: ${line}`));
  const env = childEnvironment({ NAME: name, JOURNAL: join(folder, 'journal'), ...settings });
  const port = ports && { port: async () => ports.shift()! };
  return new Service({ name, module: WORKER, env, log, stopWithinMs: 200, ...port });
}

/** What the workers noted, in order: `[name, event, pid]`. */
async function journal(): Promise<[name: string, event: string, pid: number][]> {
  const text = await readFile(join(folder, 'journal'), 'utf8').catch(() => '');
  return text
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(' '))
    .map(([name, event, pid]) => [name!, event!, Number(pid)]);
}

async function startsOf(name: string): Promise<number[]> {
  return (await journal()).filter(([who, event]) => who === name && event === 'started').map(([, , pid]) => pid);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

it('restarts a killed service on its port, and says so', async () => {
  const service = await worker('gateway');
  await supervisor.start(service);
  const { url } = service;
  const [first] = await startsOf('gateway');
  process.kill(first!, 'SIGKILL');

  await vi.waitFor(async () => expect(said).toContain('gateway is running again'), HANGS_AFTER_MS);
  const [, second] = await startsOf('gateway');
  expect(second).not.toBe(first);
  expect(said).toContain('gateway ended (SIGKILL); restarting in 0.01 s');
  expect(service.url).toBe(url);
  expect((await fetch(`${url}/health/ready`)).ok).toBe(true);
});

it('stops first what was started last, and leaves no process', async () => {
  await supervisor.start(await worker('postgres'));
  await supervisor.start(await worker('nats'));
  await supervisor.start(await worker('gateway'), await worker('scheduler'));
  await supervisor.stop();

  const stops = (await journal()).filter(([, event]) => event === 'SIGTERM').map(([name]) => name);
  expect(stops.slice(0, 2).toSorted()).toEqual(['gateway', 'scheduler']);
  expect(stops.slice(2)).toEqual(['nats', 'postgres']);
  const pids = (await journal()).map(([, , pid]) => pid);
  expect(pids.filter(isAlive)).toEqual([]);
  expect(said).toEqual([]);
});

it('kills a service that does not stop in time', async () => {
  await supervisor.start(await worker('stubborn', { IGNORE_SIGTERM: 'yes' }));
  const [pid] = await startsOf('stubborn');
  await supervisor.stop();
  expect(isAlive(pid!)).toBe(false);
  expect((await journal()).map(([, event]) => event)).toEqual(['started', 'SIGTERM']);
});

it('gives up on a service that was never ready, with the end of its log', async () => {
  const service = await worker('gateway', { EXIT_WITH: '3' });
  await expect(supervisor.start(service)).rejects.toThrow(
    /^gateway does not start: it exited \(code 3\)\nThe end of its log \(.+gateway\.log\):\n[^]*FATAL.*\[Start\] no settings/,
  );
  expect(await startsOf('gateway')).toHaveLength(3);
  expect(said.filter((line) => line.startsWith('gateway does'))).toEqual([
    'gateway does not start: it exited (code 3); restarting in 0.01 s',
    'gateway does not start: it exited (code 3); restarting in 0.02 s',
  ]);
  expect(said).toContain('gateway: FATAL [Start] no settings');
});

it('does not mistake another program on its port for the service, and tries the next port', async () => {
  const other = createServer((_, response) => response.end('{}')).listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port: taken } = other.address() as AddressInfo;
  const free = await freePort();
  const service = await worker('gateway', {}, [taken, free]);
  await supervisor.start(service);
  expect(service.url).toBe(`http://127.0.0.1:${free}`);
  expect(said[0]).toBe('gateway does not start: it exited (code 1); restarting in 0.01 s');
  other.close();
});

it('leaves no process if it is stopped while services start', async () => {
  const starting = supervisor.start(await worker('gateway'), await worker('scheduler'));
  const refused = expect(starting).rejects.toThrow('the stack is stopping');
  await vi.waitFor(async () => expect(await journal()).not.toEqual([]), { timeout: HANGS_AFTER_MS, interval: 5 });
  await supervisor.stop();
  await refused;
  expect((await journal()).map(([, , pid]) => pid).filter(isAlive)).toEqual([]);
});

it('starts nothing once it was stopped', async () => {
  await supervisor.stop();
  await expect(supervisor.start(await worker('gateway'))).rejects.toThrow('the stack is stopping');
  expect(await journal()).toEqual([]);
});

it('waits longer before each restart of a part that keeps failing, and restarts one that ended normally at once', async () => {
  const endings = ['SIGKILL', 'code 1', 'code 0', 'SIGSEGV'];
  const part = endingPart('worker');
  await supervisor.start(part);
  for (const [index, how] of endings.entries()) {
    part.end(how);
    await vi.waitFor(() => expect(part.starts).toBe(index + 2), { timeout: HANGS_AFTER_MS, interval: 1 });
  }
  expect(said.filter((line) => line !== 'worker is running again')).toEqual([
    'worker ended (SIGKILL); restarting in 0.01 s',
    'worker ended (code 1); restarting in 0.02 s',
    'worker ended normally (code 0); restarting',
    'worker ended (SIGSEGV); restarting in 0.04 s',
  ]);
});

it('does not start a drained worker again, and says so', async () => {
  const [drained, other] = [endingPart('drained'), endingPart('other')];
  await supervisor.start(drained, other);
  drained.end(`code ${DRAINED_EXIT_CODE}`);
  await vi.waitFor(() => expect(said).toEqual(['drained was drained (code 10); it is not started again']));
  other.end('code 0');
  await vi.waitFor(() => expect(other.starts).toBe(2));
  await supervisor.stop();
  expect(drained.starts).toBe(1);
});

it('waits for our own work before it stops the servers', async () => {
  const events: string[] = [];
  let finish: () => void = () => undefined;
  const server: Part = {
    name: 'server',
    start: async () => {
      let ended: (how: string) => void = () => undefined;
      const exited = new Promise<string>((resolve) => (ended = resolve));
      const stop = async (): Promise<void> => {
        events.push('server stopped');
        ended('SIGTERM');
      };
      return { pid: 1, exited, stop };
    },
  };
  await supervisor.start(server);
  const job = supervisor.during(() => new Promise<void>((resolve) => (finish = resolve)));
  const stopped = supervisor.stop();
  finish();
  await job.then(() => events.push('work ended'));
  await stopped;
  expect(events).toEqual(['work ended', 'server stopped']);
});

it('restarts a part that runs and does not answer; with a full disk only once there is space', async () => {
  let answers = true;
  let disk: string | null = 'Its disk is full.';
  const service = await worker('nats');
  const part: Part = {
    name: 'nats',
    hindrance: () => disk,
    start: async (stopping) => {
      const running = await service.start(stopping);
      return { ...stoppable(running), answers: () => Promise.resolve(answers) };
    },
  };
  supervisor = new Supervisor((line) => said.push(line), { ...POLICY, askEveryMs: 5, silentForMs: 20 });
  await supervisor.start(part);
  const [first] = await startsOf('nats');

  answers = false;
  await vi.waitFor(() => expect(said).toContain('nats does not answer. Its disk is full.'), 10_000);
  expect(await startsOf('nats')).toEqual([first]);

  disk = null;
  await vi.waitFor(
    () => expect(said).toContain('nats is running but has not answered for 0.02 s; stopping it'),
    10_000,
  );
  answers = true;
  await vi.waitFor(() => expect(said).toContain('nats is running again'), 10_000);
  expect(said.filter((line) => line.includes('disk'))).toHaveLength(1);
});

it('leaves a part alone that missed one question, however late that was noticed: the machine may have been suspended', async () => {
  const service = await worker('nats');
  let asked = 0;
  const answers = async (): Promise<boolean> => {
    if (++asked > 1) return true;
    await delay(60);
    return false;
  };
  const part: Part = {
    name: 'nats',
    start: async (stopping) => ({ ...stoppable(await service.start(stopping)), answers }),
  };
  supervisor = new Supervisor((line) => said.push(line), { ...POLICY, askEveryMs: 5, silentForMs: 20 });
  await supervisor.start(part);
  await vi.waitFor(() => expect(asked).toBeGreaterThan(2), HANGS_AFTER_MS);
  expect(said).toEqual([]);
});

/** A part that ends as the test says. */
function endingPart(name: string): Part & { starts: number; end: (how: string) => void } {
  const part = {
    name,
    starts: 0,
    end: (_how: string): void => undefined,
    start: async () => {
      part.starts++;
      const exited = new Promise<string>((resolve) => (part.end = resolve));
      return { pid: part.starts, exited, stop: async () => part.end('SIGTERM') };
    },
  };
  return part;
}

const stoppable = (running: RunningPart): RunningPart => ({
  pid: running.pid,
  exited: running.exited,
  stop: () => running.stop(),
});
