import { DataSource } from 'typeorm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ScrapeCommand } from '#rotunda/contracts';
import { dataSourceOptions, FenceLostError, Filings, RawDocuments, ScrapedWindows } from '#rotunda/persistence';
import type { RunningTask } from '#rotunda/tasks';
import { createTestDatabase, type TestDatabase } from '#rotunda/testing';
import type { DisclosureSite, Listing } from './disclosure-site.js';
import { FilingScrape } from './filing-scrape.js';
import type { OutboxRelay } from './outbox-relay.js';
import { LayoutChanged } from './site-errors.js';

const WINDOW = { start_date: '2025-03-01', end_date: '2025-03-31' };
const NOTHING_FILED: Listing = { inWindow: [], others: [], warnings: [] };

let database: TestDatabase;
let dataSource: DataSource;
let scrape: FilingScrape;

beforeEach(async () => {
  database = await createTestDatabase();
  dataSource = await new DataSource(dataSourceOptions({ databaseUrl: database.url })).initialize();
  const noRelay = { nudge: () => undefined } as unknown as OutboxRelay;
  const [filings, documents] = [new Filings(dataSource), new RawDocuments(dataSource)];
  scrape = new FilingScrape(filings, documents, noRelay, new ScrapedWindows(dataSource));
});
afterEach(async () => {
  await dataSource.destroy();
  await database.drop();
});

const siteThat = (list: DisclosureSite['list']): DisclosureSite => ({
  list,
  fetchDocument: () => Promise.resolve(null),
  parse: () => Promise.reject(new Error('there is no document')),
  check: () => Promise.resolve([]),
});

const attempt = (number: number, args = WINDOW): RunningTask<ScrapeCommand> => ({
  id: 'task-a',
  args,
  attempt: number,
  signal: new AbortController().signal,
  report: () => undefined,
});

const run = (list: DisclosureSite['list'], task = attempt(1)) => scrape.run('house', siteThat(list), task);
const windows = (): Promise<unknown[]> =>
  dataSource.query(
    'SELECT task_id, chamber, start_date, end_date, listed_at < finished_at AS in_order FROM scraped_windows',
  );

describe('the days that a scrape has covered', () => {
  it('are noted when it succeeds, once for a task, also where nothing was filed', async () => {
    const noted = { task_id: 'task-a', chamber: 'house', ...WINDOW, in_order: true };
    await run(() => Promise.resolve(NOTHING_FILED));
    expect(await windows()).toEqual([noted]);
    await run(() => Promise.resolve(NOTHING_FILED), attempt(2));
    expect(await windows()).toEqual([noted]);
  });

  it('are none where a part of the listing is missing', async () => {
    const warnings = ['The site has no index for 2024.'];
    const result = await run(() => Promise.resolve({ ...NOTHING_FILED, warnings }));
    expect(result).toMatchObject({ status: 'partial', warnings });
    expect(await windows()).toEqual([]);
  });

  it('are none where it fails', async () => {
    const failing = run(() => Promise.reject(new LayoutChanged('the header is not known')));
    await expect(failing).rejects.toThrow(LayoutChanged);
    expect(await windows()).toEqual([]);
  });

  it('are not told by an attempt that was overtaken', async () => {
    await run(() => Promise.resolve(NOTHING_FILED), attempt(2));
    const late = run(() => Promise.resolve(NOTHING_FILED), attempt(1, { ...WINDOW, end_date: '2025-03-02' }));
    await expect(late).rejects.toThrow(FenceLostError);
    expect(await windows()).toMatchObject([WINDOW]);
  });
});
