import { describe, expect, it } from 'vitest';
import { reportTitle, type Lineage, type LineageFiling, type LineageRow } from './lineage.js';
import { titleLineage } from './title-lineage.js';

/** Assets and filers are invented. */
const row = (ordinal: number, change: Partial<LineageRow> = {}): LineageRow => ({
  id: `row-${ordinal}`,
  ordinal,
  sourceRowId: null,
  owner: 'joint',
  assetName: `Placeholder ${'ABCDEFGH'[ordinal]?.repeat(6)} Fund`,
  ticker: null,
  type: 'purchase',
  tradedOn: `2022-10-0${ordinal}`,
  amountMin: 1001,
  amountMax: 15_000,
  rowStatus: null,
  ...change,
});

const report = (id: string, amendmentNo: number | null, rows: LineageRow[]): LineageFiling => ({
  id,
  externalId: id,
  filedOn: '2022-10-04',
  amendmentNo,
  rows: rows.map((each) => ({ ...each, id: `${id}/${each.ordinal}` })),
});

const find = (reports: LineageFiling[], decisions: [string, string | null][] = []): Lineage =>
  titleLineage(reports, new Map(decisions));
const pairs = ({ filings }: Lineage): string[] =>
  filings.map((link) => `${link.successor} ${link.kind} ${link.predecessor}`);
const rowPairs = ({ rows }: Lineage): string[] =>
  rows.map((link) => `${link.successor ?? link.successorFiling} ${link.kind} ${link.predecessor}`);

const THREE = [row(1), row(2), row(3)];
const OTHERS = [row(4), row(5), row(6)];

describe('the title of a report', () => {
  it.each([
    'Periodic Transaction Report for 10/04/2022',
    'Periodic Transaction Report for 10/04/2022 (Amendment 1)',
    ' PERIODIC Transaction  Report for 10/04/2022  (Amendment 12) ',
  ])('is the same without its amendment: %s', (title) => {
    expect(reportTitle(title)).toBe('periodic transaction report for 10/04/2022');
  });
});

describe('an amended report of the Senate', () => {
  it('replaces the original that it repeats, row by row, whichever of them came first', () => {
    const changed = [row(1), row(2, { amountMin: 15_001, amountMax: 50_000 }), row(3)];
    const reports = [report('O', null, THREE), report('A', 1, changed)];
    for (const order of [reports, reports.toReversed()]) {
      const lineage = find(order);
      expect(lineage.filings).toEqual([
        { successor: 'A', predecessor: 'O', kind: 'amends', method: 'title', score: 1 },
      ]);
      expect(rowPairs(lineage)).toEqual(['A/1 restates O/1', 'A/2 amends O/2', 'A/3 restates O/3']);
      expect(lineage.rows[1]!.score).toBe(0.85);
    }
  });

  it('withdraws the rows that it leaves out, and adds those that the original lacked', () => {
    const lineage = find([report('O', null, THREE), report('A', 1, [row(1), row(3), row(4)])]);
    expect(rowPairs(lineage)).toEqual(['A/1 restates O/1', 'A/3 restates O/3', 'A withdraws O/2']);
    expect(lineage.filings).toMatchObject([{ kind: 'amends', score: 0.667 }]);
  });

  it('restates the report where no compared field has changed', () => {
    expect(pairs(find([report('O', null, THREE), report('A', 1, THREE)]))).toEqual(['A restates O']);
  });

  it('amends the last amendment before it, and not the original as well', () => {
    const reports = [report('A2', 2, THREE), report('O', null, THREE), report('A1', 1, THREE)];
    expect(pairs(find(reports)).toSorted()).toEqual(['A1 restates O', 'A2 restates A1']);
  });

  it('amends an earlier one where the amendment between them is missing', () => {
    expect(pairs(find([report('A3', 3, THREE), report('A1', 1, THREE)]))).toEqual(['A3 restates A1']);
  });

  it('finds its original among several of the same title, by its rows', () => {
    const reports = [report('O1', null, OTHERS), report('O2', null, THREE), report('A', 1, THREE)];
    expect(pairs(find(reports))).toEqual(['A restates O2']);
  });

  it('keeps identical rows apart, and matches each once', () => {
    const twins = [row(1), row(1, { ordinal: 2 }), row(3)];
    const lineage = find([report('O', null, twins), report('A', 1, [row(1), row(3)])]);
    expect(rowPairs(lineage)).toEqual(['A/1 restates O/1', 'A/3 restates O/3', 'A withdraws O/2']);
  });

  it.each([
    ['the owner of every row', { owner: 'self' }],
    ['a sale from full to partial', { type: 'sale_partial' }],
    ['how an asset is written', { assetName: 'ETHX - Placeholder Ethereum Trust' }],
    ['an asset of two letters by a third one', { assetName: 'PHI', ticker: null }],
  ] as const)('is recognised where it corrects %s', (_, change) => {
    const before: Partial<LineageRow> = {
      owner: 'joint',
      type: 'sale',
      assetName: 'assetName' in change && change.assetName === 'PHI' ? 'PH' : 'Placeholder Ethereum Trust (ETH)',
      ticker: null,
    };
    const lineage = find([report('O', null, [row(1, before)]), report('A', 1, [row(1, { ...before, ...change })])]);
    expect(rowPairs(lineage)).toEqual(['A/1 amends O/1']);
  });

  it('pairs rows that differ in their asset alone, and does not count them as certain', () => {
    const lineage = find([
      report('O', null, [row(1), row(2), row(3)]),
      report('A', 1, [row(1), row(2), row(3, { assetName: 'Something Else Entirely' })]),
    ]);
    expect(rowPairs(lineage)[2]).toBe('A/3 amends O/3');
    expect(lineage.filings[0]!.score).toBe(0.667);
  });

  it('takes trades of one stock on two days and of two types for two trades', () => {
    const stock = { assetName: 'Placeholder Corp', ticker: 'PLCH' };
    const lineage = find([
      report('O', null, [row(1, { ...stock, type: 'sale' })]),
      report('A', 1, [row(2, { ...stock, type: 'purchase' })]),
    ]);
    expect([lineage.rows, lineage.doubts.length]).toEqual([[], 1]);
  });

  it('has no predecessor, and raises no doubt, where the archive has none', () => {
    expect(find([report('A', 1, THREE)])).toEqual({ filings: [], rows: [], doubts: [] });
  });

  it('is left alone where either is on paper and has no rows to compare', () => {
    expect(find([report('O', null, []), report('A', 1, THREE)]).doubts).toEqual([]);
    expect(find([report('O', null, THREE), report('A', 1, [])]).doubts).toEqual([]);
  });
});

