import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Courtesy, OwnBudget } from '#rotunda/scraping';
import { eventually } from '#rotunda/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { BrowserFetcher } from '../src/site/browser-fetcher.js';
import { browserProcessIds } from './browser-processes.js';
import { FAST } from './senate-stand.js';
import { chromiumToTest } from './ways-to-test.js';

const never = new AbortController().signal;
const chromium = await chromiumToTest();
const servers: Server[] = [];
const asked: string[] = [];
let fetcher: BrowserFetcher;

afterEach(async () => {
  await fetcher.close();
  for (const server of servers.splice(0)) server.close().closeAllConnections();
  asked.length = 0;
});

/** Starts a server that records its requests. Returns its base URL. */
async function serve(name: string, listener: RequestListener): Promise<string> {
  const server = createServer((request, response) => {
    asked.push(`${name} ${request.url}`);
    listener(request, response);
  });
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function fetcherFor(baseUrl: string, settings: Partial<typeof FAST> = {}): BrowserFetcher {
  const all = { ...FAST, SENATE_BASE_URL: baseUrl, SENATE_MEDIA_URL: baseUrl, SITE_TRIES: 2, ...settings };
  return new BrowserFetcher(new Courtesy(new OwnBudget(0), all), all);
}

describe.runIf(chromium)('the browser', () => {
  it('reports a 403 without a page as a block', async () => {
    const url = await serve('site', (_request, response) => response.writeHead(403).end());
    fetcher = fetcherFor(url);
    await expect(fetcher.send({ url, signal: never })).rejects.toMatchObject({
      name: 'SiteBlocked',
      message: expect.stringContaining('403') as string,
    });
    expect(asked).toEqual(['site /', 'site /']);
  });

  it('requests no other host, whether linked, loaded or redirected to', async () => {
    const other = await serve('other', (_request, response) => response.end('here'));
    const { port } = new URL(other);
    const page = `<!DOCTYPE html><title>x</title><link rel="stylesheet" href="/static/css/main.css">
      <script src="${other}/script.js"></script><img src="http://localhost:${port}/pixel.gif">
      <script src="/static/scripts/jquery.js"></script><script src="/own.js"></script><img src="/picture.gif">
      <script>
        fetch('http://localhost:${port}/data').catch(() => undefined);
        new WebSocket('ws://localhost:${port}/socket');
        navigator.serviceWorker?.register('/worker.js').catch(() => undefined);
      </script>`;
    const url = await serve('site', ({ url: path }, response) => {
      if (path === '/redirect') response.writeHead(302, { location: `http://localhost:${port}/` }).end();
      else response.setHeader('content-type', path === '/own.js' ? 'text/javascript' : 'text/html').end(page);
    });
    fetcher = fetcherFor(url);
    expect(await fetcher.send({ url: `${url}/page`, signal: never })).toMatchObject({ status: 200 });
    // The answer comes before what the page loads; own.js comes after what it loads from the other host.
    await eventually('what the page loads', () => asked.includes('site /own.js'));
    await expect(fetcher.send({ url: `${url}/redirect`, signal: never })).rejects.toMatchObject({
      name: 'RedirectedElsewhere',
      message: expect.stringContaining(`leads to http://localhost:${port}`) as string,
    });
    // Chromium's request for an icon is refused too, but may slip through while its tab is closed.
    const requests = asked.filter((request) => request !== 'site /favicon.ico');
    expect(new Set(requests)).toEqual(new Set(['site /page', 'site /own.js', 'site /redirect']));
  });

  it('rejects an answer over the limit', async () => {
    const url = await serve('site', (_request, response) => response.end('x'.repeat(5_000)));
    fetcher = fetcherFor(url, { SITE_MAX_BYTES: 4_000 });
    await expect(fetcher.send({ url, signal: never })).rejects.toThrow('larger than 4000 bytes');
  });

  it('is given up without waiting where it does not close a tab', async () => {
    const url = await serve('site', ({ url: path }, response) => {
      if (path !== '/hangs') response.setHeader('content-type', 'text/html').end('x');
    });
    fetcher = fetcherFor(url);
    await fetcher.send({ url, signal: never });
    const processes = await browserProcessIds();
    const stopped = new AbortController();
    const hanging = fetcher.send({ url: `${url}/hangs`, signal: stopped.signal });
    await eventually('the request', () => asked.includes('site /hangs'));
    for (const pid of processes) process.kill(pid, 'SIGSTOP');
    stopped.abort(new Error('cancelled'));
    await expect(hanging).rejects.toThrow('cancelled');
    expect(await fetcher.send({ url, signal: never })).toMatchObject({ status: 200 });
    for (const pid of processes) endProcess(pid);
  });

  it('is started again after it died', async () => {
    const url = await serve('site', (_request, response) => response.setHeader('content-type', 'text/html').end('x'));
    fetcher = fetcherFor(url);
    await fetcher.send({ url, signal: never });
    for (const pid of await browserProcessIds()) endProcess(pid);
    expect(await fetcher.send({ url, signal: never })).toMatchObject({ status: 200 });
  });
});

/** The processes of one browser end each other: one may be gone already. */
function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
