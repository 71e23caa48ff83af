import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Chamber } from '#rotunda/domain';
import {
  FIRST_ATTEMPT,
  listed,
  openSample,
  parsedOutcome,
  row,
  SILENT,
  TASK,
  type Sample,
} from '../../test/sample-filings.js';
import { InvalidCursorError, type Page } from '../database/cursor.js';
import { FilingsQuery } from './filings-query.js';
import type { TradeFilters } from './trades/trade-filters.js';
import { TradesQuery } from './trades-query.js';

let sample: Sample;
let trades: TradesQuery;
let filings: FilingsQuery;

/** external id, chamber, filed on, filer, tickers in document order */
const FILED: [string, Chamber, string | null, string, string[]][] = [
  ['new', 'house', '2025-03-20', 'Hon. Testina Sample', ['AAA', 'BBB']],
  ['same-day-1', 'house', '2025-03-19', 'Hon. Otto Muster', ['BBB', 'BBB', 'CCC']],
  ['same-day-2', 'senate', '2025-03-19', 'Ñandú Ejemplo', ['aaa']],
  ['old', 'senate', '2014-01-02', 'Hon. Testina SAMPLE', ['CCC']],
  ['undated', 'house', null, '100% Probe_', ['AAA', 'DDD']],
];

beforeAll(async () => {
  sample = await openSample();
  trades = new TradesQuery(sample.dataSource);
  filings = new FilingsQuery(sample.dataSource);
  for (const [id, chamber, filedOn, filerNameRaw, tickers] of FILED) {
    const [filing] = await sample.filings.enter(chamber, [listed(id, { chamber, filedOn, filerNameRaw })], TASK);
    const rows = tickers.map((ticker, i) => row(i + 1, { ticker, tradedOn: `2025-03-0${i + 1}` }));
    await sample.filings.store(filing!.id, await parsedOutcome(sample, rows), FIRST_ATTEMPT, SILENT);
  }
  await sample.filings.enter('house', [listed('waiting', { filedOn: '2025-03-21' })], TASK);
});
afterAll(() => sample.close());

async function everyPage<T>(page: (cursor?: string) => Promise<Page<T>>): Promise<T[][]> {
  const pages: T[][] = [];
  for (let cursor: string | undefined; ;) {
    const { items, nextCursor } = await page(cursor);
    pages.push(items);
    if (nextCursor === null) return pages;
    cursor = nextCursor;
  }
}

const find = async (filters: Partial<TradeFilters>): Promise<string[]> =>
  (await trades.page({ limit: 100, ...filters })).items.map(({ filing, ordinal }) => `${filing.externalId}/${ordinal}`);

