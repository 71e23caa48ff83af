import { DataSource } from 'typeorm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ScrapeCommand, ScrapeResult } from '#rotunda/contracts';
import { dataSourceOptions, Filings, RawDocuments, ScrapedWindows } from '#rotunda/persistence';
import { systemClock } from '#rotunda/runtime';
import { foldResults, type PlannedTask, planCommand, type RunningTask } from '#rotunda/tasks';
import { createTestDatabase, type TestDatabase } from '#rotunda/testing';
import { listed, SampleSite } from '../../test/sample-site.js';
import { FilingScrape } from './filing-scrape.js';
import type { OutboxRelay } from '../outbox/outbox-relay.js';

/** Three children of a year each, and what the site lists in and around their days. */
const WINDOW = { start: '2022-01-01', end: '2024-12-31' };
const FILINGS = [
  ...['2022-01-01', '2022-06-01', '2022-12-31'].map((day, i) => listed(`a${i}`, day)),
  ...['2023-02-01', '2023-06-01'].map((day, i) => listed(`b${i}`, day)),
  ...['2024-03-01', '2024-12-31'].map((day, i) => listed(`c${i}`, day)),
  // All three list it.
  listed('undated', null),
];
const OLDER = listed('older', '2021-05-05');

let database: TestDatabase;
let dataSource: DataSource;
let filings: Filings;
let scrape: FilingScrape;
let site: SampleSite;

beforeEach(async () => {
  database = await createTestDatabase();
  dataSource = await new DataSource(dataSourceOptions({ databaseUrl: database.url })).initialize();
  const noRelay = { nudge: () => undefined } as unknown as OutboxRelay;
  filings = new Filings(dataSource);
  scrape = new FilingScrape(
    filings,
    new RawDocuments(dataSource),
    noRelay,
    new ScrapedWindows(dataSource),
    systemClock,
  );
  site = new SampleSite([...FILINGS]);
});
afterEach(async () => {
  await dataSource.destroy();
  await database.drop();
});

const plan = (args: Record<string, unknown> = {}): PlannedTask[] =>
  planCommand({ id: 'g', name: 'scrape', chamber: 'all', args, window: WINDOW }, 366).filter(
    ({ chamber }) => chamber === 'house',
  );

function run({ id, args, group }: PlannedTask, attempt = 1): Promise<ScrapeResult> {
  const task: RunningTask<ScrapeCommand> = {
    id,
    attempt,
    args: { ...args, ...(group ? { group } : {}) },
    signal: new AbortController().signal,
    report: () => undefined,
    keepEvidence: () => undefined,
  };
  return scrape.run('house', site, task);
}

/** Kills the child's worker at this document. */
async function killedAt(externalId: string, child: PlannedTask): Promise<void> {
  site.beforeDocument = (asked) => {
    if (asked === externalId) throw new Error('killed');
  };
  await expect(run(child)).rejects.toThrow('killed');
  site.beforeDocument = () => undefined;
}

const totalsOf = (results: ScrapeResult[]) => {
  const { filings: counts, stats } = foldResults(results).totals;
  return { listed: counts.listed, known: counts.known, parsed: counts.parsed, rows: stats.total, saved: stats.saved };
};

const UNDISTURBED = { listed: 8, known: 0, parsed: 8, rows: 8, saved: 8 };

describe('the children of a group', () => {
  it('do each filing once, one after the other', async () => {
    const results = [];
    for (const child of plan()) results.push(await run(child));
    expect(results.map((result) => result.filings.listed)).toEqual([4, 2, 2]);
    expect(totalsOf(results)).toEqual(UNDISTURBED);
    expect(site.asked).toHaveLength(FILINGS.length);
  });

  it('leave the unfinished filings of a killed sibling to its next attempt', async () => {
    const [first, second, third] = plan();
    await killedAt('a1', first!);
    const others = [await run(second!), await run(third!)];
    const results = [await run(first!, 2), ...others];
    expect(totalsOf(results)).toEqual(UNDISTURBED);
    expect(site.asked).toHaveLength(FILINGS.length);
  });

  it.each([{}, { include_unknown: true, since_last_success: true }])(
    'do each filing once side by side, %j',
    async (args) => {
      const results = await Promise.all(plan(args).map((child) => run(child)));
      expect(totalsOf(results)).toEqual(UNDISTURBED);
      expect(site.asked).toHaveLength(FILINGS.length);
    },
  );

  it('do the other filings of the listings, and those the chamber had left unfinished, once', async () => {
    await filings.enter('house', [listed('old-undated', null), listed('long-ago', '2019-01-01')], 'before');
    site.filings.push(OLDER);
    const results = await Promise.all(plan({ include_unknown: true }).map((child) => run(child)));
    site.filings.pop();
    expect(totalsOf(results)).toEqual({ listed: 11, known: 0, parsed: 11, rows: 11, saved: 11 });
    expect(results[0]!.filings.listed).toBeGreaterThanOrEqual(5);
    expect(await filings.unfinished('house')).toEqual([]);
  });

  it('made by hand keep to their own days', async () => {
    const group = { id: 'mine', size: 2 };
    const [a, b] = ['2022', '2023'].map((year): PlannedTask => {
      const args = { start_date: `${year}-01-01`, end_date: `${year}-12-31` };
      return { id: `by-hand-${year}`, chamber: 'house', name: 'scrape', args, group };
    });
    site.filings.splice(
      site.filings.findIndex(({ filedOn }) => filedOn === null),
      1,
    );
    await killedAt('a1', a!);
    const others = await run(b!);
    expect(totalsOf([await run(a!, 2), others])).toMatchObject({ listed: 5, known: 0, rows: 5 });
  });
});

it('a scrape without a group does its own filings first, and then what is unfinished in the chamber', async () => {
  await filings.enter('house', [listed('long-ago', '2019-01-01')], 'before');
  const args = { start_date: '2024-01-01', end_date: '2024-12-31' };
  const { filings: counts } = await run({ id: 'alone', chamber: 'house', name: 'scrape', args });
  expect(counts).toMatchObject({ listed: 4, parsed: 4 });
  expect(site.asked).toHaveLength(4);
  expect(site.asked.at(-1)).toBe('long-ago');
});
