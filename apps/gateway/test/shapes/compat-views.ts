import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { expectProblem, type GatewayUnderTest } from '../gateway-under-test.js';

type Row = Record<string, unknown>;
type FieldType = 'text' | 'text?' | 'day' | 'day?' | 'null';

const FMP_FIELDS =
  'symbol, disclosureDate, transactionDate, firstName, lastName, office, district, owner, assetDescription, assetType, ' +
  'type, amount, comment, link, capitalGainsOver200USD';
/** What the vendors' clients parse each field as, in the order of the vendors' answers. */
const FIELDS: Record<'openbb' | 'fmp' | 'quiver', Record<string, FieldType>> = {
  openbb: {
    ...{ symbol: 'text?', date: 'day?', transaction_date: 'day?', representative: 'text', chamber: 'text' },
    ...{ owner: 'text?', asset_type: 'text?', asset_description: 'text', transaction_type: 'text?', amount: 'text' },
    ...{ comment: 'text?', url: 'text' },
  },
  fmp: Object.fromEntries(FMP_FIELDS.split(', ').map((name) => [name, 'text'])),
  quiver: {
    ...{ Ticker: 'text', TickerType: 'text?', Company: 'text', Traded: 'day?', Filed: 'day?', Transaction: 'text?' },
    ...{ Trade_Size_USD: 'text?', Status: 'text?', Subholding: 'text?', Description: 'text?', Comments: 'text?' },
    ...{ Name: 'text', BioGuideID: 'text?', Party: 'text?', District: 'text?', State: 'text?', Chamber: 'text' },
    ...{ Quiver_Upload_Time: 'day', last_modified: 'day', excess_return: 'null' },
  },
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const IS: Record<FieldType, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string',
  'text?': (value) => value === null || IS.text(value),
  day: (value) => typeof value === 'string' && DAY.test(value),
  'day?': (value) => value === null || IS.day(value),
  null: (value) => value === null,
};

const VIEWS: [name: keyof typeof FIELDS, golden: string, path: string][] = [
  ['openbb', 'openbb', '/compat/openbb/government_trades?chamber=all&provider=fmp'],
  ['fmp', 'fmp-senate', '/compat/fmp/senate-latest?page=0&limit=100&apikey=a-key-of-fmp'],
  ['fmp', 'fmp-house', '/compat/fmp/house-latest?page=0&limit=100&apikey=a-key-of-fmp'],
  ['quiver', 'quiver', '/compat/quiver/congresstrading?page=1&page_size=100'],
];

