import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Keys } from '#rotunda/persistence';
import { type Answer, expectProblem, type GatewayUnderTest } from '../gateway-under-test.js';
import { bearing, type KeyedGateway, makeKey, startKeyedGateway } from './keyed-gateway.js';

const HOUR_MS = 60 * 60 * 1_000;

let gateway: GatewayUnderTest;
let keys: KeyedGateway['keys'];

beforeAll(async () => {
  ({ gateway, keys } = await startKeyedGateway({ DASHBOARD_PASSWORD: 'open sesame', DASHBOARD_ROLE: 'act' }));
});
afterAll(() => gateway.stop());

const get = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  gateway.ask(`/api/v1/${path}`, { headers });

const remove = (path: string, headers: Record<string, string>): Promise<Answer> =>
  gateway.ask(`/api/v1/${path}`, { method: 'DELETE', headers });

/** As a browser sends it back. */
const cookieOf = ({ headers }: Answer): string => headers.get('set-cookie')!.split(';', 1)[0]!;

describe('keys', () => {
  it('lets a key do what its role includes, and says which role is missing', async () => {
    expect(await get('trades', bearing(keys.look.text))).toMatchObject({ status: 200 });
    const refused = await gateway.post('tasks/check/house', {}, bearing(keys.look.text));
    expectProblem(refused, 403, /needs the role act; look key has look/);
    expect(refused.body).toMatchObject({ type: 'urn:rotunda:problem:role-too-small', needed_role: 'act' });
    expect(await gateway.post('tasks/check/house', {}, bearing(keys.act.text))).toMatchObject({ status: 202 });
    expectProblem(await get('keys', bearing(keys.act.text)), 403, /needs the role admin/);
    expect(await get('keys', bearing(keys.admin.text))).toMatchObject({ status: 200 });
  });

  it('asks for a key, and answers alike whatever is wrong with one', async () => {
    const missing = await get('trades');
    expectProblem(missing, 401, /needs a key or a session/);
    expect(missing.headers.get('www-authenticate')).toMatch(/^Bearer/);
    const expired = await makeKey(gateway, 'admin', new Date(Date.now() + 50));
    const revoked = await makeKey(gateway, 'admin');
    expect(await remove(`keys/${revoked.id}`, bearing(keys.admin.text))).toMatchObject({ status: 204 });
    const wrong = [
      ['malformed', 'x'],
      ['unknown', `rtd_${'0'.repeat(16)}_${'A'.repeat(43)}`],
      ['tampered', `${keys.admin.text.slice(0, -1)}${keys.admin.text.endsWith('A') ? 'B' : 'A'}`],
      ['expired', expired.text],
      ['revoked', revoked.text],
    ] as const;
    gateway.now = new Date(Date.now() + 1_000);
    const answers = await Promise.all(wrong.map(([, text]) => get('trades', bearing(text))));
    gateway.now = null;
    for (const answer of answers) {
      expectProblem(answer, 401, /is not valid/);
      expect(answer.body).toEqual(answers[0]!.body);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    }
  });

  it.each(['Basic YTpi', 'Bearer', 'Bearer a b', ''])('takes no other authorization: %j', async (authorization) => {
    expectProblem(await get('trades', { authorization }), 401, /./);
  });

  it('makes a key over REST, shows it once, and knows when it was used', async () => {
    const admin = bearing(keys.admin.text);
    const made = await gateway.post('keys', { name: 'night report', role: 'look' }, admin);
    expect(made).toMatchObject({ status: 201, body: { name: 'night report', role: 'look', state: 'usable' } });
    expect(made.headers.get('cache-control')).toBe('no-store');
    expect(await get('trades', bearing(made.body.key))).toMatchObject({ status: 200 });
    const listed = await get('keys', admin);
    expect(JSON.stringify(listed.body)).not.toContain(made.body.key.slice(-43));
    const record = await gateway.context.get(Keys).find(made.body.id);
    expect(record?.lastUsedAt).toBeInstanceOf(Date);
    expect(await remove(`keys/${made.body.id}`, admin)).toMatchObject({ status: 204 });
    expectProblem(await get('trades', bearing(made.body.key)), 401, /not valid/);
    expect(await remove(`keys/${made.body.id}`, admin)).toMatchObject({ status: 204 });
  });

  it.each([
    [{ name: 'x', role: 'owner' }, /role must be one of look, act, admin/],
    [{ name: ' ', role: 'look' }, /name must not be blank/],
    [{ name: 'x', role: 'look', expires_at: '2020-01-01T00:00:00Z' }, /has passed/],
    [{ name: 'x', role: 'look', expires_at: 'tomorrow' }, /ISO 8601/],
    [{ role: 'look' }, /name must be a text/],
  ])('makes no key of %j', async (body, message) => {
    expectProblem(await gateway.post('keys', body, bearing(keys.admin.text)), 422, message);
  });

  it('knows no other key to revoke', async () => {
    expectProblem(await remove('keys/nothing', bearing(keys.admin.text)), 404, /There is no key nothing/);
  });
});

