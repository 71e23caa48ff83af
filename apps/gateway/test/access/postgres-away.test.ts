import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually, TcpProxy } from '#rotunda/testing';
import { type Answer, expectProblem, type GatewayUnderTest } from '../gateway-under-test.js';
import { bearing, type KeyedGateway, startKeyedGateway } from './keyed-gateway.js';

const proxy = new TcpProxy();
let databaseUrl: string;
let gateway: GatewayUnderTest;
let keys: KeyedGateway['keys'];

beforeAll(async () => {
  ({ gateway, keys } = await startKeyedGateway({}, (url) => {
    databaseUrl = url;
    return proxy.open(url);
  }));
});
afterAll(async () => {
  await gateway.stop();
  await proxy.cut();
});

const ask = (text: string): Promise<Answer> => gateway.ask('/api/v1/workers', { headers: bearing(text) });

it('lets those go on who were here within the last minute, and nobody else', async () => {
  const start = Date.now();
  gateway.now = new Date(start);
  expect(await ask(keys.look.text)).toMatchObject({ status: 200 });
  await proxy.cut();
  expect(await ask(keys.look.text)).toMatchObject({ status: 200 });
  gateway.now = new Date(start + 59_000);
  expect(await ask(keys.look.text)).toMatchObject({ status: 200 });
  const stranger = await ask(keys.act.text);
  expectProblem(stranger, 503, /Keys can’t be checked while Postgres does not answer/);
  expect(stranger.headers.get('retry-after')).toBe('5');
  gateway.now = new Date(start + 61_000);
  expectProblem(await ask(keys.look.text), 503, /can’t be checked/);
  expect(await gateway.ask('/health/live')).toMatchObject({ status: 200 });
  await proxy.open(databaseUrl);
  await eventually('keys to be checked again', async () => (await ask(keys.look.text)).status === 200);
});

it('asks Postgres again after some seconds, so that a key revoked elsewhere ends', async () => {
  const start = Date.now();
  gateway.now = new Date(start);
  expect(await ask(keys.act.text)).toMatchObject({ status: 200 });
  const { Keys } = await import('#rotunda/persistence');
  await gateway.context.get(Keys).revoke(keys.act.id, new Date(start));
  gateway.now = new Date(start + 3_000);
  expect(await ask(keys.act.text)).toMatchObject({ status: 401 });
});
