import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GatewayUnderTest } from '../gateway-under-test.js';
import { describeCompat } from './compat-views.js';
import { describeFeeds } from './feeds.js';
import { seedDisclosures } from './sample-disclosures.js';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
  await seedDisclosures(gateway);
});
afterAll(() => gateway.stop());

describe('feeds', () => {
  describeFeeds(() => gateway);
});
// After the feeds, which see the amendment come.
describe('the shapes of other vendors', () => {
  describeCompat(() => gateway);
});

it('describes each of their paths', async () => {
  const { body } = await gateway.ask('/api/docs-json');
  expect(
    Object.keys(body.paths)
      .filter((path) => !/^\/(api|health)\//.test(path))
      .toSorted(),
  ).toEqual([
    '/compat/fmp/house-latest',
    '/compat/fmp/house-trades',
    '/compat/fmp/house-trades-by-name',
    '/compat/fmp/senate-latest',
    '/compat/fmp/senate-trades',
    '/compat/fmp/senate-trades-by-name',
    '/compat/openbb/equity/ownership/government_trades',
    '/compat/openbb/government_trades',
    '/compat/quiver/bulk/congresstrading',
    '/compat/quiver/bulk/congresstrading/{ticker}',
    '/compat/quiver/congresstrading',
    '/compat/quiver/congresstrading/{ticker}',
    '/feeds/house.atom',
    '/feeds/members/{bioguide}.atom',
    '/feeds/senate.atom',
    '/feeds/tickers/{ticker}.atom',
    '/feeds/trades.atom',
  ]);
});
