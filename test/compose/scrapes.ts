import { strict as assert } from 'node:assert';
import type { ScrapeResult } from '#rotunda/contracts';
import type { Chamber } from '#rotunda/domain';
import type { GatewayApi } from './gateway-api.js';
import type { ListedFilings } from './stand-in.js';

export type Sites = ReadonlyMap<Chamber, ListedFilings>;
export type Results = ReadonlyMap<Chamber, ScrapeResult>;

/** Starts a scrape of everything that each site lists; chamber → task id. */
export async function startScrapes(api: GatewayApi, sites: Sites): Promise<Map<Chamber, string>> {
  const started = [...sites].map(
    async ([chamber, { window }]) => [chamber, await api.scrape(chamber, window)] as const,
  );
  return new Map(await Promise.all(started));
}

export async function resultsOf(api: GatewayApi, tasks: ReadonlyMap<Chamber, string>): Promise<Results> {
  const ended = [...tasks].map(async ([chamber, id]) => [chamber, await api.result(id)] as const);
  return new Map(await Promise.all(ended));
}

/** Checks that every listed filing is accounted for, and every trade of the result is stored. */
export async function expectComplete(api: GatewayApi, sites: Sites, results: Results): Promise<void> {
  for (const [chamber, { filings, stats, status }] of results) {
    const { listed, ...settled } = filings;
    assert.equal(listed, sites.get(chamber)!.filings, `${chamber}: filings listed`);
    const sum = Object.values(settled).reduce((all, count) => all + count, 0);
    assert.equal(sum, listed, `${chamber}: filings accounted for`);
    assert.deepEqual({ status, unavailable: settled.unavailable, failed: settled.failed, errors: stats.errors }, CLEAN);
    assert.ok(stats.saved > 0, `${chamber}: no trade was saved`);
    assert.equal(await api.countTrades(chamber), stats.saved, `${chamber}: trades in the record`);
  }
}

const CLEAN = { status: 'success', unavailable: 0, failed: 0, errors: 0 };

/** Checks that nothing was fetched or stored again. */
export function expectNothingNew(first: Results, second: Results): void {
  for (const [chamber, { filings, stats }] of second) {
    const before = first.get(chamber)!;
    assert.equal(filings.known, before.filings.listed, `${chamber}: filings known`);
    assert.equal(stats.saved, 0, `${chamber}: trades saved again`);
    assert.equal(stats.skipped, before.stats.saved, `${chamber}: trades known`);
  }
}

export const describeResults = (results: Results): string =>
  [...results]
    .map(([chamber, { filings, stats }]) => `${chamber} ${filings.listed} filings, ${stats.saved} trades`)
    .join('; ');
