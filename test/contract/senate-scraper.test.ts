import { existsSync } from 'node:fs';
import { describeAll } from '#rotunda/testing';
import { expect, it } from 'vitest';
import { type SenateSite, startSenateSite } from '../../apps/stand-ins/src/senate/senate-site.js';
import { ChamberStack, type ChamberUnderTest } from './chamber-stack.js';
import { describeScraper } from './scraper-contract.js';

const senate: ChamberUnderTest<SenateSite> = {
  chamber: 'senate',
  startSite: (documents) => startSenateSite(documents ? { documents } : {}),
  environment: (site) => ({
    SENATE_BASE_URL: site.url,
    SENATE_MEDIA_URL: site.mediaUrl,
    SENATE_REQUEST_INTERVAL_MS: '0',
    SENATE_FETCH: 'http',
    ROTUNDA_ACCEPT_TERMS: 'true',
  }),
};

describeScraper(senate, {
  documents: '/search/view/ptr/*',
  listing: '/search/report/data/',
  isOfListing: (path) => path.startsWith('/search/') && !path.startsWith('/search/view/'),
  ownFaults: [
    { kind: 'lapsed_session', form: 'redirect', probability: 0.05 },
    { kind: 'lapsed_session', form: 'search_page', probability: 0.05 },
  ],
  realDocuments: { listed: 532, parsed: 529, scans: 3, trades: 4408 },
});

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const hasChromium = existsSync(CHROMIUM);

describeAll('a Senate that blocks plain HTTP', () => {
  if (!hasChromium) console.warn(`No Chromium at ${CHROMIUM}: the test with a browser is skipped.`);

  it.runIf(hasChromium)('is scraped by Chromium, with the same totals', async () => {
    const stack = await ChamberStack.start(senate);
    try {
      await stack.useScraper();
      const byHttp = await stack.scrape(stack.recent());
      expect(byHttp.filings.parsed).toBeGreaterThan(10);
      await stack.reset();
      stack.site.faults = { faults: [{ kind: 'browser_only' }] };
      await stack.startScraper({ SENATE_FETCH: 'auto', CHROMIUM_PATH: CHROMIUM });
      const { stats, filings } = await stack.scrape(stack.recent());
      expect({ stats, filings }).toEqual({ stats: byHttp.stats, filings: byHttp.filings });
    } finally {
      await stack.stop();
    }
  });
});
