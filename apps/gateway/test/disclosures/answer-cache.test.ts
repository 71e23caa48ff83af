import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually, TcpProxy } from '#rotunda/testing';
import { AnswerCache } from '../../src/http/cache/answer-cache.js';
import { bearing, type KeyedGateway, startKeyedGateway } from '../access/keyed-gateway.js';
import type { GatewayUnderTest } from '../gateway-under-test.js';
import { listedFiling, parsedRow, seed } from './review-samples.js';

const HIT = 'rotunda; hit';
const MISS = 'rotunda; fwd=miss';

const proxy = new TcpProxy();
let database: string;
let keyed: KeyedGateway;
let gateway: GatewayUnderTest;
let stored = 0;

const store = async (): Promise<void> => {
  stored += 1;
  await seed(gateway, { filing: listedFiling(`2000000${stored}`), transactions: [parsedRow(1)] });
};

beforeAll(async () => {
  keyed = await startKeyedGateway({ ANSWER_CACHE_MB: '1' }, (url) => proxy.open((database = url)));
  gateway = keyed.gateway;
  await store();
});
afterAll(() => gateway.stop());

const ask = (path: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
  gateway.inject({
    ...{ method, url: `/api/v1/${path}` },
    headers: { ...bearing(keyed.keys.look.text), host: '127.0.0.1', ...headers },
  });

const kept = (path: string, headers: Record<string, string> = {}) =>
  eventually(`${path} is kept`, async () => {
    const answer = await ask(path, headers);
    return answer.headers['cache-status'] === HIT && answer;
  });

const rowsOf = async (path: string): Promise<number | null> => {
  const answer = await ask(path);
  return answer.statusCode === 200 ? answer.json<{ data: unknown[] }>().data.length : null;
};

it('gives the same answer again, to whoever has the right, and to nobody else', async () => {
  const made = await ask('trades?limit=7');
  expect(made.headers['cache-status']).toBe(MISS);
  const again = await kept('trades?limit=7');
  expect(again.rawPayload).toEqual(made.rawPayload);
  const own = ['cache-status', 'x-request-id', 'date', 'connection', 'keep-alive'];
  const shared = (headers: object) =>
    Object.entries(headers)
      .filter(([name]) => !own.includes(name))
      .toSorted(([a], [b]) => a.localeCompare(b));
  expect(shared(again.headers)).toEqual(shared(made.headers));
  for (const authorization of [undefined, 'Bearer rtd_wrong', `${bearing(keyed.keys.look.text)['authorization']}x`]) {
    const headers = { host: '127.0.0.1', ...(authorization && { authorization }) };
    const refused = await gateway.inject({ url: '/api/v1/trades?limit=7', headers });
    expect({ authorization, status: refused.statusCode }).toEqual({ authorization, status: 401 });
    expect(refused.headers['cache-status']).toBeUndefined();
  }
});

it('keeps each encoding, and answers HEAD and If-None-Match from it', async () => {
  const path = 'filings?limit=8';
  const plain = await kept(path);
  const decoders = { br: brotliDecompressSync, gzip: gunzipSync };
  for (const [encoding, decode] of Object.entries(decoders)) {
    const answer = await kept(path, { 'accept-encoding': encoding });
    expect(answer.headers).toMatchObject({ 'content-encoding': encoding, etag: plain.headers.etag });
    expect(answer.headers.vary).toContain('accept-encoding');
    expect(decode(answer.rawPayload).toString()).toBe(plain.payload);
    const head = await ask(path, { 'accept-encoding': encoding }, 'HEAD');
    expect(head.headers).toMatchObject({ 'cache-status': HIT, 'content-length': String(answer.rawPayload.length) });
    expect(head.payload).toBe('');
  }
  expect(plain.headers['content-encoding']).toBeUndefined();
  const known = await ask(path, { 'if-none-match': String(plain.headers.etag), 'accept-encoding': 'br' });
  expect({ status: known.statusCode, body: known.payload }).toEqual({ status: 304, body: '' });
  expect(known.headers['content-encoding']).toBeUndefined();
});

it('shows what another process stored', async () => {
  await kept('trades');
  await store();
  await eventually('the new trade', async () => (await rowsOf('trades')) === stored, 20_000);
  expect(await rowsOf('trades')).toBe(stored);
});

it('shows what was changed through it at once', async () => {
  const [{ id }] = (await ask('filings')).json<{ data: [{ id: string }] }>().data;
  await kept(`filings/${id}`);
  const decision = { bioguide: null, applies_to: 'filing', by: 'a test', reason: 'nobody’s' };
  const headers = { ...bearing(keyed.keys.act.text), host: '127.0.0.1' };
  const done = await gateway.inject({
    method: 'POST',
    url: `/api/v1/filings/${id}/member`,
    headers,
    payload: decision,
  });
  expect(done.statusCode).toBe(200);
  expect((await ask(`filings/${id}`)).json()).toMatchObject({ member: { status: 'outside' } });
});

it('does not keep an answer that was begun before a change, and no more than it may', async () => {
  const cache = gateway.context.get(AnswerCache);
  const answer = (bytes: number) => ({ body: Buffer.alloc(bytes), headers: { etag: 'W/"x"' } });
  await kept('trades');
  const before = cache.stateNow();
  await store();
  await eventually('the change', () => cache.stateNow().version !== before.version);
  cache.keep('begun before', before, answer(10));
  expect(cache.find('begun before')).toBeNull();
  cache.keep('a', cache.stateNow(), answer(600_000));
  cache.keep('b', cache.stateNow(), answer(600_000));
  cache.keep('huge', cache.stateNow(), answer(2_000_000));
  expect(['a', 'b', 'huge'].map((key) => cache.find(key) !== null)).toEqual([false, true, false]);
  gateway.now = new Date(Date.now() + 60 * 60 * 1_000);
  expect(cache.find('b')).toBeNull();
  gateway.now = null;
});

it('gives no kept answer while Postgres is away or silent, and afterwards what was stored meanwhile', async () => {
  await kept('trades');
  proxy.holdUp();
  const cache = gateway.context.get(AnswerCache);
  cache.keep('silent', cache.stateNow(), { body: Buffer.from('x'), headers: {} });
  await eventually('the silence is noticed', () => cache.find('silent') === null);
  proxy.letGo();
  await kept('trades');
  await proxy.cut();
  await eventually('the loss is noticed', async () => (await ask('trades')).headers['cache-status'] !== HIT);
  await store();
  expect((await ask('trades')).headers['cache-status']).not.toBe(HIT);
  await proxy.open(database);
  await eventually('the new trade', async () => (await rowsOf('trades')) === stored);
  expect((await kept('trades')).json<{ data: unknown[] }>().data).toHaveLength(stored);
});