describe('an amendment whose original is unclear', () => {
  const TWO_ORIGINALS = [report('O1', null, THREE), report('O2', null, THREE), report('A', 1, THREE)];

  it('supersedes nothing where it repeats two originals alike, and names both', () => {
    expect(find(TWO_ORIGINALS)).toEqual({
      filings: [],
      rows: [],
      doubts: [
        {
          filing: 'A',
          doubts: [
            {
              code: 'report_unclear',
              params: {
                candidates: [
                  { filing: 'O1', percent: 100 },
                  { filing: 'O2', percent: 100 },
                ],
              },
            },
          ],
        },
      ],
    });
  });

  it('supersedes nothing where it repeats less than half of the original', () => {
    const { filings, doubts } = find([report('O', null, THREE), report('A', 1, [row(1), row(7)])]);
    expect(filings).toEqual([]);
    expect(doubts).toEqual([{ filing: 'A', doubts: [{ code: 'too_few_rows', params: { filing: 'O', percent: 33 } }] }]);
  });

  it('is in doubt, and so is its rival, where two replace one report', () => {
    const { filings, doubts } = find([report('O', null, THREE), report('A', 1, THREE), report('B', 1, THREE)]);
    expect(filings).toEqual([]);
    expect(doubts).toEqual([
      { filing: 'A', doubts: [{ code: 'report_contested', params: { filing: 'O', rivals: ['B'] } }] },
      { filing: 'B', doubts: [{ code: 'report_contested', params: { filing: 'O', rivals: ['A'] } }] },
    ]);
  });

  it('amends the report that a person chose', () => {
    const lineage = find(TWO_ORIGINALS, [['A', 'O2']]);
    expect(lineage.filings).toMatchObject([{ predecessor: 'O2', method: 'decision', score: 1 }]);
    expect(lineage.doubts).toEqual([]);
  });

  it('amends nothing where a person decided so', () => {
    expect(find(TWO_ORIGINALS, [['A', null]])).toEqual({ filings: [], rows: [], doubts: [] });
  });
});
