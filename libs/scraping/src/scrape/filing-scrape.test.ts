import { createHash, randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ScrapeCommand, TaskProgress } from '#rotunda/contracts';
import { dataSourceOptions, FenceLostError, Filings, RawDocuments, ScrapedWindows } from '#rotunda/persistence';
import { systemClock } from '#rotunda/runtime';
import type { RunningTask } from '#rotunda/tasks';
import { borrowTestDatabase, eventually, type TestDatabase } from '#rotunda/testing';
import { reading } from '../../../persistence/test/sample-filings.js';
import { listed, SampleSite } from '../../test/sample-site.js';
import type { DisclosureSite, Listing } from '../disclosure-site.js';
import { FilingScrape } from './filing-scrape.js';
import type { OutboxRelay } from '../outbox/outbox-relay.js';
import { LayoutChanged } from '../site-errors.js';
import { orAborted } from '../turns.js';

const WINDOW = { start_date: '2025-03-01', end_date: '2025-03-31' };
const NOTHING_FILED: Listing = { inWindow: [], others: [], warnings: [] };

let database: TestDatabase;
let dataSource: DataSource;
let scrape: FilingScrape;

beforeEach(async () => {
  database = await borrowTestDatabase();
  dataSource = await new DataSource(dataSourceOptions({ databaseUrl: database.url })).initialize();
  const noRelay = { nudge: () => undefined } as unknown as OutboxRelay;
  const [filings, documents] = [new Filings(dataSource), new RawDocuments(dataSource)];
  scrape = new FilingScrape(filings, documents, noRelay, new ScrapedWindows(dataSource), systemClock);
});
afterEach(async () => {
  await dataSource.destroy();
  await database.drop();
});

const siteThat = (list: DisclosureSite['list']): DisclosureSite => ({
  list,
  fetchDocument: () => Promise.resolve(null),
  picturesOf: () => [],
  parse: () => Promise.reject(new Error('there is no document')),
  check: () => Promise.resolve([]),
});

const attempt = (number: number, args = WINDOW): RunningTask<ScrapeCommand> => ({
  id: 'task-a',
  args,
  attempt: number,
  signal: new AbortController().signal,
  report: () => undefined,
  keepEvidence: () => undefined,
});

const run = (list: DisclosureSite['list'], task = attempt(1)) => scrape.run('house', siteThat(list), task);
const windows = (): Promise<unknown[]> =>
  dataSource.query(
    'SELECT task_id, chamber, start_date, end_date, listed_at < finished_at AS in_order FROM scraped_windows',
  );

it('records which document shows each sheet of a paper filing, even where two look the same', async () => {
  const fetched = (url: string, bytes: string, mediaType = 'image/gif') => ({
    ...{ url, mediaType, bytes: Buffer.from(bytes), fetchedAt: new Date() },
    ...{ etag: null, lastModified: null },
  });
  const urls = [1, 2, 3].map((n) => `https://media.test/${n}.gif`);
  const pictures = urls.map((url, i) => fetched(url, i === 1 ? 'some text' : 'blank'));
  const site: DisclosureSite = {
    ...siteThat(() =>
      Promise.resolve({ ...NOTHING_FILED, inWindow: [listed('pictures', '2025-03-20'), listed('scan', '2025-03-21')] }),
    ),
    fetchDocument: async ({ externalId }) => ({
      ...fetched(`https://site.test/${externalId}`, externalId, 'text/html'),
      attachments: externalId === 'pictures' ? pictures : [],
    }),
    parse: async ({ url }) => ({
      ...reading([], { format: 'paper' }),
      sheets: url.endsWith('scan')
        ? [1, 2].map((sheet) => ({ url: null, sheet }))
        : urls.map((picture) => ({ url: picture, sheet: 1 })),
    }),
  };
  await scrape.run('house', site, attempt(1));
  const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
  const pages = await dataSource.query(
    `SELECT external_id, page, p.document_sha256 AS sha, sheet, url FROM filing_pages p
     JOIN filings f ON f.id = p.filing_id ORDER BY 1, 2`,
  );
  expect(pages).toEqual([
    ...urls.map((url, i) => ({
      external_id: 'pictures',
      page: i + 1,
      sha: sha(i === 1 ? 'some text' : 'blank'),
      sheet: 1,
      url,
    })),
    ...[1, 2].map((n) => ({ external_id: 'scan', page: n, sha: sha('scan'), sheet: n, url: 'https://site.test/scan' })),
  ]);
});