describe('keys where other clients put them', () => {
  const basic = (password: string): Record<string, string> => ({
    authorization: `Basic ${btoa(`reader:${password}`)}`,
  });
  const token = (key: string): Record<string, string> => ({ authorization: `Token ${key}` });
  const fmp = '/compat/fmp/senate-latest';

  let address = 0;
  /** From an address of its own, so that no limit of wrong keys is reached. */
  async function ask(url: string, headers: Record<string, string> = {}): Promise<Answer> {
    const remoteAddress = `10.9.0.${(address += 1)}`;
    const answer = await gateway.inject({ url, headers: { host: 'localhost', ...headers }, remoteAddress });
    const type = String(answer.headers['content-type']);
    const body: unknown = type.includes('json') ? answer.json() : answer.body;
    return { status: answer.statusCode, headers: new Headers({ 'content-type': type }), body };
  }

  it.each([
    ['the address', fmp, (key: string): string => `?apikey=${key}`, () => ({})],
    ['a header of FMP’s', fmp, () => '', (key: string) => ({ apikey: key })],
    ['Bearer', fmp, () => '', bearing],
    ['Token', '/compat/quiver/congresstrading', () => '', token],
    ['Basic', '/compat/openbb/government_trades', () => '', basic],
    ['Basic', '/feeds/trades.atom', () => '', basic],
  ])('takes one in %s (%s)', async (_, path, query, headers) => {
    const send = (key: string): Promise<Answer> => ask(path + query(key), headers(key));
    expect(await send(keys.look.text)).toMatchObject({ status: 200 });
    for (const wrong of [`${keys.look.text}x`, 'a-key-of-another-vendor'])
      expectProblem(await send(wrong), 401, /not valid/);
  });

  it('takes none from there on any other route', async () => {
    const key = keys.admin.text;
    const trades = '/api/v1/trades';
    expectProblem(await ask(`${trades}?apikey=${key}`), 401, /needs a key/);
    for (const headers of [basic(key), token(key)]) expectProblem(await ask(trades, headers), 401, /not valid/);
    expectProblem(await ask(`/feeds/trades.atom?apikey=${key}`), 401, /needs a key/);
  });

  it('takes none that may do more than look from an address, where others read it', async () => {
    const refused = await ask(`${fmp}?apikey=${keys.act.text}`);
    expectProblem(refused, 403, /act key has the role act.* may have the role look only/);
    expect(JSON.stringify(refused.body)).not.toContain(keys.act.text);
    expect(await ask(fmp, { apikey: keys.act.text })).toMatchObject({ status: 200 });
    const twice = `${fmp}?apikey=${keys.look.text}&apikey=${keys.look.text}`;
    expectProblem(await ask(twice), 401, /not valid/);
  });
});

