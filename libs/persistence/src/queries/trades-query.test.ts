import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { termOn } from '#rotunda/domain';
import { itAll } from '#rotunda/testing';
import { chooser, fillSample, storeNew, storeSome } from '../../test/sample-archive.js';
import { openSample, type Sample } from '../../test/sample-filings.js';
import { InvalidCursorError } from '../database/cursor.js';
import { latenessOf } from './lateness.js';
import { type Trade, TRADE_ORDERS, type TradeFilters } from './trades/trade-filters.js';
import { TradesQuery } from './trades-query.js';

type Filters = Omit<TradeFilters, 'limit' | 'cursor'>;

let sample: Sample;
let trades: TradesQuery;
let all: Trade[];

beforeAll(async () => {
  sample = await openSample();
  trades = new TradesQuery(sample.dataSource);
  await fillSample(sample, 60);
  all = (await trades.page({ limit: 1000, includeSuperseded: true })).items;
});
afterAll(() => sample.close());

async function paged(filters: Filters, limit: number, between?: () => Promise<void>): Promise<Trade[]> {
  const found: Trade[] = [];
  for (let cursor: string | undefined; ;) {
    const { items, nextCursor } = await trades.page({ ...filters, limit, cursor });
    found.push(...items);
    if (nextCursor === null) return found;
    cursor = nextCursor;
    await between?.();
  }
}

/** What each filter means, of one trade. */
const MEANING: { [F in keyof Filters]?: (trade: Trade, value: NonNullable<Filters[F]>) => boolean } = {
  chambers: ({ filing }, values) => values.includes(filing.chamber),
  name: ({ filing }, part) => filing.filerNameRaw.toLowerCase().includes(part.toLowerCase()),
  members: ({ filing }, values) => values.includes(filing.memberId!),
  parties: (trade, values) => values.some((party) => party.toLowerCase() === termOf(trade)?.party?.toLowerCase()),
  states: (trade, values) => values.includes(termOf(trade)?.state ?? '-'),
  tickers: ({ ticker }, values) => values.some((value) => value.toUpperCase() === ticker?.toUpperCase()),
  assetTypes: ({ assetType }, values) => values.some((value) => value.toLowerCase() === assetType?.toLowerCase()),
  types: ({ type }, values) => values.includes(type!),
  owners: ({ owner }, values) => values.includes(owner ?? 'unknown'),
  formats: ({ filing }, values) => values.includes(filing.format!),
  filedFrom: ({ filing }, day) => filing.filedOn !== null && filing.filedOn >= day,
  filedTo: ({ filing }, day) => filing.filedOn !== null && filing.filedOn <= day,
  tradedFrom: ({ tradedOn }, day) => tradedOn !== null && tradedOn >= day,
  tradedTo: ({ tradedOn }, day) => tradedOn !== null && tradedOn <= day,
  amountFrom: ({ amountMin }, dollars) => amountMin !== null && amountMin >= dollars,
  amountTo: ({ amountMax }, dollars) => amountMax !== null && amountMax <= dollars,
  late: (trade, late) => trade.late === late,
  onlyLate: (trade, only) => !only || isDisclosedLate(trade),
  flags: (trade, flags) => [...trade.qualityFlags, ...trade.filing.qualityFlags].some((flag) => flags.includes(flag)),
  includeSuperseded: (trade, include) => include || trade.isCurrent,
};
const termOf = ({ member, filing }: Trade): ReturnType<typeof termOn> => member && termOn(member, filing.filedOn);
const isDisclosedLate = (trade: Trade): boolean => {
  const lateness = latenessOf(trade, trade.filing);
  return lateness !== null && (lateness.pastTrade > 0 || (lateness.pastNotice ?? 0) > 0);
};