it('two simultaneous scrapes of a chamber fetch each document once, and both account for every filing', async () => {
  const ids = ['20001', '20002', '20003', '20004'];
  const asked: string[] = [];
  const ready = new Set<string>();
  const site: DisclosureSite = {
    ...siteThat(() =>
      Promise.resolve({ ...NOTHING_FILED, inWindow: ids.map((externalId) => listed(externalId, '2025-03-03')) }),
    ),
    fetchDocument: async ({ externalId }) => {
      asked.push(externalId);
      await eventually('all to know what is unfinished', () => ready.size === 3);
      return null;
    },
  };
  const tasks = ['task-a', 'task-b', 'task-c'].map((id) => ({
    ...attempt(1),
    id,
    report: ({ phase }: Partial<TaskProgress>) => void (phase === 'documents' && ready.add(id)),
  }));
  const results = await Promise.all(tasks.map((task) => scrape.run('house', site, task)));
  expect(asked.toSorted()).toEqual(ids);
  for (const { filings } of results) expect(filings).toMatchObject({ listed: 4, unavailable: 4 });
});

it('a filing whose task was stopped midway is taken over by a task that waits for it', async () => {
  let listings = 0;
  const site = (fetchDocument: DisclosureSite['fetchDocument']): DisclosureSite => ({
    ...siteThat(() => {
      listings += 1;
      return Promise.resolve({ ...NOTHING_FILED, inWindow: [listed('20001', '2025-03-03')] });
    }),
    fetchDocument,
  });
  const stop = new AbortController();
  let isAsking = false;
  const hanging = site((_filing, signal) => {
    isAsking = true;
    return orAborted(new Promise(() => undefined), signal);
  });
  const first = scrape.run('house', hanging, { ...attempt(1), signal: stop.signal });
  await eventually('a request', () => isAsking);
  const second = scrape.run(
    'house',
    site(() => Promise.resolve(null)),
    { ...attempt(1), id: 'task-b' },
  );
  await eventually('the other listing', () => listings === 2);
  stop.abort(new Error('cancelled'));
  await expect(first).rejects.toThrow('cancelled');
  expect((await second).filings).toMatchObject({ listed: 1, unavailable: 1 });
});

describe('the days covered by a scrape', () => {
  it('are recorded when it succeeds, once per task, even where nothing was filed', async () => {
    const noted = { task_id: 'task-a', chamber: 'house', ...WINDOW, in_order: true };
    await run(() => Promise.resolve(NOTHING_FILED));
    expect(await windows()).toEqual([noted]);
    await run(() => Promise.resolve(NOTHING_FILED), attempt(2));
    expect(await windows()).toEqual([noted]);
  });

  it('are not recorded where part of the listing is missing', async () => {
    const warnings = ['The site has no index for 2024.'];
    const result = await run(() => Promise.resolve({ ...NOTHING_FILED, warnings }));
    expect(result).toMatchObject({ status: 'partial', warnings });
    expect(await windows()).toEqual([]);
  });

  it('are not recorded where it fails', async () => {
    const failing = run(() => Promise.reject(new LayoutChanged('the header is not known')));
    await expect(failing).rejects.toThrow(LayoutChanged);
    expect(await windows()).toEqual([]);
  });

  it('are not recorded by an attempt that was overtaken', async () => {
    await run(() => Promise.resolve(NOTHING_FILED), attempt(2));
    const late = run(() => Promise.resolve(NOTHING_FILED), attempt(1, { ...WINDOW, end_date: '2025-03-02' }));
    await expect(late).rejects.toThrow(FenceLostError);
    expect(await windows()).toMatchObject([WINDOW]);
  });
});

