import { rm } from 'node:fs/promises';
import { eventually, NotifySocket, notifySocketNeeds, testFolder } from '#rotunda/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ServiceManager } from './service-manager.js';

const missing = notifySocketNeeds();
const LIMIT_MS = 100;

function managerWith(env: NodeJS.ProcessEnv): { manager: ServiceManager; warnings: string[]; env: NodeJS.ProcessEnv } {
  const warnings: string[] = [];
  const manager = ServiceManager.ofThisProcess({ warn: (line: string) => warnings.push(line) }, env);
  return { manager, warnings, env };
}

describe.skipIf(missing !== null)(`told to systemd${missing ? ` (skipped: no ${missing})` : ''}`, () => {
  let folder: string;
  let socket: NotifySocket;
  beforeEach(async () => {
    folder = await testFolder();
    socket = await NotifySocket.in(folder);
  });
  afterEach(async () => {
    socket.close();
    await rm(folder, { recursive: true });
  });

  it('says that it listens, lives only while its event loop turns, and stops', async () => {
    const { manager, env } = managerWith({ ...socket.env, WATCHDOG_USEC: `${LIMIT_MS * 1_000}` });
    expect(env).toEqual({});
    manager.ready('listens on http://127.0.0.1:1');
    await eventually('it to live', () => socket.count('WATCHDOG=1') > 2);

    const from = Date.now();
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10 * LIMIT_MS);
    const until = Date.now();
    await eventually('it to live again', () => socket.messages.at(-1)!.at > until);
    const meanwhile = socket.messages.filter(({ at }) => at > from && at < until);
    // One may have been on its way.
    expect(meanwhile.length).toBeLessThan(2);

    manager.stopping(25_000);
    await eventually('the stop', () => socket.messages.some(({ message }) => message.startsWith('STOPPING')));
    const told = socket.messages.map(({ message }) => message).filter((message) => message !== 'WATCHDOG=1');
    expect(told).toEqual([
      'READY=1 STATUS=listens on http://127.0.0.1:1',
      'STOPPING=1 STATUS=stops EXTEND_TIMEOUT_USEC=25000000',
    ]);
  });

  it.each([
    ['no watchdog in the unit', {}],
    ['the watchdog is for another process', { WATCHDOG_USEC: '20000', WATCHDOG_PID: '1' }],
  ])('says no more than that it listens: %s', async (_, watchdog) => {
    const { manager } = managerWith({ ...socket.env, ...watchdog });
    manager.ready('once');
    // A second time, because a pulse would come between.
    manager.ready('twice');
    await eventually('both', () => socket.messages.length > 1);
    manager.stopping(1);
    await eventually('the stop', () => socket.messages.at(-1)?.message.startsWith('STOPPING'));
    expect(socket.messages.map(({ message }) => message.slice(0, 5))).toEqual(['READY', 'READY', 'STOPP']);
  });

  it('goes on, with one warning, where systemd does not read', async () => {
    const { manager, warnings } = managerWith({ NOTIFY_SOCKET: '/nowhere', WATCHDOG_USEC: '2000' });
    manager.ready('x');
    await eventually('the warning', () => warnings.length > 0);
    manager.stopping(1);
    expect(warnings).toEqual([expect.stringContaining("systemd can't be told READY=1")]);
  });
});
