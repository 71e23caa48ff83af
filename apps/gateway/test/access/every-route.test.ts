import { createHash, randomBytes } from 'node:crypto';
import { Controller, Get } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { LightMyRequestResponse, RouteOptions } from 'fastify';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { includesRole, type Role, ROLES } from '#rotunda/contracts';
import { Keys, Sessions } from '#rotunda/persistence';
import { Guard } from '../../src/access/guard.js';
import { guardRoutes } from '../../src/access/guard-routes.js';
import { Limits } from '../../src/access/limits.js';
import type { Need } from '../../src/access/needs.js';
import { ASSET, PAGE } from '../../src/http/server/dashboard.js';
import { ACCESS } from '../../src/access/settings.js';
import { byTier } from '#rotunda/testing';
import type { GatewayUnderTest } from '../gateway-under-test.js';
import { bearing, type KeyedGateway, makeKey, startKeyedGateway } from './keyed-gateway.js';

interface Route {
  method: string;
  url: string;
  needs: Need;
}

let gateway: GatewayUnderTest;
let keys: KeyedGateway['keys'];
let routes: Route[];

beforeAll(async () => {
  ({ gateway, keys } = await startKeyedGateway());
  routes = gateway.routes.flatMap(askable);
});
afterAll(() => gateway.stop());

/** Any page of the dashboard. */
const PAGE_URL = '/tasks';
const ASSET_URL = '/assets/icon.svg';

/** Each method of a route, at a path that exists and names nothing. */
function askable({ method, url, config }: RouteOptions): Route[] {
  const path = url
    .replace(PAGE, PAGE_URL)
    .replace(ASSET, ASSET_URL)
    .replaceAll(/:(chamber)/g, 'house')
    .replaceAll(/:\w+/g, '29990000-0000-4000-8000-000000000000')
    .replace('*', 'index.css');
  return [method].flat().map((each) => ({ method: each, url: path, needs: config?.needs ?? 'nothing' }));
}

let address = 0;
/** From an address of its own, so that no limit is reached. */
function ask({ method, url }: Route, headers: Record<string, string>): Promise<LightMyRequestResponse> {
  address += 1;
  const remoteAddress = `10.${(address >> 16) & 255}.${(address >> 8) & 255}.${address & 255}`;
  const body = method === 'POST' || method === 'PUT' ? { payload: {} } : {};
  return gateway.inject({
    method,
    url,
    headers: { host: 'localhost', ...headers },
    remoteAddress,
    ...body,
  });
}

it('has a role for each route; health, signing in, and the files of the dashboard excepted', () => {
  const open = routes.filter(({ needs }) => needs === 'nothing').map(({ method, url }) => `${method} ${url}`);
  const pages = ['/', PAGE_URL, `${PAGE_URL}/index.css`, ASSET_URL];
  const readable = [...pages, '/api/v1/session', '/health/live', '/health/ready'];
  const signing = ['DELETE /api/v1/session', 'POST /api/v1/session'];
  expect(open.toSorted()).toEqual([...readable.flatMap((url) => [`GET ${url}`, `HEAD ${url}`]), ...signing].toSorted());
  expect(routes.length).toBeGreaterThan(90);
  const changing = routes.filter(({ method, needs }) => !['GET', 'HEAD'].includes(method) && needs === 'look');
  expect(changing).toEqual([]);
});

it('does not start with a route that names no role', async () => {
  @Controller('forgotten')
  class ForgottenController {
    @Get()
    show(): string {
      return 'anything';
    }
  }
  const module = await Test.createTestingModule({
    controllers: [ForgottenController],
    providers: [Limits, { provide: ACCESS, useValue: { requestsAMinute: null } }, { provide: Guard, useValue: {} }],
  }).compile();
  const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  await guardRoutes(app);
  await expect(app.init()).rejects.toThrow('GET /forgotten names no role: add @Needs or @OpenToAll');
  await app.close();
});