describe('a regular scrape', () => {
  const windowsAsked = async (commands: ScrapeCommand[]): Promise<string[]> => {
    const asked: string[] = [];
    for (const [n, args] of commands.entries()) {
      await run(
        ({ start, end }) => {
          asked.push(`${start} to ${end}`);
          return Promise.resolve(NOTHING_FILED);
        },
        { ...attempt(1), id: `task-${n}`, args },
      );
    }
    return asked;
  };
  const regular = (start_date: string, end_date: string): ScrapeCommand => ({
    start_date,
    end_date,
    since_last_success: true,
  });

  it('includes the days since the last one, and fourteen before them', async () => {
    const commands = [regular('2025-03-01', '2025-03-02'), regular('2025-05-01', '2025-05-02')];
    expect(await windowsAsked(commands)).toEqual(['2025-03-01 to 2025-03-02', '2025-02-16 to 2025-05-02']);
  });

  it('is not misled by windows of manual scrapes', async () => {
    const byHand = { start_date: '2025-04-29', end_date: '2025-04-30' };
    const asked = await windowsAsked([
      regular('2025-03-01', '2025-03-02'),
      byHand,
      regular('2025-05-01', '2025-05-02'),
    ]);
    expect(asked).toEqual(['2025-03-01 to 2025-03-02', '2025-04-29 to 2025-04-30', '2025-02-16 to 2025-05-02']);
  });

  it('never begins later than its command says', async () => {
    const commands = [regular('2025-03-01', '2025-03-31'), regular('2025-03-02', '2025-04-01')];
    expect((await windowsAsked(commands)).at(-1)).toBe('2025-03-02 to 2025-04-01');
  });
});

describe('what Postgres can’t hold', () => {
  const stored = (): Promise<unknown[]> =>
    dataSource.query(
      'SELECT external_id AS id, status, filer_name_raw AS filer, reason, quality_flags AS flags FROM filings ORDER BY 1',
    );
  const good = { id: 'a', status: 'parsed', filer: 'Hon. Testina Sample', reason: null, flags: [] };

  it.each(['An\0n Sample', 'An\uD800n Sample'])(
    'of a name is replaced, and the filing flagged: %j',
    async (filerNameRaw) => {
      const site = new SampleSite([listed('a', '2025-03-01'), listed('b', '2025-03-01', { filerNameRaw })]);
      const result = await scrape.run('house', site, attempt(1));
      expect(result).toMatchObject({ status: 'success', filings: { listed: 2, parsed: 2 } });
      const flagged = { ...good, id: 'b', filer: 'An\uFFFDn Sample', flags: ['unreadable_listing'] };
      expect(await stored()).toEqual([good, flagged]);
      // The site has fixed it.
      site.filings[1] = listed('b', '2025-03-01');
      await scrape.run('house', site, attempt(1));
      expect(await stored()).toEqual([good, { ...good, id: 'b' }]);
    },
  );

  it('fails only the filing whose document has it, and the next scrape tries it again', async () => {
    const site = new SampleSite([listed('b', '2025-03-01'), listed('a', '2025-03-01')]);
    site.rows = { b: { amountMin: 1e20 } };
    const result = await scrape.run('house', site, attempt(1));
    expect(result).toMatchObject({ status: 'partial', filings: { listed: 2, parsed: 1, failed: 1 } });
    expect(await stored()).toEqual([
      good,
      expect.objectContaining({ id: 'b', status: 'failed', reason: expect.stringMatching(/^UnstorableData: 22003: /) }),
    ]);
    site.rows = {};
    await scrape.run('house', site, { ...attempt(1), id: 'task-b' });
    expect(await stored()).toMatchObject([good, { id: 'b', status: 'parsed', reason: null }]);
  });

  it('in a line of the listing leaves that line out, with a warning', async () => {
    // Longer than a Postgres index entry may be.
    const endless = randomBytes(20_000).toString('hex');
    const site = new SampleSite([listed(endless, '2025-03-01'), listed('a', '2025-03-01')]);
    const result = await scrape.run('house', site, attempt(1));
    expect(result).toMatchObject({ status: 'partial', filings: { listed: 1, parsed: 1 } });
    expect(result.warnings).toEqual([expect.stringMatching(/was left out: 54000: /)]);
    expect(await stored()).toEqual([good]);
  });

  it('fails the task, not a filing, where the error is not about data', async () => {
    const site = new SampleSite([listed('a', '2025-03-01')]);
    site.beforeDocument = () => void dataSource.destroy();
    await expect(scrape.run('house', site, attempt(1))).rejects.toThrow('Cannot use a pool');
    await dataSource.initialize();
    expect(await stored()).toMatchObject([{ id: 'a', status: 'listed' }]);
  });
});
