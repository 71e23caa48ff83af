import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MemberTerm } from '#rotunda/domain';
import { Members } from '#rotunda/persistence';
import { type Answer, expectProblem, GatewayUnderTest } from '../gateway-under-test.js';
import { listedFiling, parsedRow, seed } from './review-samples.js';

let gateway: GatewayUnderTest;

const term = (chamber: 'senate' | 'house', state: string, party: string): MemberTerm => ({
  ...{ chamber, state, district: chamber === 'house' ? 0 : null, party },
  ...{ startsOn: '2025-01-03', endsOn: '2027-01-03' },
});

/** Nobody here exists. */
const member = (bioguide: string, first: string, last: string, ofTerm: MemberTerm) => ({
  bioguide,
  name: { first, middle: null, last, suffix: null, nickname: null, officialFull: null },
  otherNames: [],
  terms: [ofTerm],
});

const HOUSE = listedFiling('h1', { filerNameRaw: 'Hon. Testina Sample', stateDistrict: 'AK00', filedOn: '2025-03-20' });

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
  const members = [
    member('S900001', 'Testina', 'Sample', term('house', 'AK', 'Democrat')),
    member('P900001', 'Paula', 'Probe', term('senate', 'WY', 'Republican')),
  ];
  await gateway.owner.get(Members).import({ members, asOf: '2025-06-01', source: 'test' });
  await seed(gateway, {
    filing: HOUSE,
    transactions: [
      parsedRow(1, { ticker: 'AAA', assetName: 'Alpha Widgets', tradedOn: '2025-03-01' }),
      parsedRow(2, {
        ticker: 'BBB',
        owner: null,
        ownerRaw: '??',
        type: 'sale',
        tradedOn: '2025-01-02',
        qualityFlags: ['unknown_owner'],
      }),
    ],
  });
  const senate = listedFiling('s1', {
    chamber: 'senate',
    filerNameRaw: 'Paula Probe',
    stateDistrict: null,
    filedOn: '2025-03-10',
  });
  await seed(gateway, {
    filing: senate,
    transactions: [
      parsedRow(1, {
        ...{
          ticker: 'CCC',
          assetType: 'Stock',
          assetName: 'Gamma Gadgets',
          amountMin: 50_001,
          amountMax: null,
          amountOver: true,
        },
        ...{ amountRaw: 'Over $50,000', place: { page: null, box: null, domRow: 3 } },
      }),
    ],
  });
  await seed(gateway, { filing: listedFiling('x1', { filedOn: null, filedAtRaw: '' }), transactions: [parsedRow(1)] });
});
afterAll(() => gateway.stop());

const trades = (query: string): Promise<Answer> => gateway.get(`trades?${query}`);
const places = ({ body }: Answer): string[] =>
  body.data.map(
    ({ filing, ordinal }: { filing: { external_id: string }; ordinal: number }) => `${filing.external_id}/${ordinal}`,
  );

