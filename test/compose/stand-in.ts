import { strict as assert } from 'node:assert';
import type { Chamber } from '#rotunda/domain';
import type { ComposeStack } from './compose-stack.js';

/** What the stand-in of a chamber's site reports about itself. */
export interface ListedFilings {
  window: { start: string; end: string };
  filings: number;
}

/**
 * Reads, for each chamber, the line that the stand-in prints when it listens.
 *
 * @throws AssertionError where the stack does not have exactly one scraper for each of them
 */
export async function listedFilings(stack: ComposeStack): Promise<Map<Chamber, ListedFilings>> {
  const [line] = (await stack.logs('--no-log-prefix', 'sites')).split('\n');
  const sites = new Map(
    Object.entries(JSON.parse(line!) as Record<Chamber, ListedFilings>) as [Chamber, ListedFilings][],
  );
  const scrapers = (await stack.services()).filter((service) => service.endsWith(SCRAPER));
  assert.deepEqual([...sites.keys()].map(scraperOf).toSorted(), scrapers);
  return sites;
}

const SCRAPER = '-scraper';
export const scraperOf = (chamber: Chamber): string => chamber + SCRAPER;
