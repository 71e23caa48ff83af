import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Chamber, ParsedTransaction } from '#rotunda/domain';
import {
  FIRST_ATTEMPT,
  listed,
  openSample,
  parsedOutcome,
  row,
  type Sample,
  SILENT,
  TASK,
} from '../../../test/sample-filings.js';
import { importMembers, MEMBERS } from '../../../test/sample-members.js';
import { InvalidCursorError } from '../../database/cursor.js';
import { MemberMatching } from '../../members/member-matching.js';
import { MembersQuery } from '../members-query.js';
import { MemberTradesQuery } from './member-trades.js';
import { TickersQuery } from './tickers-query.js';

let sample: Sample;
let tickers: TickersQuery;

const PURCHASE = {};
const SALE = { typeRaw: 'S', type: 'sale' } as const;
const PART = { typeRaw: 'S (partial)', type: 'sale_partial' } as const;
const EXCHANGE = { typeRaw: 'E', type: 'exchange' } as const;
const UNKNOWN = { typeRaw: '?', type: null };
const OVER = { amountMin: 50_000_000, amountMax: null, amountOver: true };
const EXACT = { amountMin: 509.87, amountMax: 509.87 };
const NO_AMOUNT = { amountMin: null, amountMax: null };

const on = (tradedOn: string | null, ticker: string | null, ...changes: Partial<ParsedTransaction>[]) =>
  Object.assign({ tradedOn, ticker, assetName: `${ticker ?? 'A bond'} Inc` }, ...changes) as ParsedTransaction;

/** external id, chamber, filed on, filer, rows */
const FILED: [string, Chamber, string | null, string, ParsedTransaction[]][] = [
  [
    ...(['1', 'house', '2025-03-20', 'Hon. Testina Sample'] as const),
    [
      on('2025-02-03', 'AAA', PURCHASE),
      on('2025-03-04', 'AAA', SALE, OVER),
      on('2025-03-05', 'aaa', PART, EXACT, { assetName: 'AAA Incorporated' }),
      on('0202-03-05', 'BRK.B', PURCHASE),
      on(null, null, EXCHANGE),
      on('2025-03-06', null, UNKNOWN, NO_AMOUNT, { assetName: 'a BOND inc' }),
    ],
  ],
  ['2', 'senate', '2025-04-01', 'Otto Muster', [on('2025-03-31', 'AAA', PURCHASE), on('2025-03-31', 'BF/B')]],
  ['3', 'senate', null, 'Otto Muster', [on('2025-01-31', 'AAA', SALE), on('2025-01-31', 'CCC')]],
];

beforeAll(async () => {
  sample = await openSample();
  tickers = new TickersQuery(sample.dataSource);
  await importMembers(sample);
  for (const [id, chamber, filedOn, filerNameRaw, rows] of FILED) {
    const [filing] = await sample.filings.enter(chamber, [listed(id, { chamber, filedOn, filerNameRaw })], TASK);
    const outcome = await parsedOutcome(
      sample,
      rows.map((change, i) => row(i + 1, change)),
    );
    await sample.filings.store(filing!.id, outcome, FIRST_ATTEMPT, SILENT);
  }
  await sample.dataSource.query(
    `UPDATE filings SET member_status = 'matched', member_id = 'S900001' WHERE external_id = '1'`,
  );
  await sample.dataSource.query(`UPDATE transactions SET is_current = FALSE WHERE ticker = 'CCC'`);
});
afterAll(() => sample.close());

/** trades, both bounds, without an upper bound, not understood */
const sums = (trades: number, amountMin: number, amountMax: number, openEnded = 0, unknownAmounts = 0) => ({
  ...{ trades, amountMin, amountMax, openEnded, unknownAmounts },
});
const NONE = sums(0, 0, 0);