describe('the filters', () => {
  it.each([
    ['chamber=senate,house', ['h1/1', 'h1/2', 's1/1', 'x1/1']],
    ['ticker=aaa,CCC', ['h1/1', 's1/1']],
    ['member=S900001,P900001', ['h1/1', 'h1/2', 's1/1']],
    ['member=p900001', ['s1/1']],
    ['member=S900001&bioguide=P900001', []],
    ['bioguide=S900001,S999999', ['h1/1', 'h1/2']],
    ['party=republican', ['s1/1']],
    ['party=d,R', ['h1/1', 'h1/2', 's1/1']],
    ['state=wy', ['s1/1']],
    ['asset_type=STOCK', ['s1/1']],
    ['owner=unknown', ['h1/2']],
    ['owner=unknown,spouse&type=sale,purchase&ticker=BBB', ['h1/2']],
    ['flag=unknown_owner,unknown_band', ['h1/2']],
    ['late=true', ['h1/2']],
    ['late=false&chamber=senate', ['s1/1']],
    ['amount_from=15000.01', ['s1/1']],
    ['amount_to=15000', ['h1/1', 'h1/2', 'x1/1']],
    ['first_seen_from=2999-01-01', []],
    ['first_seen_to=2024-01-01', []],
    ['first_seen_from=2024-01-01&limit=2', ['h1/1', 'h1/2']],
    ['format=paper', []],
    ['q=widgets', ['h1/1']],
    ['q=gadgtes', ['s1/1']],
    ['q=probe', ['s1/1']],
    ['order=traded&direction=asc&chamber=house', ['h1/2', 'h1/1', 'x1/1']],
    ['order=amount&chamber=senate,house&limit=1', ['s1/1']],
    ['order=first_seen&limit=1', ['x1/1']],
  ])('finds by %s', async (query, wanted) => {
    const answer = await trades(query);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect(places(answer)).toEqual(wanted);
  });

  it.each([
    ['ticker=A&ticker=B', /ticker must be given once; separate values by commas: ticker=AAPL,MSFT/],
    ['chamber=house&chamber=senate', /chamber must be given once; separate values by commas: chamber=senate,house/],
    ['member=a&member=b', /member must be given once/],
    ['chamber=house,lords', /chamber must be one of senate, house/],
    ['state=Alaska', /state must be postal codes such as CA/],
    ['bioguide=s1', /bioguide must be a bioguide id/],
    ['ticker=AAA,,BBB', /ticker must have 1 to 100 characters/],
    [`ticker=${Array.from({ length: 101 }, (_, n) => `T${n}`).join(',')}`, /ticker must have at most 100 values/],
    ['flag=strange', /flag must be one of unknown_owner/],
    ['late=yes', /late must be one of true, false/],
    ['amount_from=-1', /amount_from must be US dollars in digits/],
    ['amount_from=$1000', /amount_from must be US dollars in digits/],
    ['amount_from=2&amount_to=1', /amount_from 2 must not be above amount_to 1/],
    ['first_seen_from=2025-02-02&first_seen_to=2025-02-01', /first_seen_from .* must not be after first_seen_to/],
    ['as_of=2999-01-01', /as_of 2999-01-01 is in the future/],
    ['as_of=yesterday', /as_of must be a day .* or an instant/],
    ['order=relevance', /order=relevance needs q/],
    ['direction=up', /direction must be one of desc, asc/],
    ['q=%20-%20', /q must have a letter or a digit/],
    ['count=all', /count must be one of none, exact/],
    ['fields=id,tikcer', /there is no tikcer; nearest to tikcer: ticker; its fields: amount_max/],
    ['fields=filing.filedon', /there is no filing\.filedon; nearest to filedon: filed_on/],
    ['fields=ticker.name', /there is no ticker\.name; there are no fields in it/],
    ['fields=constructor', /there is no constructor/],
    ['fields=', /fields must be names of fields/],
  ])('refuse %s', async (query, reason) => {
    expectProblem(await trades(query), 400, reason);
  });

  it('refuse the cursor of another list, and of another order', async () => {
    const { next_cursor } = (await trades('limit=1')).body;
    expectProblem(await trades(`limit=1&order=stored&cursor=${next_cursor}`), 400, /cursor must be the next_cursor/);
    expectProblem(await gateway.get(`members?cursor=${next_cursor}`), 400, /cursor must be the next_cursor/);
  });

  it('count what they match, if asked', async () => {
    expect((await trades('chamber=house&limit=1')).body.count).toBeNull();
    expect((await trades('chamber=house&limit=1&count=exact')).body.count).toBe(3);
  });
});

