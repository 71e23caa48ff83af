import { Courtesy, OwnBudget, type RequestBudget } from '#rotunda/scraping';
import type { SenateSettings } from '../config.js';
import { BrowserFetcher } from './browser-fetcher.js';
import { findChromium, type OpenChromium } from './chromium.js';
import { HttpFetcher } from './http-fetcher.js';
import type { PageFetcher } from './page-fetcher.js';

/**
 * The ways to ask the site, in the order in which they are tried. They share one courtesy: whichever asks, the site sees
 * one request at a time. The budget is that of this process, unless the chamber's is given. Left to itself (`auto`) it is plain HTTP, and a browser where there is one.
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
