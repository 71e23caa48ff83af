import { Courtesy, OwnBudget, type RequestBudget } from '#rotunda/scraping';
import type { SenateSettings } from '../config.js';
import { BrowserFetcher } from './browser-fetcher.js';
import { findChromium, type OpenChromium } from './chromium.js';
import { HttpFetcher } from './http-fetcher.js';
import type { PageFetcher } from './page-fetcher.js';

/**
 * The ways to fetch from the site, in the order in which they are tried. `auto` is plain HTTP, then a browser where
 * there is one. They share one courtesy: the site sees one request at a time. The budget is this process's own, unless
 * the chamber's is given.
 */
export async function openWays(
  settings: SenateSettings,
  budget: RequestBudget = new OwnBudget(settings.SENATE_REQUEST_INTERVAL_MS),
  openChromium?: OpenChromium,
): Promise<PageFetcher[]> {
  const courtesy = new Courtesy(budget, settings);
  const { SENATE_FETCH, SENATE_BASE_URL } = settings;
  const hasBrowser = SENATE_FETCH === 'browser' || (SENATE_FETCH === 'auto' && (await findChromium(settings)) !== null);
  return [
    ...(SENATE_FETCH === 'browser' ? [] : [new HttpFetcher(SENATE_BASE_URL, courtesy, settings, !hasBrowser)]),
    ...(hasBrowser ? [new BrowserFetcher(courtesy, settings, openChromium)] : []),
  ];
}
