import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Courtesy, OwnBudget } from '#rotunda/scraping';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HttpFetcher } from '../src/site/http-fetcher.js';
import { FAST } from './senate-stand.js';

const { signal } = new AbortController();
let site: Server;
let media: Server;
let fetcher: HttpFetcher;
/** What both hosts were sent, in order. */
let received: IncomingHttpHeaders[];
/** The `Set-Cookie` lines of the next answer. */
let setting: string[];

beforeEach(async () => {
  received = [];
  [site, media] = [await listen(), await listen()];
  fetcher = new HttpFetcher(urlOf(site), new Courtesy(new OwnBudget(0), FAST), FAST, true);
});

afterEach(() => [site, media].forEach((server) => server.close()));

async function listen(): Promise<Server> {
  const server = createServer(({ headers }, response) => {
    received.push(headers);
    response.setHeader('set-cookie', setting).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const urlOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/search/home/`;

/** @returns the headers that were sent */
async function ask(server: Server, cookies: string[] = [], isAjax = false): Promise<IncomingHttpHeaders> {
  setting = cookies;
  await fetcher.send({ url: urlOf(server), signal, ...(isAjax && { form: { fields: {}, isAjax } }) });
  return received.at(-1)!;
}

describe('the cookies of plain HTTP', () => {
  it('are sent back, whatever their names, and the CSRF token also as a header', async () => {
    expect(await ask(site, ['csrftoken=abc; Path=/; SameSite=Lax', '33a5c6=x==; HttpOnly; Path=/'])).not.toHaveProperty(
      'cookie',
    );
    expect(await ask(site)).toMatchObject({ cookie: 'csrftoken=abc; 33a5c6=x==' });
    expect(await ask(site, [], true)).toMatchObject({ 'x-csrftoken': 'abc', 'x-requested-with': 'XMLHttpRequest' });
  });

  it('change with each answer, also with one that deletes a cookie or sets one for another host', async () => {
    await ask(site, ['a=1; Path=/', 'b=1; Path=/', 'c=1; Path=/']);
    await ask(site, [
      'a=2; Max-Age=3600; Path=/',
      'b=; Max-Age=0; Path=/',
      'c=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/',
      'd=1; Domain=example.org; Path=/',
      'rubbish',
    ]);
    expect(await ask(site)).toMatchObject({ cookie: 'a=2' });
  });

  it('are those of the site alone, not of its host of pictures', async () => {
    await ask(site, ['a=1; Path=/']);
    expect(await ask(media, ['b=1; Path=/'])).not.toHaveProperty('cookie');
    expect(await ask(site)).toMatchObject({ cookie: 'a=1' });
  });

  it('are forgotten when asked', async () => {
    await ask(site, ['csrftoken=abc; Path=/']);
    await fetcher.forget();
    const headers = await ask(site, [], true);
    expect(headers).toMatchObject({ 'x-csrftoken': '' });
    expect(headers).not.toHaveProperty('cookie');
  });
});