describe('sessions', () => {
  const own = (): Record<string, string> => ({ origin: gateway.url });

  it('begins with a key, has its role, and ends with it', async () => {
    const key = await makeKey(gateway, 'act');
    const begun = await gateway.post('session', { key: key.text }, own());
    expect(begun).toMatchObject({
      status: 201,
      body: { kind: 'session', id: key.id, role: 'act', keys_required: true },
    });
    expect(begun.headers.get('set-cookie')).toMatch(
      /^rotunda_session=k\.[\w-]{43}; Path=\/; Expires=.*; HttpOnly; SameSite=Strict$/,
    );
    const session = { cookie: cookieOf(begun) };
    expect(await get('trades', session)).toMatchObject({ status: 200 });
    expect(await get('session', session)).toMatchObject({ status: 200, body: { kind: 'session', name: 'act key' } });
    expectProblem(await get('keys', session), 403, /needs the role admin/);
    await remove(`keys/${key.id}`, bearing(keys.admin.text));
    expectProblem(await get('trades', session), 401, /not valid/);
  });

  it('begins with the password, with the role of its choice', async () => {
    const begun = await gateway.post('session', { password: 'open sesame' }, own());
    expect(begun.body).toMatchObject({ kind: 'session', id: null, name: 'password', role: 'act' });
    expectProblem(await gateway.post('session', { password: 'open says me' }, own()), 401, /not valid/);
  });

  it('ends when it is asked to, for whoever kept the cookie too', async () => {
    const session = { cookie: cookieOf(await gateway.post('session', { key: keys.look.text }, own())) };
    const ended = await remove('session', session);
    expect(ended).toMatchObject({ status: 204 });
    expect(ended.headers.get('set-cookie')).toMatch(/^rotunda_session=; .*Expires=Thu, 01 Jan 1970/);
    expectProblem(await get('trades', session), 401, /not valid/);
    expect(await remove('session', session)).toMatchObject({ status: 204 });
  });

  it('ends after twelve hours', async () => {
    const session = { cookie: cookieOf(await gateway.post('session', { password: 'open sesame' }, own())) };
    const start = Date.now();
    gateway.now = new Date(start + 12 * HOUR_MS - 60_000);
    const before = await get('trades', session);
    gateway.now = new Date(start + 12 * HOUR_MS + 60_000);
    const after = await get('trades', session);
    gateway.now = null;
    expect(before).toMatchObject({ status: 200 });
    expectProblem(after, 401, /not valid/);
  });

  it('ends when its key expires', async () => {
    const key = await makeKey(gateway, 'look', new Date(Date.now() + 60_000));
    const session = { cookie: cookieOf(await gateway.post('session', { key: key.text }, own())) };
    expect(await get('trades', session)).toMatchObject({ status: 200 });
    gateway.now = new Date(Date.now() + 61_000);
    const answer = await get('trades', session);
    gateway.now = null;
    expectProblem(answer, 401, /not valid/);
  });

  it('changes something only for requests of our own pages', async () => {
    const session = { cookie: cookieOf(await gateway.post('session', { key: keys.act.text }, own())) };
    const check = (headers: Record<string, string>): Promise<Answer> =>
      gateway.post('tasks/check/house', {}, { ...session, ...headers });
    expectProblem(await check({}), 403, /own pages/);
    expectProblem(await check({ 'sec-fetch-site': 'same-site' }), 403, /own pages/);
    expectProblem(await check({ origin: 'https://evil.example' }), 403, /may not change anything/);
    expect(await check(own())).toMatchObject({ status: 202 });
    expect(await check({ 'sec-fetch-site': 'same-origin' })).toMatchObject({ status: 202 });
  });

  it('is told who it is, also before anyone has signed in', async () => {
    expect(await get('session')).toMatchObject({
      status: 200,
      body: { keys_required: true, password_accepted: true, kind: null, role: null },
    });
    expect((await get('session', bearing(keys.look.text))).body).toMatchObject({ kind: 'key', role: 'look' });
    expectProblem(await get('session', bearing('x')), 401, /not valid/);
  });

  it.each([{}, { key: 'x', password: 'y' }])('needs a key or a password, not %j', async (body) => {
    expectProblem(await gateway.post('session', body), 422, /key or password must be given/);
  });
});

it('an open event stream ends within seconds once its key is revoked or expired, or its session has ended', async () => {
  const revoked = await makeKey(gateway, 'look');
  const expiring = await makeKey(gateway, 'look', new Date(Date.now() + 60_000));
  const session = {
    cookie: cookieOf(await gateway.post('session', { key: keys.look.text }, { origin: gateway.url })),
  };
  const open = async (
    headers: Record<string, string>,
    path = 'tasks/events',
  ): Promise<{ end: Promise<unknown>; close(): void }> => {
    const stop = new AbortController();
    const stream = await fetch(`${gateway.url}/api/v1/${path}`, { headers, signal: stop.signal });
    expect(stream.status).toBe(200);
    return { end: stream.text().catch(() => 'closed'), close: () => stop.abort() };
  };
  const ending = [
    ...[await open(bearing(revoked.text)), await open(session), await open(bearing(expiring.text))],
    ...[await open(bearing(revoked.text), 'live'), await open(session, 'live')],
  ];
  const staying = await open(bearing(keys.act.text));
  await remove(`keys/${revoked.id}`, bearing(keys.admin.text));
  await remove('session', session);
  gateway.now = new Date(Date.now() + 61_000);
  await Promise.all(ending.map(({ end }) => end));
  const first = await Promise.race([staying.end, Promise.resolve('it goes on')]);
  gateway.now = null;
  expect(first).toBe('it goes on');
  staying.close();
});

describe('around the API', () => {
  it('shows its health to everyone, and its metrics and documentation to who may look', async () => {
    expect(await gateway.ask('/health/live')).toMatchObject({ status: 200 });
    expect(await gateway.ask('/health/ready')).toMatchObject({ status: 200 });
    for (const path of [
      '/metrics',
      '/api/docs',
      '/api/docs-json',
      '/api/docs/swagger-ui.css',
      '/api/nothing',
      '/api/v1/no',
    ]) {
      expectProblem(await gateway.ask(path), 401, /needs a key/);
    }
    for (const path of ['/metrics', '/api/docs', '/api/docs-json', '/api/docs/swagger-ui.css']) {
      expect(await gateway.ask(path, { headers: bearing(keys.look.text) })).toMatchObject({ status: 200 });
    }
  });
});