describe('a trade', () => {
  it('names its member by the term on the day of the filing, and says whether it was known in time', async () => {
    const [trade] = (await trades('ticker=AAA')).body.data;
    expect(trade.member).toEqual({
      bioguide: 'S900001',
      name: 'Testina Sample',
      party: 'Democrat',
      state: 'AK',
      district: 0,
    });
    expect(trade.backfill).toBe(true);
    const [unknown] = (await trades('limit=1&order=stored')).body.data;
    expect(unknown).toMatchObject({ member: null, links: { member: null }, filing: { filed_on: null } });
  });

  it('links its document at the page, its source, its lineage, its filing and its member', async () => {
    const [trade] = (await trades('ticker=AAA')).body.data;
    const self = `/api/v1/trades/${trade.id}`;
    expect(trade.links).toEqual({
      ...{ self, lineage: self, source: `${self}/source`, filing: `/api/v1/filings/${trade.filing_id}` },
      document: `/api/v1/documents/${trade.provenance.document_sha256}#page=2`,
      ...{ member: '/api/v1/members/S900001', page: `/filings/${trade.filing_id}` },
    });
    const { page, ...ofApi } = trade.links as Record<string, string>;
    expect(page).toBeDefined();
    for (const link of Object.values(ofApi)) expect((await gateway.ask(link.replace(/#.*/, ''))).status).toBe(200);
    expect((await gateway.ask(self)).body).toMatchObject({
      member: trade.member,
      links: trade.links,
      amends: [],
      as_of: null,
    });
    const [ofPage] = (await trades('chamber=senate')).body.data;
    expect(ofPage.links.document).toMatch(/[0-9a-f]{64}$/);
  });

  it('keeps both bounds of its amount; an open one is null', async () => {
    const bounds = (await trades('')).body.data.map((trade: Record<string, unknown>) => [
      trade['amount_min'],
      trade['amount_max'],
    ]);
    expect(bounds).toEqual([
      [1001, 15_000],
      [1001, 15_000],
      [50_001, null],
      [1001, 15_000],
    ]);
  });
});

describe('the shape of an answer', () => {
  it('has the chosen fields alone', async () => {
    const query = 'ticker=AAA&fields=id,ticker,filing.filed_on,filing.member.bioguide,provenance.page,quality_flags';
    const { data, notice } = (await trades(query)).body;
    expect(notice).toBeDefined();
    expect(data).toEqual([
      {
        ...{ id: expect.any(String), ticker: 'AAA', quality_flags: [], provenance: { page: 2 } },
        filing: { filed_on: '2025-03-20', member: { bioguide: 'S900001' } },
      },
    ]);
    expect((await gateway.get('filings?fields=external_id&limit=1')).body.data).toEqual([{ external_id: 'h1' }]);
    expect((await gateway.get('late?fields=ordinal,days_past_trade_limit')).body.data).toEqual([
      { ordinal: 2, days_past_trade_limit: 32 },
    ]);
    expectProblem(await gateway.get('filings?fields=ticker'), 400, /there is no ticker; its fields: amendment_no/);
  });

  it('has each filing once, if asked', async () => {
    const each = (await trades('chamber=house&filed_from=2025-01-01')).body.data;
    const { data, filings } = (await trades('chamber=house&filed_from=2025-01-01&filings=once')).body;
    expect(data).toEqual(each.map(({ filing: _, ...trade }: { filing: object }) => trade));
    expect(filings).toEqual({ [each[0].filing_id]: each[0].filing });
    const few = (await trades('ticker=AAA&filings=once&fields=filing_id,filing.filed_on')).body;
    expect(few.data).toEqual([{ filing_id: each[0].filing_id }]);
    expect(few.filings).toEqual({ [each[0].filing_id]: { filed_on: '2025-03-20' } });
  });
});

describe('as_of', () => {
  it('has the answer from before a reparse and from after it, in each list and detail', async () => {
    const [before] = (await trades('ticker=AAA')).body.data;
    const then = new Date().toISOString();
    await seed(gateway, {
      filing: HOUSE,
      transactions: [
        parsedRow(1, {
          ticker: 'AAA',
          assetName: 'Alpha Widgets',
          tradedOn: '2025-03-01',
          amountMin: 15_001,
          amountMax: 50_000,
        }),
        parsedRow(2, {
          ticker: 'BBB',
          owner: null,
          ownerRaw: '??',
          type: 'sale',
          tradedOn: '2025-01-02',
          qualityFlags: ['unknown_owner'],
        }),
      ],
    });
    const self = `trades/${before.id}`;
    const filing = `filings/${before.filing_id}`;
    const amounts = async (query: string): Promise<number[]> => [
      (await trades(`ticker=AAA${query}`)).body.data[0].amount_min,
      (await gateway.get(`${self}?${query.slice(1)}`)).body.amount_min,
      (await gateway.get(`${filing}?${query.slice(1)}`)).body.transactions[0].amount_min,
    ];
    expect(await amounts('')).toEqual([15_001, 15_001, 15_001]);
    expect(await amounts(`&as_of=${then}`)).toEqual([1001, 1001, 1001]);
    const past = (await gateway.get(`${self}?as_of=${then}`)).body;
    expect(past).toMatchObject({ revision: 1, revisions: [], superseded_at: null });
    expect(past.as_of).toEqual({ at: then, exact: true, exact_from: null });
    expect((await gateway.get(self)).body.revisions).toHaveLength(1);
  });

  it('has nothing of what was not known yet', async () => {
    const [trade] = (await trades('ticker=AAA')).body.data;
    const long = '2024-01-01';
    expect((await trades(`as_of=${long}&count=exact`)).body).toMatchObject({ data: [], count: 0 });
    expect((await gateway.get(`filings?as_of=${long}`)).body).toMatchObject({
      data: [],
      as_of: { at: '2024-01-01T00:00:00.000Z' },
    });
    expectProblem(await gateway.get(`trades/${trade.id}?as_of=${long}`), 404, /There is no trade .* as of 2024-01-01/);
    expectProblem(await gateway.get(`filings/${trade.filing_id}?as_of=${long}`), 404, /no filing .* as of 2024-01-01/);
    expectProblem(await gateway.get(`trades/${trade.id}?as_of=2999-01-01`), 400, /in the future/);
  });
});

describe('docs/data-api.md', () => {
  const page = (): Promise<string> => readFile(new URL('../../../../docs/data-api.md', import.meta.url), 'utf8');

  it('has examples that work', async () => {
    const examples = [...(await page()).matchAll(/curl .*?localhost:8080(\/[^'"\s]*)/g)].map(([, path = '']) =>
      path.replace(/\$\(.*/, encodeURIComponent(new Date().toISOString())),
    );
    expect(examples.length).toBeGreaterThan(5);
    for (const path of examples)
      expect({ path, status: (await gateway.ask(path)).status }).toEqual({ path, status: 200 });
  });

  it('names each parameter of the lists', async () => {
    const [text, { body }] = await Promise.all([page(), gateway.ask('/api/docs-json')]);
    const named = new Set([...text.matchAll(/`([a-z_]+)/g)].map(([, word]) => word));
    for (const list of ['trades', 'filings', 'late']) {
      const { parameters } = body.paths[`/api/v1/${list}`].get as { parameters: { name?: string; in?: string }[] };
      const names = parameters.filter((each) => each.in === 'query').map(({ name }) => name);
      expect(names.filter((name) => !named.has(name))).toEqual([]);
    }
  });
});