type Sort = (string | number)[];
/** The place of a trade in each list; what is unknown comes last in either direction. */
const PLACES: Record<Exclude<Filters['order'], 'relevance' | undefined>, (trade: Trade) => Sort> = {
  filed: ({ filing, ordinal }) => [filing.filedOn ?? '', filing.id, -ordinal],
  stored: ({ id }) => [id],
  traded: ({ tradedOn, filing, ordinal }) => [tradedOn ?? NaN, filing.id, -ordinal],
  amount: ({ amountMin, filing, ordinal }) => [amountMin ?? NaN, filing.id, -ordinal],
};

function compare(a: Sort, b: Sort, sign: 1 | -1): number {
  const i = a.findIndex((part, n) => !Object.is(part, b[n]));
  if (i === -1) return 0;
  if (Number.isNaN(a[i])) return 1;
  if (Number.isNaN(b[i])) return -1;
  return a[i]! < b[i]! ? -sign : sign;
}

function expected(filters: Filters): string[] {
  const { order = 'filed', direction = 'desc' } = filters;
  const fits = (trade: Trade): boolean =>
    Object.entries(MEANING).every(([name, means]) => {
      const value = { includeSuperseded: false, ...filters }[name as keyof Filters];
      return value === undefined || (means as (trade: Trade, value: unknown) => boolean)(trade, value);
    });
  const place = PLACES[order as keyof typeof PLACES];
  return all
    .filter(fits)
    .toSorted((a, b) => compare(place(a), place(b), direction === 'asc' ? 1 : -1))
    .map(({ id }) => id);
}

const ids = (found: Trade[]): string[] => found.map(({ id }) => id);

const some = <T>(...values: T[]): fc.Arbitrary<T[]> => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 });
const DAYS = ['0001-01-01', '2013-12-31', '2014-02-03', '2025-03-01', '2025-03-02', '2025-03-19', '2030-01-01'];

const FILTERS = {
  chambers: some('house', 'senate'),
  name: fc.constantFrom('ñANDÚ', 'otto', '0% probe_', 'nobody', 'hon'),
  members: some('S900001', 'M900001', 'M900002', 'Z999999'),
  parties: some('democrat', 'REPUBLICAN', 'Independent', 'none'),
  states: some('AK', 'WY', 'VT', 'ZZ'),
  tickers: some('apfl', 'BRN', 'öl', 'NONE'),
  assetTypes: some('ST', 'gs', 'none'),
  types: some('purchase', 'sale', 'sale_partial', 'exchange'),
  owners: some('self', 'spouse', 'joint', 'dependent', 'unknown'),
  formats: some('electronic', 'paper'),
  filedFrom: fc.constantFrom(...DAYS),
  filedTo: fc.constantFrom(...DAYS),
  tradedFrom: fc.constantFrom(...DAYS),
  tradedTo: fc.constantFrom(...DAYS),
  amountFrom: fc.constantFrom(0, 509.87, 1001, 1002, 50_000_000),
  amountTo: fc.constantFrom(0, 509.87, 15_000, 1e12),
  late: fc.boolean(),
  onlyLate: fc.boolean(),
  flags: some('unknown_owner', 'unknown_type', 'case_scrambled', 'none'),
  includeSuperseded: fc.boolean(),
} satisfies { [F in keyof Filters]: fc.Arbitrary<NonNullable<Filters[F]>> };
const LISTS = {
  order: fc.constantFrom(...TRADE_ORDERS.filter((order) => order !== 'relevance')),
  direction: fc.constantFrom('asc', 'desc'),
};

const expectFitting = async (filters: Filters, limit: number): Promise<void> => {
  const wanted = expected(filters);
  expect(ids(await paged(filters, limit))).toEqual(wanted);
};

