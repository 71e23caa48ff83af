import { BUCKETS, type SiteState, type WorkerState } from '#rotunda/contracts';
import { KvBucket } from '#rotunda/messaging';
import { SiteStore, untouchedSite } from '#rotunda/tasks';
import { eventually } from '#rotunda/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ChamberStack, type ChamberUnderTest } from '../contract/chamber-stack.js';
import { type SenateSite, startSenateSite } from '../../apps/stand-ins/src/senate/senate-site.js';

const senate: ChamberUnderTest<SenateSite> = {
  chamber: 'senate',
  startSite: () => startSenateSite(),
  environment: (site) => ({
    SENATE_BASE_URL: site.url,
    SENATE_MEDIA_URL: site.mediaUrl,
    SENATE_REQUEST_INTERVAL_MS: '0',
    SENATE_FETCH: 'http',
  }),
};

let stack: ChamberStack;
beforeEach(async () => {
  stack = await ChamberStack.start(senate);
});
afterEach(() => stack.stop());

it('without accepted terms no request goes to the Senate; scrapes wait at no cost, and a check says so', async () => {
  const sites = new SiteStore(await KvBucket.open(stack.nats.client, BUCKETS.sites));
  const breaker: SiteState['breaker'] = {
    ...untouchedSite('senate').breaker,
    ...{ state: 'open', opened_at: '2026-11-24T10:00:00.000Z', probe_at: '2026-11-24T10:15:00.000Z' },
  };
  const open = await sites.change('senate', (state) => ({ ...state, breaker }));
  const scraper = await stack.startScraper();
  const waiting = await stack.submit(stack.recent());
  const check = await stack.ended(await stack.submitCheck());
  expect(check).toMatchObject({ state: 'SUCCESS', result: { status: 'partial' } });
  expect(check.result).toMatchObject({
    checks: [{ name: 'postgres' }, { name: 'terms', detail: expect.stringContaining('ROTUNDA_ACCEPT_TERMS=true') }],
  });
  expect(await stack.find(waiting)).toMatchObject({ state: 'PENDING', attempts: [] });
  // No request was sent, so the breaker has nothing to record.
  expect(await sites.find('senate')).toEqual(open);
  expect(stack.site.requests).toEqual([]);
  const workers: (WorkerState | null)[] = [];
  const bucket = await KvBucket.open<WorkerState>(stack.nats.client, BUCKETS.workers);
  const { stop } = await bucket.watch(({ value }) => workers.push(value), '*');
  await eventually('the worker', () => workers.length > 0);
  stop();
  expect(workers).toMatchObject([{ withheld: { scrape: expect.stringContaining('13107(c)') } }]);

  await scraper.stop();
  await stack.startScraper({ ROTUNDA_ACCEPT_TERMS: 'true' });
  expect(await stack.ended(waiting)).toMatchObject({ state: 'SUCCESS', retries: 0, attempts: [{ n: 1 }] });
});
