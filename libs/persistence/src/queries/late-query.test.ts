import { afterAll, beforeAll, expect, it } from 'vitest';
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
} from '../../test/sample-filings.js';
import { LateQuery } from './late-query.js';
import { latenessOf } from './lateness.js';
import { TradesQuery } from './trades-query.js';

let sample: Sample;
let late: LateQuery;
let trades: TradesQuery;

const ANNA = 'Hon. Testina Sample';

/** external id, chamber, filed on, filer, [traded, notified, row status] */
type Dates = [traded: string | null, notified: string | null, rowStatus?: 'amended'];
const FILED: [string, Chamber, string | null, string, Dates[]][] = [
  // The 45th and the 46th day; the 30th and the 31st; no notice; a notice before the trade, which is none.
  [
    'house-1',
    'house',
    '2025-03-20',
    ANNA,
    [
      ['2025-02-03', null],
      ['2025-02-02', null],
    ],
  ],
  [
    'house-2',
    'house',
    '2025-03-20',
    ANNA,
    [
      ['2025-02-10', '2025-02-18'],
      ['2025-02-10', '2025-02-17'],
    ],
  ],
  [
    'house-3',
    'house',
    '2025-03-20',
    ANNA,
    [
      ['2025-03-01', '2025-01-01'],
      ['2024-03-20', '2025-03-19'],
    ],
  ],
  // Nothing can be said: no date, an impossible one, no date of the filing. And one that amends.
  [
    'house-4',
    'house',
    '2025-03-20',
    ANNA,
    [
      [null, '2024-01-01'],
      ['0202-01-01', '2024-01-01'],
      ['2024-01-01', null, 'amended'],
    ],
  ],
  ['house-5', 'house', null, ANNA, [['2024-01-01', '2024-01-01']]],
  ['senate-1', 'senate', '2025-04-01', 'Otto Muster', [['2025-01-01', null]]],
  ['in-time', 'senate', '2025-04-01', 'Ñandú Ejemplo', [['2025-03-31', null]]],
];

const rowOf = (ordinal: number, [tradedOn, notifiedOn, rowStatus = 'new' as never]: Dates): ParsedTransaction =>
  row(ordinal, { tradedOn, notifiedOn, rowStatus, ticker: ordinal === 1 ? 'ONE' : 'TWO' });

beforeAll(async () => {
  sample = await openSample();
  late = new LateQuery(sample.dataSource);
  trades = new TradesQuery(sample.dataSource);
  for (const [id, chamber, filedOn, filerNameRaw, rows] of FILED) {
    const [filing] = await sample.filings.enter(chamber, [listed(id, { chamber, filedOn, filerNameRaw })], TASK);
    const outcome = await parsedOutcome(
      sample,
      rows.map((dates, i) => rowOf(i + 1, dates)),
    );
    await sample.filings.store(filing!.id, outcome, FIRST_ATTEMPT, SILENT);
  }
  // Matched by hand here; how members are matched is shown elsewhere.
  await sample.dataSource.query(`INSERT INTO members (bioguide, first, last) VALUES ('S900001', 'Testina', 'Sample')`);
  await sample.dataSource.query(
    `UPDATE filings SET member_status = 'matched', member_id = 'S900001' WHERE filer_name_raw = $1`,
    [ANNA],
  );
});
afterAll(() => sample.close());

it('counts each trade once: late, in time, unknown, or not judged', async () => {
  const { counts } = await late.summary({});
  expect(counts).toEqual({ late: 4, inTime: 4, unknown: 3, notJudged: 1 });
  expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(
    FILED.flatMap(([, , , , rows]) => rows).length,
  );
});

it('groups late trades by member, or by the name of a filer who is none', async () => {
  const { filers } = await late.summary({});
  expect(filers).toEqual([
    {
      ...{ bioguide: 'S900001', name: 'Testina Sample', chambers: ['house'] },
      ...{ late: 3, inTime: 3, unknown: 3, notJudged: 1, worstDays: 320, lastFiledOn: '2025-03-20' },
    },
    {
      ...{ bioguide: null, name: 'Otto Muster', chambers: ['senate'] },
      ...{ late: 1, inTime: 0, unknown: 0, notJudged: 0, worstDays: 45, lastFiledOn: '2025-04-01' },
    },
  ]);
});

it('says of each late trade which limit it missed, and by how many days', async () => {
  const { items } = await trades.page({ limit: 100, onlyLate: true });
  const found = items.map((trade) => [`${trade.filing.externalId}/${trade.ordinal}`, latenessOf(trade, trade.filing)]);
  expect(Object.fromEntries(found)).toEqual({
    'senate-1/1': { pastTrade: 45, pastNotice: null },
    'house-1/2': { pastTrade: 1, pastNotice: null },
    'house-2/2': { pastTrade: 0, pastNotice: 1 },
    'house-3/2': { pastTrade: 320, pastNotice: 0 },
  });
});

it('agrees with itself where SQL and TypeScript judge the same trade', async () => {
  const { items } = await trades.page({ limit: 100 });
  const byRule = items.filter((trade) => {
    const lateness = latenessOf(trade, trade.filing);
    return lateness !== null && Math.max(lateness.pastTrade, lateness.pastNotice ?? 0) > 0;
  });
  const bySql = (await trades.page({ limit: 100, onlyLate: true })).items;
  expect(byRule.map(({ id }) => id)).toEqual(bySql.map(({ id }) => id));
});

it.each([
  ['the chamber', { chambers: ['senate' as const] }, 1],
  ['the member', { members: ['S900001'] }, 3],
  ['a part of the name', { name: 'muster' }, 1],
  ['the ticker', { tickers: ['one'] }, 1],
  ['the day of the filing', { filedFrom: '2025-03-21' }, 1],
])('filters by %s', async (_, filters, count) => {
  const { counts, filers } = await late.summary(filters);
  expect([counts.late, filers.reduce((sum, filer) => sum + filer.late, 0)]).toEqual([count, count]);
  expect((await trades.page({ limit: 100, onlyLate: true, ...filters })).items).toHaveLength(count);
});
