import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createListener, type Server as Listener } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OwnBudget } from '../budget/request-budget.js';
import type { SiteSettings } from '../settings.js';
import { redirectElsewhere } from './http-exchange.js';
import { PoliteFetch } from './polite-fetch.js';

const SETTINGS: SiteSettings = {
  SITE_CONTACT: '',
  SITE_TIMEOUT_MS: 60_000,
  SITE_TRIES: 2,
  SITE_RETRY_DELAY_MS: 1,
  SITE_MAX_BYTES: 1_000,
};
const { signal } = new AbortController();

let site: Server;
let other: Listener;
let connections = 0;
let location: string;

beforeAll(async () => {
  site = createServer((_request, response) => response.writeHead(302, { location }).end()).listen(0, '127.0.0.1');
  other = createListener((socket) => {
    connections += 1;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await Promise.all([once(site, 'listening'), once(other, 'listening')]);
});
afterAll(() => [site, other].forEach((server) => server.close()));

const urlOf = (server: Listener): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

it('a redirect to another host is an error of its own, and nobody there is asked', async () => {
  location = `${urlOf(other)}/anything`;
  const fetch = new PoliteFetch(urlOf(site), new OwnBudget(0), SETTINGS);
  await expect(fetch.get('/a.pdf', { signal, accept: ['application/pdf'] })).rejects.toMatchObject({
    name: 'RedirectedElsewhere',
    message: `${urlOf(site)}/a.pdf answered 302 and leads to ${urlOf(other)}: only ${urlOf(site)} is asked.`,
  });
  expect(connections).toBe(0);
});

it('a redirect within the site is not followed either', async () => {
  location = '/elsewhere';
  const fetch = new PoliteFetch(urlOf(site), new OwnBudget(0), SETTINGS);
  await expect(fetch.get('/a.pdf', { signal, accept: ['application/pdf'] })).rejects.toMatchObject({
    name: 'SiteUnavailable',
    message: expect.stringContaining('answered 302') as string,
  });
});

it.each([
  ['https://site.test/a', '/b', false],
  ['https://site.test/a', 'https://site.test/b', false],
  ['http://site.test/a', 'https://site.test/b', false],
  ['https://site.test/a', 'http://site.test/b', true],
  ['https://site.test/a', '//other.test/b', true],
  ['https://site.test/a', 'https://site.test:444/b', true],
  ['https://site.test/a', 'https://site.test.other.test/b', true],
  ['https://site.test/a', 'https://site.test@other.test/b', true],
  ['https://site.test/a', 'file:///etc/passwd', true],
])('from %s to %s: refused is %s', (from, to, isRefused) => {
  const answer = { status: 302, headers: new Headers({ location: to }) };
  expect(redirectElsewhere(from, answer) !== null).toBe(isRefused);
});