describe('the filters', () => {
  it('of the sample have trades that fit and others that do not', () => {
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter(({ isCurrent }) => !isCurrent).length).toBeGreaterThan(5);
    expect(all.filter(isDisclosedLate).length).toBeGreaterThan(5);
  });

  it.each(Object.keys(FILTERS) as (keyof typeof FILTERS)[])(
    '%s means the same as of each trade alone',
    async (name) => {
      for (const value of fc.sample<unknown>(FILTERS[name], { numRuns: 4, seed: 14 })) {
        const filters = { [name]: value } as Filters;
        await expectFitting(filters, 1000);
        expect(await trades.count(filters)).toBe(expected(filters).length);
      }
    },
  );

  const expectTogether = (numRuns: number): Promise<void> =>
    fc.assert(
      fc.asyncProperty(
        fc.record({ ...LISTS, ...FILTERS }, { requiredKeys: [] }),
        fc.integer({ min: 1, max: 50 }),
        (filters, limit) =>
          // Few trades fit many filters.
          expectFitting(Object.fromEntries(Object.entries(filters).slice(0, 5)) as Filters, limit),
      ),
      { numRuns, seed: 14 },
    );
  it('go together, in each order, on pages of any size', () => expectTogether(40));
  itAll('go together, a thousand times', () => expectTogether(1000));

  it('by the instant at which a trade was first seen include both ends', async () => {
    const times = all.filter(({ isCurrent }) => isCurrent).map(({ firstSeenAt }) => firstSeenAt.getTime());
    const middle = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
    const [before, after] = [new Date(middle), new Date(middle + 1)];
    const upTo = await trades.count({ firstSeenTo: before });
    const from = await trades.count({ firstSeenFrom: after });
    expect(upTo).toBeGreaterThan(0);
    expect(from).toBeGreaterThan(0);
    expect(upTo + from + (await trades.count({ firstSeenFrom: before, firstSeenTo: after }))).toBeGreaterThanOrEqual(
      times.length,
    );
  });
});

describe.each(['asc', 'desc'] as const)('each order, %s', (direction) => {
  it.each(TRADE_ORDERS)('%s: a cursor is of its list, order and direction alone', async (order) => {
    const text = order === 'relevance' ? 'apfel' : undefined;
    const { nextCursor } = await trades.page({ order, direction, text, limit: 2 });
    for (const other of TRADE_ORDERS) {
      for (const turned of ['asc', 'desc'] as const) {
        if (other === order && turned === direction) continue;
        const page = trades.page({
          order: other,
          direction: turned,
          text: other === 'relevance' ? 'apfel' : undefined,
          limit: 2,
          cursor: nextCursor!,
        });
        await expect(page).rejects.toThrow(InvalidCursorError);
      }
    }
  });
});

