import { describe, expect, it } from 'vitest';
import type { Lineage, LineageFiling, LineageRow } from './lineage.js';
import { rowLineage } from './row-lineage.js';

/** Assets and filers are invented. */
const row = (ordinal: number, change: Partial<LineageRow> = {}): LineageRow => ({
  id: `row-${ordinal}`,
  ordinal,
  sourceRowId: null,
  owner: 'spouse',
  assetName: 'Example Holdings, Inc.',
  ticker: 'EXMP',
  type: 'purchase',
  tradedOn: '2021-09-22',
  amountMin: 1001,
  amountMax: 15_000,
  rowStatus: 'new',
  ...change,
});

const amended = (ordinal: number, sourceRowId: string, change: Partial<LineageRow> = {}): LineageRow =>
  row(ordinal, { sourceRowId, rowStatus: 'amended', ...change });
const deleted = (ordinal: number, sourceRowId: string, change: Partial<LineageRow> = {}): LineageRow =>
  row(ordinal, { sourceRowId, rowStatus: 'deleted', ...change });

const filing = (externalId: string, filedOn: string, rows: LineageRow[]): LineageFiling => ({
  id: externalId,
  externalId,
  filedOn,
  amendmentNo: null,
  rows: rows.map((each) => ({ ...each, id: `${externalId}/${each.ordinal}` })),
});

const find = (filings: LineageFiling[], decisions: [string, string | null][] = []): Lineage =>
  rowLineage(filings, new Map(decisions));
const links = ({ rows }: Lineage): string[] =>
  rows.map(
    ({ successor, kind, predecessor, method, score }) => `${successor} ${kind} ${predecessor} ${method} ${score}`,
  );

const ORIGINAL = filing('29990580', '2021-10-05', [row(1), row(2, { assetName: 'Specimen Motors', ticker: 'SPMN' })]);

