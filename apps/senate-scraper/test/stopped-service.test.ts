import { byTier, eventually } from '#rotunda/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ChamberStack, type ChamberUnderTest } from '../../../test/contract/chamber-stack.js';
import { type SenateSite, startSenateSite } from '../../stand-ins/src/senate/senate-site.js';
import { browserProcessIds, livingProcesses } from './browser-processes.js';
import { chromiumToTest } from './ways-to-test.js';

const senateByBrowser: ChamberUnderTest<SenateSite> = {
  chamber: 'senate',
  startSite: () => startSenateSite(),
  environment: (site) => ({
    SENATE_BASE_URL: site.url,
    SENATE_MEDIA_URL: site.mediaUrl,
    SENATE_REQUEST_INTERVAL_MS: '50',
    SENATE_FETCH: 'browser',
    ROTUNDA_ACCEPT_TERMS: 'true',
  }),
};

let stack: ChamberStack;
beforeAll(async () => {
  stack = await ChamberStack.start(senateByBrowser);
});
afterEach(() => stack.reset());
afterAll(() => stack.stop());

describe.runIf(await chromiumToTest())('a Senate scraper with a browser', () => {
  it.each(byTier<NodeJS.Signals[]>({ enough: ['SIGKILL'], all: ['SIGKILL', 'SIGTERM'] }))(
    'leaves no process behind when %s ends it during a scrape',
    async (signal) => {
      const scraper = await stack.startScraper({ WORKER_STOP_GRACE_MS: '200' });
      const id = await stack.submit();
      await eventually('progress', async () => ((await stack.find(id))?.progress.done ?? 0) > 3);
      const browser = new Set(await browserProcessIds());
      expect(browser.size).toBeGreaterThan(0);
      await scraper.stop(signal);
      await eventually('the end of the browser', async () =>
        (await livingProcesses()).every(({ pid }) => !browser.has(pid)),
      );
    },
  );
});
