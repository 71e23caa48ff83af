import type { Chamber } from '#rotunda/contracts';
import { expect, it } from 'vitest';
import { complaints, demoReport, describeProgress, describeResult, tradesTable } from './demo-report.js';
import type { ChamberTask } from './chamber-parts.js';
import type { ScrapeOfAll, TradeRow } from './demo-scrape.js';

const FILINGS = { listed: 6, known: 1, parsed: 1, paper: 1, needs_review: 1, unavailable: 1, failed: 1 };
const PROGRESS = { phase: 'documents', done: 3, total: 6, saved: 9, skipped: 0, errors: 0 };

const succeeded = (chamber: Chamber, filings: Partial<typeof FILINGS> = {}): ChamberTask => ({
  chamber,
  state: 'SUCCESS',
  progress: PROGRESS,
  result: {
    status: 'success',
    chamber,
    start_date: '2024-01-01',
    end_date: '2024-01-31',
    stats: { total: 12, saved: 9, skipped: 2, errors: 1 },
    filings: { ...FILINGS, ...filings },
    warnings: [],
  },
});

const failed = (chamber: Chamber): ChamberTask => ({
  chamber,
  state: 'FAILURE',
  progress: PROGRESS,
  error: { code: 'LayoutChanged', message: 'no index' },
});

const scrape = (...children: ChamberTask[]): ScrapeOfAll => ({
  id: 'group-1',
  children,
  times: { finished: '2026-11-23T02:00:00Z' },
});

const both = scrape(succeeded('house'), succeeded('senate'));

it('reports the counts of each chamber, the time and the group', () => {
  const counts =
    '{"stats":{"total":12,"saved":9,"skipped":2,"errors":1},' +
    '"filings":{"listed":6,"known":1,"parsed":1,"paper":1,"needs_review":1,"unavailable":1,"failed":1}}';
  expect(JSON.stringify(demoReport(both, 1.23456))).toBe(
    `{"senate":${counts},"house":${counts},"seconds":1.23,"task_id":"group-1"}`,
  );
});

it('reports why a chamber has no counts', () => {
  expect(demoReport(scrape(succeeded('senate'), failed('house')), 1)).toMatchObject({
    house: null,
    senate: { stats: { saved: 9 } },
    error: "the house's task ended as FAILURE: LayoutChanged: no index",
  });
});

it('has no complaint if each listed filing is accounted for', () => {
  expect(complaints(both, { house: 6, senate: 6 })).toEqual([]);
  expect(complaints(both, { house: null, senate: 6 })).toEqual([]);
});

it('complains of filings that are not accounted for, or that the scrape did not see', () => {
  const lost = scrape(succeeded('house', { parsed: 0 }), succeeded('senate'));
  expect(complaints(lost, { house: 6, senate: 7 })).toEqual([
    'senate: the site lists 7 filings, the scrape saw 6',
    'house: 6 filings were listed, and 5 are accounted for',
  ]);
});

it('complains of a task that did not succeed, and of one that is missing', () => {
  expect(complaints(scrape(failed('house')), { house: 6, senate: 6 })).toEqual([
    'there is no task for the senate',
    "the house's task ended as FAILURE: LayoutChanged: no index",
  ]);
});

it('shows the chambers side by side', () => {
  const listing = { ...succeeded('senate'), progress: { ...PROGRESS, phase: 'listing', total: 0 } };
  expect(describeProgress([succeeded('house'), listing])).toBe(
    '  house: 3 of 6 filings, 9 trades saved; senate: listing …',
  );
});

it('says that a second scrape had nothing to fetch', () => {
  const known = { known: 6, parsed: 0, paper: 0, needs_review: 0, unavailable: 0, failed: 0 };
  expect(describeResult(demoReport(scrape(succeeded('house', known), succeeded('senate', known)), 2))).toEqual([
    'Done in 2 s.',
    '  senate: 6 filings (6 known), 9 trades saved, 2 already stored, 1 unreadable.',
    '  house: 6 filings (6 known), 9 trades saved, 2 already stored, 1 unreadable.',
    'All filings were known from an earlier run; nothing was fetched.',
  ]);
});

const TRADE: TradeRow = {
  owner: 'joint',
  owner_raw: 'JT',
  type: 'sale_partial',
  type_raw: 'S (partial)',
  ticker: 'XMPL',
  asset_name: 'Example Holdings, Inc.',
  traded_on: '2024-01-02',
  traded_on_raw: '01/02/2024',
  amount_raw: '$1,001 - $15,000',
  filing: { filed_on: '2024-01-20', filed_at_raw: '1/20/2024', filer_name_raw: 'Hon. Ann Example' },
};

it('shows trades in columns', () => {
  expect(tradesTable([TRADE])).toEqual([
    'FILED       MEMBER            OWNER  TYPE          ASSET  TRADED      AMOUNT',
    '2024-01-20  Hon. Ann Example  joint  sale partial  XMPL   2024-01-02  $1,001 - $15,000',
  ]);
});

it('shows the text of the document if its meaning is unknown', () => {
  const odd = {
    ...TRADE,
    owner: null,
    type: null,
    ticker: null,
    traded_on: null,
    type_raw: 'X',
    traded_on_raw: '1/2/24',
  };
  const [, row] = tradesTable([odd]);
  expect(row).toBe('2024-01-20  Hon. Ann Example  JT     X     Example Holdings, Inc.  1/2/24  $1,001 - $15,000');
});

it('cuts long names, and shows control characters as spaces', () => {
  const [, row] = tradesTable([{ ...TRADE, ticker: null, asset_name: `A\u001b[31m\n${'long '.repeat(20)}` }]);
  expect(row).toContain('  A [31m long long long long long lon…  ');
});
