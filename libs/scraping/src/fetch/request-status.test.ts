import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { FailedTry } from '../failed-try.js';
import { SiteUnavailable } from '../site-errors.js';
import { exchange } from './http-exchange.js';
import { type Exchange, watchingExchanges } from './last-exchange.js';
import { requestStatus } from './request-status.js';

const failed = (cause: unknown): FailedTry => new FailedTry(new SiteUnavailable('away', { cause }));

describe('the status of a request', () => {
  it.each([
    [200, null, '200'],
    [403, failed(null), '403'],
    [499, null, '4xx'],
    [599, null, '5xx'],
    [null, failed(new DOMException('too slow', 'TimeoutError')), 'timeout'],
    [200, failed(new DOMException('too slow', 'TimeoutError')), 'timeout'],
    [null, failed(new DOMException('stopped', 'AbortError')), 'cancelled'],
    [null, failed(new Error('net::ERR_CONNECTION_REFUSED at https://site.test')), 'refused'],
    [null, failed(new Error('getaddrinfo')), 'error'],
    [null, 'a text', 'error'],
  ])('%s with %s is %s', (status, error, expected) => {
    expect(requestStatus({ status }, error)).toBe(expected);
  });

  it('is refused where nobody listens', async () => {
    const seen: string[] = [];
    const watch = (asked: Exchange, error: unknown): void => void seen.push(requestStatus(asked, error));
    const settings = { SITE_MAX_BYTES: 10, SITE_CONTACT: '' } as Parameters<typeof exchange>[2];
    const request = { signal: new AbortController().signal };
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`;
    await once(server.close(), 'close');
    await expect(watchingExchanges(watch, () => exchange(url, request, settings))).rejects.toThrow(/can't be reached/);
    expect(seen).toEqual(['refused']);
  });
});