export function describeCompat(gatewayOf: () => GatewayUnderTest): void {
  const rows = async (path: string, headers: Record<string, string> = {}): Promise<Row[]> => {
    const { status, body } = await gatewayOf().ask(path, { headers });
    expect({ path, status }).toEqual({ path, status: 200 });
    return Array.isArray(body) ? body : body.results;
  };

  it.each(VIEWS)(
    'has the fields of %s in its order, of the types that its clients parse (%s)',
    async (view, _, path) => {
      const found = await rows(path);
      expect(found.length).toBeGreaterThan(1);
      for (const row of found) {
        expect(Object.keys(row)).toEqual(Object.keys(FIELDS[view]));
        expect(Object.entries(row).filter(([name, value]) => !IS[FIELDS[view][name]!](value))).toEqual([]);
      }
    },
  );

  it.each(VIEWS)('says of each kind of trade what the golden answer says (%s %s)', async (_, golden, path) => {
    const text = await readFile(new URL(`golden/${golden}.json`, import.meta.url), 'utf8');
    expect((await rows(path)).map(withoutToday)).toEqual(JSON.parse(text));
  });

  it('never takes an unknown owner for the member', async () => {
    const [openbb, fmp] = [await rows('/compat/openbb/government_trades?symbol=EXO,EXU'), await fmpRows('EXO')];
    expect(openbb.map(({ owner }) => owner)).toEqual([null, null]);
    expect(fmp.map(({ owner }) => owner)).toEqual(['']);
  });

  const fmpRows = (symbol: string): Promise<Row[]> => rows(`/compat/fmp/house-trades?symbol=${symbol}`);

  it('has the paths of the vendors below their own base address', async () => {
    const same = [
      ['/compat/openbb/equity/ownership/government_trades', '/compat/openbb/government_trades'],
      ['/compat/quiver/bulk/congresstrading', '/compat/quiver/congresstrading?page=1'],
      ['/compat/quiver/bulk/congresstrading/exo', '/compat/quiver/congresstrading?ticker=EXO'],
      ['/compat/quiver/congresstrading/EXO', '/compat/quiver/congresstrading?ticker=EXO'],
      ['/compat/quiver/congresstrading?representative=probe', '/compat/quiver/congresstrading?bioguide_id=P900001'],
    ];
    for (const [theirs, ours] of same) {
      const found = await rows(theirs!);
      expect(found.length).toBeGreaterThan(0);
      expect(found).toEqual(await rows(ours!));
    }
    const dashboard = await gatewayOf().ask('/compat/fmp/nothing', { headers: { accept: 'text/html' } });
    expectProblem(dashboard, 404, /There is no GET \/compat\/fmp\/nothing/);
  });

  it('finds by ticker, name, member, chamber and day', async () => {
    const [trade] = (await gatewayOf().get('trades?ticker=EXO')).body.data;
    const seenOn: string = trade.first_seen_at.slice(0, 10);
    const found = async (path: string): Promise<unknown[]> =>
      (await rows(path)).map(({ link, url, Company }) => link ?? url ?? Company);
    expect(await found('/compat/fmp/house-trades?symbol=exo')).toHaveLength(1);
    expect(await found('/compat/fmp/senate-trades?symbol=EXO')).toEqual([]);
    expect(await found('/compat/fmp/senate-trades-by-name?name=PROBE')).toHaveLength(2);
    expect(await found('/compat/fmp/house-trades-by-name?name=Probe')).toEqual([]);
    expect(await found('/compat/openbb/government_trades?chamber=senate&limit=2')).toHaveLength(2);
    expect(await found('/compat/quiver/congresstrading?ticker=EXO')).toEqual(['Example Option']);
    expect(await found('/compat/quiver/congresstrading?bioguide_id=P900001')).toHaveLength(2);
    expect(await found(`/compat/quiver/congresstrading?date=${seenOn.replaceAll('-', '')}`)).toHaveLength(7);
    const [row] = await rows('/compat/quiver/congresstrading?ticker=EXO');
    expect([row!.Quiver_Upload_Time, row!.last_modified]).toEqual([seenOn, trade.recorded_at.slice(0, 10)]);
    expect(await found('/compat/quiver/congresstrading?date=20250101')).toEqual([]);
  });

  it('pages by number: from 0 as FMP does, from 1 as Quiver does, until a page is empty', async () => {
    const all = await rows('/compat/quiver/congresstrading');
    const paged: Row[][] = [];
    do paged.push(await rows(`/compat/quiver/congresstrading?page=${paged.length + 1}&page_size=2`));
    while (paged.at(-1)!.length > 0);
    expect(paged.map(({ length }) => length)).toEqual([2, 2, 2, 1, 0]);
    expect(paged.flat()).toEqual(all);
    const house = await rows('/compat/fmp/house-latest');
    // Nobody has read the first page in this size: it is skipped.
    expect(await rows('/compat/fmp/house-latest?page=1&limit=3')).toEqual(house.slice(3));
    expect(await rows('/compat/fmp/house-latest?page=7&limit=3')).toEqual([]);
    expectProblem(
      await gatewayOf().ask('/compat/fmp/house-latest?page=101&limit=250'),
      400,
      /page may begin 25000 rows after the newest/,
    );
  });

  it('writes the band where Quiver’s version 2 is asked for', async () => {
    const [plain] = await rows('/compat/quiver/congresstrading?ticker=EXO');
    const [band] = await rows('/compat/quiver/congresstrading?ticker=EXO&version=v2');
    expect([plain!.Trade_Size_USD, band!.Trade_Size_USD]).toEqual(['1001.0', '$1,001 - $15,000']);
  });

  it.each([
    ['authorization', 'Token a-key-of-quiver'],
    ['authorization', 'Bearer a-key-of-quiver'],
  ])('needs no other key where none is needed (%s: %s)', async (name, value) => {
    expect(await rows('/compat/quiver/congresstrading?page=1', { [name]: value })).toHaveLength(7);
    expect(await gatewayOf().ask('/api/v1/trades', { headers: { [name]: value } })).toMatchObject({ status: 401 });
  });

  it.each([
    ['openbb/government_trades?limit=5001', /limit must be at most 5000; \/api\/v1\/trades pages/],
    ['openbb/government_trades?chamber=lords', /chamber must be one of house, senate, all/],
    ['openbb/government_trades?symbol=', /symbol must be a ticker/],
    ['fmp/senate-latest?page=-1', /page must be a whole number from 0/],
    ['fmp/senate-latest?limit=0', /limit must be at least 1/],
    ['fmp/senate-latest?symbol=EXA', /symbol is not a known field; known fields: apikey, limit, page/],
    ['fmp/senate-trades', /symbol must be a ticker, or up to 50/],
    ['fmp/house-trades-by-name', /name must be part of a name/],
    ['quiver/congresstrading?page=0', /Quiver counts from 1/],
    ['quiver/congresstrading?page_size=1001', /page_size must be at most 1000/],
    ['quiver/congresstrading?date=20250230', /date must be a real date/],
  ])('refuses %s', async (path, reason) => {
    expectProblem(await gatewayOf().ask(`/compat/${path}`), 400, reason);
  });
}

/** The day of the test stands in two fields of Quiver's. */
const withoutToday = (row: Row): Row =>
  'Quiver_Upload_Time' in row ? { ...row, Quiver_Upload_Time: 'today', last_modified: 'today' } : row;
