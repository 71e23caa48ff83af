import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  createTestDatabase,
  databaseRoles,
  eventually,
  gatewayDatabase,
  ServiceProcess,
  startTestNats,
} from '#rotunda/testing';
import { GatewayUnderTest } from '../gateway-under-test.js';
import { OperatedQueue } from './operated-queue.js';
import { ended } from './task-samples.js';

const FAILED = Array.from({ length: 500 }, (_, n) => `failed-${n}`);
const MINUTE_MS = 60_000;

let gateway: GatewayUnderTest;
let killed: ServiceProcess;
const stops: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  const [nats, database] = await Promise.all([startTestNats(), createTestDatabase()]);
  stops.push(
    () => nats.stop(),
    () => database.drop(),
  );
  gateway = await GatewayUnderTest.on({ nats, database });
  stops.unshift(() => gateway.stop());
  killed = await ServiceProcess.start('gateway', {
    NATS_URL: nats.server.url,
    ...nats.users.environment('gateway'),
    ...gatewayDatabase(await databaseRoles(database.url)),
  });
  stops.unshift(() => killed.stop());
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

it('a bulk retry whose gateway is killed in the middle is finished by another one, each command once', async () => {
  const error = { code: 'SiteBlocked', message: 'the site refuses us' };
  const before = ended('', new Date(), { state: 'FAILURE', error });
  await Promise.all(FAILED.map((id) => gateway.tasks.put(id, { ...before, id })));
  const body = JSON.stringify({ filter: { error: error.code } });
  const count = (url: string, state: string) =>
    fetch(`${url}/api/v1/tasks/count?state=${state}`).then((answer) => answer.json() as Promise<{ count: number }>);
  await eventually('both gateways to see them', async () => {
    const counts = await Promise.all([killed.url, gateway.url].map((url) => count(url, 'FAILURE')));
    return counts.every((one) => one.count === FAILED.length);
  });

  const { stop } = await gateway.tasks.watch(({ value }) => void (value?.run === 2 && killed.stop('SIGKILL')));
  const headers = { 'content-type': 'application/json' };
  const asked = fetch(`${killed.url}/api/v1/tasks/retry`, { method: 'POST', headers, body });
  await expect(asked).rejects.toThrow('fetch failed');
  await killed.stop('SIGKILL');
  stop();

  const rest = await gateway.post('tasks/retry', JSON.parse(body));
  expect(rest).toMatchObject({ status: 200, body: { done: rest.body.matched, remaining: 0 } });
  expect(rest.body.matched).toBeGreaterThan(0);
  expect(rest.body.matched).toBeLessThan(FAILED.length);
  // At once: who looks after the answer finds what was done.
  expect(await count(gateway.url, 'PENDING')).toMatchObject({ count: FAILED.length });
  gateway.now = new Date(Date.now() + MINUTE_MS);
  const queue = new OperatedQueue(gateway);
  await queue.sweep();
  const queued = (await queue.commands()).map(({ messageId }) => messageId);
  expect(queued).toHaveLength(FAILED.length);
  expect(new Set(queued)).toEqual(new Set(FAILED.map((id) => `${id}-2`)));
  expect((await gateway.post('tasks/retry', JSON.parse(body))).body).toMatchObject({ matched: 0, done: 0 });
});