describe('what a member traded', () => {
  it('has both bounds of what the bands come to, without those that have none', async () => {
    const { total } = await new MemberTradesQuery(sample.dataSource).summary('S900001');
    expect(total).toMatchObject({
      all: sums(6, 3 * 1001 + 50_000_509.87, 3 * 15_000 + 509.87, 1, 1),
      purchases: sums(2, 2002, 30_000),
      sales: sums(2, 50_000_509.87, 509.87, 1),
      exchanges: sums(1, 1001, 15_000),
      unknownTypes: sums(1, 0, 0, 0, 1),
      ...{ firstTradedOn: '2025-02-03', lastTradedOn: '2025-03-06', lastFiledOn: '2025-03-20' },
    });
  });

  it('is the same by month, those without a possible date last', async () => {
    const { months } = await new MemberTradesQuery(sample.dataSource).summary('S900001');
    expect(months.map(({ key, all, sales }) => [key, all.trades, sales.trades])).toEqual([
      ['2025-02', 1, 0],
      ['2025-03', 3, 2],
      [null, 2, 0],
    ]);
  });

  it('is the same by asset: by ticker, or by name in either case', async () => {
    const { assets, assetCount } = await new MemberTradesQuery(sample.dataSource).summary('S900001');
    expect(assets.map(({ ticker, name, all }) => [ticker, name?.toLowerCase(), all.trades])).toEqual([
      ['AAA', 'aaa incorporated', 3],
      [null, 'a bond inc', 2],
      ['BRK.B', 'brk.b inc', 1],
    ]);
    expect(assetCount).toBe(3);
  });

  it('is nothing where nothing is filed', async () => {
    const { total, months, assets } = await new MemberTradesQuery(sample.dataSource).summary('M900001');
    expect({ all: total.all, months, assets }).toEqual({ all: NONE, months: [], assets: [] });
  });
});

describe('tickers', () => {
  const found = async (filters: object): Promise<string[]> =>
    (await tickers.page({ limit: 10, ...filters })).items.map(({ ticker, trades }) => `${ticker} ${trades}`);

  it.each([
    ['no filter, those that were traded most first', {}, ['AAA 5', 'BF/B 1', 'BRK.B 1']],
    ['a part of the ticker', { search: 'rk.' }, ['BRK.B 1']],
    ['a part of the name, where the rows with it count', { search: 'aaa incorp' }, ['AAA 1']],
    ['what looks like a pattern', { search: '%' }, []],
    ['the day of the filing', { filedFrom: '2025-03-21', filedTo: '2025-04-01' }, ['AAA 1', 'BF/B 1']],
  ])('are found by %s', async (_, filters, expected) => {
    expect(await found(filters)).toEqual(expected);
  });

  it('come page by page, each once, with the name of the last trade', async () => {
    const first = await tickers.page({ limit: 2 });
    const second = await tickers.page({ limit: 2, cursor: first.nextCursor! });
    expect([...first.items, ...second.items]).toMatchObject([
      { ticker: 'AAA', assetName: 'AAA Inc', trades: 5, purchases: 2, sales: 3, lastTradedOn: '2025-03-31' },
      { ticker: 'BF/B' },
      { ticker: 'BRK.B' },
    ]);
    expect(second.nextCursor).toBeNull();
    await expect(tickers.page({ limit: 2, cursor: 'x' })).rejects.toThrow(InvalidCursorError);
  });

  it('say who traded, when and how much', async () => {
    const trades = await tickers.find('aaa');
    expect(trades).toMatchObject({
      ticker: 'AAA',
      total: { all: sums(5, 3 * 1001 + 50_000_509.87, 3 * 15_000 + 509.87, 1), purchases: { trades: 2 } },
      assetNames: [
        { name: 'AAA Inc', trades: 4 },
        { name: 'AAA Incorporated', trades: 1 },
      ],
      filers: [
        { member: { bioguide: 'S900001' }, all: { trades: 3 }, lastTradedOn: '2025-03-05' },
        { member: null, name: 'Otto Muster', all: { trades: 2 }, firstTradedOn: '2025-01-31' },
      ],
    });
    expect(trades!.months.map(({ key }) => key)).toEqual(['2025-01', '2025-02', '2025-03']);
  });

  it.each(['ZZZ', 'CCC'])('are unknown without a current trade: %s', async (ticker) => {
    expect(await tickers.find(ticker)).toBeNull();
  });
});

describe('members', () => {
  it('are listed with what they filed, or those alone who did', async () => {
    const members = new MembersQuery(sample.dataSource, new MemberMatching(sample.dataSource));
    const { items } = await members.page({ limit: 10, filed: true });
    expect(items).toMatchObject([{ bioguide: 'S900001', filings: 1, lastFiledOn: '2025-03-20' }]);
    const others = await members.page({ limit: 10, filed: false });
    expect(others.items.map(({ filings }) => filings)).toEqual(MEMBERS.slice(1).map(() => 0));
  });
});