describe('TradesQuery', () => {
  it('returns the newest filing first, its rows in document order, filings without a date last', async () => {
    expect(await find({})).toEqual([
      ...['new/1', 'new/2', 'same-day-2/1', 'same-day-1/1', 'same-day-1/2', 'same-day-1/3'],
      ...['old/1', 'undated/1', 'undated/2'],
    ]);
  });

  it.each([1, 2, 4, 9])('visits each row once in pages of %d, even where dates are equal', async (limit) => {
    const pages = await everyPage((cursor) => trades.page({ limit, cursor }));
    expect(pages.flat().map(({ id }) => id)).toEqual((await trades.page({ limit: 100 })).items.map(({ id }) => id));
    expect(pages).toHaveLength(Math.ceil(9 / limit));
  });

  it('returns those that were stored last first, and visits each once', async () => {
    const stored = await everyPage((cursor) => trades.page({ limit: 2, order: 'stored', cursor }));
    const all = (await trades.page({ limit: 100 })).items;
    const times = stored.flat().map(({ firstSeenAt }) => firstSeenAt.getTime());
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(new Set(stored.flat().map(({ id }) => id))).toEqual(new Set(all.map(({ id }) => id)));
    const { nextCursor } = await trades.page({ limit: 2 });
    await expect(trades.page({ limit: 2, order: 'stored', cursor: nextCursor! })).rejects.toThrow(InvalidCursorError);
  });

  it('includes the filing and the provenance', async () => {
    const { items } = await trades.page({ limit: 1 });
    expect(items[0]).toMatchObject({
      ordinal: 1,
      ticker: 'AAA',
      tradedOn: '2025-03-01',
      page: 1,
      box: [22.5, 100, 580, 120.25],
      domRow: null,
      parserVersion: 'house-1',
      documentSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      filing: { chamber: 'house', externalId: 'new', filerNameRaw: 'Hon. Testina Sample', filedOn: '2025-03-20' },
    });
  });

  it.each<[string, Partial<TradeFilters>, string[]]>([
    ['the chamber', { chambers: ['senate'] }, ['same-day-2/1', 'old/1']],
    ['part of a name in either case', { name: 'sample' }, ['new/1', 'new/2', 'old/1']],
    ['a name beyond ASCII', { name: 'ñANDÚ' }, ['same-day-2/1']],
    ['a name that looks like a pattern', { name: '0% probe_' }, ['undated/1', 'undated/2']],
    ['the ticker in either case', { tickers: ['aaa'] }, ['new/1', 'same-day-2/1', 'undated/1']],
    [
      'the day of the trade',
      { tradedFrom: '2025-03-02', tradedTo: '2025-03-02' },
      ['new/2', 'same-day-1/2', 'undated/2'],
    ],
    ['the day of the filing', { filedFrom: '2014-01-02', filedTo: '2025-03-18' }, ['old/1']],
    ['all of them', { chambers: ['house'], name: 'otto', tickers: ['BBB'], tradedTo: '2025-03-01' }, ['same-day-1/1']],
  ])('filters by %s', async (_, filters, expected) => {
    expect(await find(filters)).toEqual(expected);
  });

  it('leaves out superseded revisions', async () => {
    const corrected = await openSample();
    try {
      const [filing] = await corrected.filings.enter('house', [listed('1')], TASK);
      for (const amountMin of [1, 1001]) {
        const outcome = await parsedOutcome(corrected, [row(1, { amountMin })]);
        await corrected.filings.store(filing!.id, outcome, FIRST_ATTEMPT, SILENT);
      }
      const { items } = await new TradesQuery(corrected.dataSource).page({ limit: 10 });
      expect(items).toMatchObject([{ revision: 2, amountMin: 1001 }]);
    } finally {
      await corrected.close();
    }
  });

  it.each([
    ['not base64url of JSON', '%%%'],
    ['the cursor of another list', Buffer.from('["2025-03-20"]').toString('base64url')],
    [
      'of an invalid date',
      Buffer.from('["2025-02-30","01939e6e-0000-7000-8000-000000000000",1]').toString('base64url'),
    ],
    ['SQL', Buffer.from(`["2025-03-20","'; DROP TABLE filings",1]`).toString('base64url')],
    ['null', Buffer.from('null').toString('base64url')],
  ])('rejects a cursor that is %s', async (_, cursor) => {
    await expect(trades.page({ limit: 1, cursor })).rejects.toThrow(InvalidCursorError);
  });
});

describe('FilingsQuery', () => {
  it.each([1, 2, 6])('visits each filing once in pages of %d, the newest first', async (limit) => {
    const pages = await everyPage((cursor) => filings.page({ limit, cursor }));
    expect(pages.flat().map(({ externalId }) => externalId)).toEqual([
      ...['waiting', 'new', 'same-day-2', 'same-day-1', 'old', 'undated'],
    ]);
  });

  it.each([
    ['status', { statuses: ['listed' as const] }, ['waiting']],
    ['ticker', { tickers: ['ccc'] }, ['same-day-1', 'old']],
    ['chamber and name', { chambers: ['senate' as const], name: 'sample' }, ['old']],
    ['filing date', { filedFrom: '2025-03-20', filedTo: '2025-03-20' }, ['new']],
  ])('filters by %s', async (_, filters, expected) => {
    const { items } = await filings.page({ limit: 100, ...filters });
    expect(items.map(({ externalId }) => externalId)).toEqual(expected);
  });

  it('returns one filing with its rows', async () => {
    const { items } = await filings.page({ limit: 1, tickers: ['BBB'], chambers: ['house'], name: 'otto' });
    const filing = await filings.find(items[0]!.id);
    expect(filing).toMatchObject(items[0]!);
    expect(filing?.transactions.map(({ ticker }) => ticker)).toEqual(['BBB', 'BBB', 'CCC']);
  });

  it.each(['01939e6e-0000-7000-8000-000000000000', 'no-uuid'])('returns null for the filing %s', async (id) => {
    expect(await filings.find(id)).toBeNull();
  });
});