describe('a text', () => {
  const names = async (text: string): Promise<Set<string>> =>
    new Set((await paged({ text }, 100)).map(({ assetName, filing }) => `${assetName} / ${filing.filerNameRaw}`));
  const assets = async (text: string): Promise<string[]> => [
    ...new Set((await paged({ text }, 7)).map(({ assetName }) => assetName)),
  ];

  it('is looked for in the names of assets: whole words, their beginnings, the shortest name first', async () => {
    expect(await assets('APFEL')).toEqual(['Apfel Inc', 'Apfel Inc. - Common Stock']);
    expect(await assets('bir')).toEqual(['Birne AG', 'Birnen & Äpfel Trust']);
    expect(await assets('äpfel, (birnen)')).toEqual(['Birnen & Äpfel Trust']);
    expect(await assets('öl 3.5')).toEqual(['Öl 3.5% 2030']);
  });

  it('is looked for in the names of filers, and its words in both', async () => {
    const filers = new Set((await paged({ text: 'ejemplo' }, 100)).map(({ filing }) => filing.filerNameRaw));
    expect([...filers]).toEqual(['Ñandú Ejemplo']);
    expect(await names('muster apfel stock')).toEqual(new Set(['Apfel Inc. - Common Stock / Hon. Otto Muster']));
  });

  it('finds each trade once, the nearest names first, those of one name newest first', async () => {
    const found = await paged({ text: 'testina' }, 3);
    expect(new Set(ids(found)).size).toBe(found.length);
    const both = (trade: Trade): boolean =>
      trade.assetName === 'Testina Fund' || trade.filing.filerNameRaw.includes('Testina');
    expect(new Set(ids(found))).toEqual(new Set(ids(all.filter((trade) => trade.isCurrent && both(trade)))));
    const apples = (await paged({ text: 'apfel' }, 3)).filter(({ assetName }) => assetName === 'Apfel Inc');
    expect(ids(apples)).toEqual(expected({}).filter((id) => apples.some((trade) => trade.id === id)));
    const turned = await paged({ text: 'testina', direction: 'asc' }, 4);
    expect(ids(turned)).toEqual(ids(found).toReversed());
  });

  it.each([
    ['a letter is missing', 'apfl', 'Apfel Inc'],
    ['a letter is wrong', 'birme', 'Birne AG'],
    ['a letter is twice', 'commmon stock', 'Apfel Inc. - Common Stock'],
  ])('is understood where %s', async (_, text, asset) => {
    expect(await assets(text)).toContain(asset);
  });

  it.each([
    'nowhere',
    '',
    '!!!',
    "'",
    '\\',
    ':*',
    'a & !b',
    '\0',
    '\uD800',
    '<->',
    'x'.repeat(5000),
    '1 2 3 4 5 6 7 8 9 10',
  ])('may be anything: %j finds nothing', async (text) => {
    expect(await paged({ text }, 10)).toEqual([]);
    expect(await trades.count({ text })).toBe(0);
  });

  it('filters in every order, and goes with other filters', async () => {
    const found = await paged({ text: 'apfel', order: 'filed', tickers: ['brn'] }, 4);
    expect(ids(found)).toEqual(expected({ tickers: ['brn'] }).filter((id) => found.some((trade) => trade.id === id)));
    expect(found.length).toBe(await trades.count({ text: 'apfel', tickers: ['brn'] }));
    expect(found.length).toBeGreaterThan(0);
  });
});

describe('stream', () => {
  it('has all trades as they were when it began, in order, and frees its connection if the consumer stops', async () => {
    const before = expected({ order: 'amount' });
    const found: string[] = [];
    for await (const batch of trades.stream({ order: 'amount' }, 7)) {
      if (found.length === 0) await storeSome(sample, 'stored-meanwhile', chooser(5));
      found.push(...ids(batch));
    }
    expect(found).toEqual(before);
    // More often than the pool has connections.
    for (let n = 0; n < 12; n += 1) {
      for await (const batch of trades.stream({ text: 'apfel', chambers: ['house'] }, 2)) {
        expect(batch).toHaveLength(2);
        break;
      }
    }
    expect(await trades.count({})).toBeGreaterThan(before.length);
  });
});

describe('while rows arrive', () => {
  const expectEachOnce = async (count: number): Promise<void> => {
    for (let seed = 1; seed <= count; seed += 1) {
      for (const order of TRADE_ORDERS) {
        const choose = chooser(seed * 31 + TRADE_ORDERS.indexOf(order));
        const filters: Filters = {
          order,
          direction: choose(['asc', 'desc']),
          text: order === 'relevance' ? choose(['apfel', 'testina', 'bir']) : undefined,
          chambers: choose([undefined, ['house'], ['house', 'senate']]),
          tickers: choose([undefined, undefined, ['APFL', 'BRN']]),
        };
        const there = ids(await paged(filters, 1000));
        let stored = 0;
        const found = await paged(filters, choose([5, 20, 50]), async () => {
          stored += 1;
          if (stored <= 3) await storeNew(sample, `arrives-${seed}-${order}-${stored}`, choose);
        });
        expect(new Set(ids(found)).size, `${JSON.stringify(filters)} repeats`).toBe(found.length);
        const known = new Set(there);
        expect(
          ids(found).filter((id) => known.has(id)),
          JSON.stringify(filters),
        ).toEqual(there);
      }
    }
  };
  it('no page skips or repeats a trade', () => expectEachOnce(2));
  itAll('no page skips or repeats a trade, in a hundred runs with each order', () => expectEachOnce(100), 600_000);
});