it('lets each role use just the routes that need it or a smaller one', async () => {
  const unlike: string[] = [];
  for (const route of routes.filter(
    ({ needs, url }) => needs !== 'nothing' && !/(tasks\/events|v1\/live)$/.test(url),
  )) {
    for (const role of [null, ...ROLES]) {
      const { statusCode } = await ask(route, role ? bearing(keys[role].text) : {});
      const wanted = role === null ? 401 : includesRole(role, route.needs as Role) ? 'admitted' : 403;
      const seen = statusCode === 401 || statusCode === 403 ? statusCode : 'admitted';
      if (seen !== wanted) unlike.push(`${route.method} ${route.url} as ${role}: ${statusCode}, not ${wanted}`);
    }
  }
  expect(unlike).toEqual([]);
}, 60_000);

it('answers 100 wrong credentials on every route alike', async () => {
  const expired = await makeKey(gateway, 'admin', new Date(0));
  const revoked = await makeKey(gateway, 'admin');
  await gateway.context.get(Keys).revoke(revoked.id, new Date());
  const wrong = [...wrongCredentials(keys.admin, expired.text, revoked.text)];
  expect(wrong).toHaveLength(100);
  const queries = [vi.spyOn(gateway.context.get(Keys), 'find'), vi.spyOn(gateway.context.get(Sessions), 'find')];
  const needing = routes.filter(({ needs }) => needs !== 'nothing');
  // Each credential on each route, or on every tenth: all routes and all credentials are there in both.
  const every = byTier({ enough: 10, all: 1 });
  let refused = 0;
  const bodies = new Set<string>();
  const spent = new Map<string, number>();
  for (const [n, [kind, headers]] of wrong.entries()) {
    const some = needing.filter((_, at) => (at + n) % every === 0);
    for (const query of queries) query.mockClear();
    const startedMs = performance.now();
    for (const route of some) {
      const answer = await ask(route, headers);
      expect([401, 403], `${route.method} ${route.url} with a ${kind} credential`).toContain(answer.statusCode);
      expect(answer.headers['www-authenticate']).toBe('Bearer realm="rotunda"');
      refused += 1;
      if (route.method !== 'HEAD') bodies.add(answer.body.replace(/"instance":"[^"]*"/, ''));
    }
    spent.set(kind, (spent.get(kind) ?? 0) + performance.now() - startedMs);
    const asked = queries.reduce((sum, { mock }) => sum + mock.calls.length, 0);
    expect(asked, `queries for a ${kind} credential`).toBe(kind === 'missing' ? 0 : some.length);
  }
  // One for those who sent nothing, one for all others: it says nothing about what was sent.
  expect(bodies.size).toBe(2);
  const [least, most] = [Math.min, Math.max].map((pick) =>
    pick(...[...spent].filter(([kind]) => kind !== 'missing').map(([kind, ms]) => ms / countOf(wrong, kind))),
  );
  process.stdout.write(`${refused} refusals; slowest kind of credential : quickest = ${(most! / least!).toFixed(2)}\n`);
}, 120_000);

type Wrong = [kind: string, headers: Record<string, string>];

const countOf = (wrong: Wrong[], kind: string): number => wrong.filter(([each]) => each === kind).length;

function* wrongCredentials(good: { id: string; text: string }, expired: string, revoked: string): Generator<Wrong> {
  const secret = (seed: number): string => createHash('sha256').update(String(seed)).digest('base64url');
  for (let n = 0; n < 4; n += 1) yield ['missing', {}];
  for (let n = 0; n < 19; n += 1) {
    yield ['unknown', bearing(`rtd_${randomBytes(8).toString('hex')}_${secret(n)}`)];
    yield ['wrong secret', bearing(`rtd_${good.id}_${secret(n)}`)];
    yield ['tampered', bearing(tampered(good.text, 21 + n))];
    yield ['session', { cookie: `rotunda_session=k.${secret(n)}` }];
  }
  for (const text of MALFORMED) yield ['malformed', { authorization: text }];
  for (let n = 0; n < 5; n += 1) yield ['expired', bearing(expired)];
  for (let n = 0; n < 5; n += 1) yield ['revoked', bearing(revoked)];
}

/** With another character at this place. */
const tampered = (text: string, at: number): string =>
  `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;

const MALFORMED = [
  '',
  'Bearer',
  'Bearer x',
  'Bearer a b',
  'Basic YTpi',
  'bearer rtd__',
  `Bearer ${'x'.repeat(5_000)}`,
  "Bearer ' OR 1=1 --",
  'Digest a',
  'Bearer rtd_0_0',
];
