import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectProblem, type GatewayUnderTest } from '../gateway-under-test.js';
import { bearing, type KeyedGateway, startKeyedGateway } from './keyed-gateway.js';

let gateway: GatewayUnderTest;
let keys: KeyedGateway['keys'];

beforeAll(async () => {
  const env = {
    RATE_LIMIT_PER_MINUTE: '30',
    TRUST_PROXY: 'loopback',
    HTTP_HOSTS: 'rotunda.example',
    METRICS_OPEN: 'true',
  };
  ({ gateway, keys } = await startKeyedGateway({ ...env, DASHBOARD_PASSWORD: 'open sesame' }));
});
afterAll(() => gateway.stop());

const from = (address: string): Record<string, string> => ({ 'x-forwarded-for': address });
const statuses = (times: number, headers: Record<string, string>, path = '/api/v1/workers'): Promise<number[]> =>
  Promise.all(Array.from({ length: times }, async () => (await gateway.ask(path, { headers })).status));

it('takes so many requests a minute of a key, whatever its address, and tells when to come again', async () => {
  const seen = await Promise.all(
    ['192.0.2.1', '192.0.2.2'].map((address) => statuses(15, { ...bearing(keys.look.text), ...from(address) })),
  );
  expect(seen.flat().every((status) => status === 200)).toBe(true);
  const refused = await gateway.ask('/api/v1/workers', { headers: bearing(keys.look.text) });
  expectProblem(refused, 429, /Too many requests; try again in \d+ s/);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await statuses(1, bearing(keys.act.text))).toEqual([200]);
});

it('takes so many of an address without a key, and always shows its health', async () => {
  expect(new Set(await statuses(30, from('192.0.2.9')))).toEqual(new Set([401]));
  expect(await statuses(1, from('192.0.2.9'))).toEqual([429]);
  expect(await statuses(1, from('192.0.2.10'))).toEqual([401]);
  expect(await statuses(1, from('192.0.2.9'), '/health/live')).toEqual([200]);
});

it('counts wrong keys by address, and lets a right one pass all the same', async () => {
  const address = from('192.0.2.20');
  const wrong = { ...bearing('rtd_wrong'), ...address };
  expect(new Set(await statuses(20, wrong))).toEqual(new Set([401]));
  const refused = await gateway.ask('/api/v1/workers', { headers: wrong });
  expectProblem(refused, 429, /Too many wrong keys or passwords from this address/);
  expect(await statuses(1, { ...bearing(keys.act.text), ...address })).toEqual([200]);
});

it('looks at no password of an address that has guessed too often', async () => {
  const address = from('192.0.2.30');
  const guess = (password: string): Promise<{ status: number }> => gateway.post('session', { password }, address);
  for (let n = 0; n < 20; n += 1) expect(await guess(`guess ${n}`)).toMatchObject({ status: 401 });
  expect(await guess('open sesame')).toMatchObject({ status: 429 });
  expect(await gateway.post('session', { password: 'open sesame' }, from('192.0.2.31'))).toMatchObject({ status: 201 });
});

it('makes the cookie secure where the request came over https, by the word of a trusted proxy', async () => {
  const headers = { ...from('192.0.2.40'), 'x-forwarded-proto': 'https' };
  const begun = await gateway.post('session', { password: 'open sesame' }, headers);
  expect(begun.headers.get('set-cookie')).toMatch(/; HttpOnly; Secure; SameSite=Strict$/);
});

it.each([
  ['rotunda.example', 200],
  ['192.0.2.1:8080', 200],
  ['evil.example', 421],
])('answers to the host %j with %i', async (host, status) => {
  const answer = await gateway.inject({ url: '/health/live', headers: { host }, remoteAddress: '127.0.0.1' });
  expect(answer.statusCode).toBe(status);
});

it('refuses a URL that no client of ours makes', async () => {
  expectProblem(await gateway.ask(`/api/v1/trades?ticker=${'x'.repeat(4_096)}`), 414, /The URL is too long/);
});

it('shows its metrics without a key if it is told to', async () => {
  expect(await statuses(1, {}, '/metrics')).toEqual([200]);
});