describe('a changed row of the House', () => {
  it('follows the chain that was seen: filed, deleted, and filed again on the day of the deletion', () => {
    const deletion = filing('29990618', '2021-10-12', [deleted(1, '2000000001')]);
    const again = filing('29990619', '2021-10-12', [row(1)]);
    for (const order of [
      [ORIGINAL, deletion, again],
      [again, deletion, ORIGINAL],
    ]) {
      const lineage = find(order);
      expect(links(lineage)).toEqual(['29990618/1 withdraws 29990580/1 content 1']);
      expect(lineage.filings).toEqual([
        { successor: '29990618', predecessor: '29990580', kind: 'withdraws', method: 'content', score: 1 },
      ]);
    }
  });

  it('does not withdraw a row filed again later, where the original is missing', () => {
    const deletion = filing('29990618', '2021-10-12', [deleted(1, '2000000001')]);
    const again = filing('29990619', '2021-10-12', [row(1)]);
    expect(find([deletion, again])).toEqual({ filings: [], rows: [], doubts: [] });
  });

  it('amends the row of the same id in an earlier filing, whatever that row says', () => {
    const first = filing('29990600', '2021-10-08', [
      amended(1, '2000000001', { amountMin: 15_001, amountMax: 50_000 }),
    ]);
    const second = filing('29990618', '2021-10-12', [
      deleted(1, '2000000001', { assetName: 'Another Name', ticker: null, tradedOn: '2020-01-01' }),
    ]);
    expect(links(find([second, first, ORIGINAL]))).toEqual([
      '29990618/1 withdraws 29990600/1 row_id 1',
      '29990600/1 amends 29990580/1 content 0.85',
    ]);
  });

  it('is matched by content where no earlier filing names its id', () => {
    const change = filing('29990618', '2021-10-12', [amended(1, '2000000001', { type: 'sale' })]);
    expect(links(find([ORIGINAL, change]))).toEqual(['29990618/1 amends 29990580/1 content 0.9']);
  });

  it('does not amend another trade in the same stock', () => {
    const other = { tradedOn: '2021-08-01', amountMin: 50_001, amountMax: 100_000 };
    expect(find([ORIGINAL, filing('29990618', '2021-10-12', [amended(1, '2000000001', other)])]).rows).toEqual([]);
  });

  it('amends one of several identical rows only where all of them changed alike', () => {
    const twins = filing('29990580', '2021-10-05', [row(1), row(2)]);
    const one = find([twins, filing('29990618', '2021-10-12', [deleted(1, '2000000001')])]);
    expect(one.rows).toEqual([]);
    expect(one.doubts).toEqual([
      {
        filing: '29990618',
        doubts: [
          {
            code: 'row_unclear',
            params: {
              row: 1,
              candidates: [
                { filing: '29990580', row: 1 },
                { filing: '29990580', row: 2 },
              ],
            },
          },
        ],
      },
    ]);
    const both = find([twins, filing('29990618', '2021-10-12', [deleted(1, '2000000001'), deleted(2, '2000000002')])]);
    expect(links(both)).toEqual([
      '29990618/1 withdraws 29990580/1 content 1',
      '29990618/2 withdraws 29990580/2 content 1',
    ]);
  });

  it('amends the clearly likelier of two', () => {
    const filings = [
      filing('29990580', '2021-10-05', [row(1), row(2, { amountMin: 15_001, amountMax: 50_000 })]),
      filing('29990618', '2021-10-12', [amended(1, '2000000001')]),
    ];
    expect(links(find(filings))).toEqual(['29990618/1 amends 29990580/1 content 1']);
  });

  it('amends the row of the same asset, though a bond with a similar name has more in common with it', () => {
    const bond = (ordinal: number, year: number, change: Partial<LineageRow> = {}): LineageRow =>
      row(ordinal, { assetName: `Sample County Revenue Bond 5% ${year}`, ticker: null, ...change });
    const more = { amountMin: 15_001, amountMax: 50_000 };
    const filings = [
      filing('29990580', '2021-10-05', [bond(1, 2031), bond(2, 2032, more)]),
      filing('29990618', '2021-10-12', [
        bond(1, 2031, { ...more, rowStatus: 'amended', sourceRowId: '2000000001' }),
        bond(2, 2032, { ...more, rowStatus: 'deleted', sourceRowId: '2000000002' }),
      ]),
    ];
    expect(links(find(filings))).toEqual([
      '29990618/1 amends 29990580/1 content 0.85',
      '29990618/2 withdraws 29990580/2 content 1',
    ]);
  });

  it('is in doubt where two filings change the only row that either can amend', () => {
    const { rows, doubts } = find([
      ORIGINAL,
      filing('29990618', '2021-10-12', [amended(1, '2000000001')]),
      filing('29990700', '2021-11-12', [amended(1, '2000000009')]),
    ]);
    expect(rows).toEqual([]);
    expect(doubts.map(({ filing: id }) => id)).toEqual(['29990618', '29990700']);
  });

  it('is in doubt where its filing names its id twice', () => {
    const twice = filing('29990618', '2021-10-12', [amended(1, '2000000001'), deleted(2, '2000000001')]);
    const namedTwice = { code: 'row_named_twice', params: { row_id: '2000000001' } };
    expect(find([ORIGINAL, twice]).doubts).toMatchObject([{ doubts: [namedTwice, namedTwice] }]);
  });

  it('amends the row that a person chose, and no other row can amend that one', () => {
    const twins = filing('29990580', '2021-10-05', [row(1), row(2)]);
    const changes = filing('29990618', '2021-10-12', [amended(1, '2000000001'), deleted(2, '2000000002')]);
    const lineage = find([twins, changes], [['29990618/1', '29990580/2']]);
    expect(links(lineage)).toEqual([
      '29990618/1 amends 29990580/2 decision 1',
      '29990618/2 withdraws 29990580/1 content 1',
    ]);
    expect(
      find(
        [ORIGINAL, changes],
        [
          ['29990618/1', null],
          ['29990618/2', null],
        ],
      ).rows,
    ).toEqual([]);
  });
});
