import { rm } from 'node:fs/promises';
import {
  eventually,
  NotifySocket,
  notifySocketNeeds,
  ServiceProcess,
  startTestNats,
  testFolder,
} from '#rotunda/testing';
import { expect, it } from 'vitest';

const missing = notifySocketNeeds();
const skipped = missing ? ` (skipped: no ${missing})` : '';

it.skipIf(missing !== null)(
  `systemd hears that a service listens, lives and stops, as on SIGHUP${skipped}`,
  async () => {
    const [folder, nats] = await Promise.all([testFolder(), startTestNats()]);
    const socket = await NotifySocket.in(folder);
    const env = { ...socket.env, NATS_URL: nats.server.url, WATCHDOG_USEC: '200000' };
    const scheduler = await ServiceProcess.start('scheduler', env);
    try {
      await eventually('it to live', () => socket.count('WATCHDOG=1') > 1);
      expect(socket.messages[0]!.message).toBe(`READY=1 STATUS=listens on ${scheduler.url}`);
      expect(await scheduler.stop('SIGHUP')).toBe(0);
      await eventually('the stop', () => socket.count('STOPPING=1 STATUS=stops EXTEND_TIMEOUT_USEC=10000000') === 1);
    } finally {
      await scheduler.stop('SIGKILL');
      socket.close();
      await nats.stop();
      await rm(folder, { recursive: true });
    }
  },
);
