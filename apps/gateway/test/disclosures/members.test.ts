import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListedFiling, Member, MemberTerm } from '#rotunda/domain';
import { Filings, Members } from '#rotunda/persistence';
import { expectProblem, GatewayUnderTest } from '../gateway-under-test.js';
import { parsedRow, seed } from './review-samples.js';

let gateway: GatewayUnderTest;
/** Filing ids by external id. */
const ids = new Map<string, string>();

const term = (chamber: 'senate' | 'house', state: string, party = 'Independent'): MemberTerm => ({
  chamber,
  state,
  district: chamber === 'house' ? 0 : null,
  party,
  startsOn: '2025-01-03',
  endsOn: chamber === 'house' ? '2027-01-03' : '2031-01-03',
});

/** None of them exists. */
const member = (bioguide: string, first: string, last: string, ...terms: MemberTerm[]): Member => ({
  bioguide,
  name: { first, middle: null, last, suffix: null, nickname: null, officialFull: null },
  otherNames: [],
  terms,
});

const listed = (externalId: string, filerNameRaw: string, stateDistrict: string | null): ListedFiling => ({
  chamber: stateDistrict === null ? 'senate' : 'house',
  externalId,
  filingType: 'ptr',
  titleRaw: 'P',
  filerNameRaw,
  officeRaw: stateDistrict ?? 'Senator',
  stateDistrict,
  filedAtRaw: '3/20/2025',
  filedOn: '2025-03-20',
  documentUrl: `https://disclosures.example/${externalId}`,
});

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
  const members = [
    member('S900001', 'Testina', 'Sample', term('house', 'AK')),
    member('P900001', 'Paula', 'Probe', term('senate', 'AK', 'Democrat')),
    member('P900002', 'Paula', 'Probe', term('senate', 'WY')),
  ];
  await gateway.owner.get(Members).import({ members, asOf: '2025-06-01', source: 'test' });
  const filings = [
    listed('matched', 'Hon. Testina Sample', 'AK00'),
    listed('open', 'Hon. Nadia Sample', 'AK00'),
    listed('staff', 'NADIA SAMPLE', 'AP00'),
    listed('ambiguous', 'Paula Probe', null),
    listed('ambiguous-too', 'PAULA PROBE', null),
  ];
  for (const filing of filings) {
    const [entered] = await gateway.owner.get(Filings).enter(filing.chamber, [filing], 'seeding');
    ids.set(filing.externalId, entered!.id);
  }
  const transactions = [
    parsedRow(1),
    parsedRow(2, { ticker: 'BF/B', type: 'sale', tradedOn: '2024-12-31' }),
    parsedRow(3, { ticker: 'brk.b', amountMin: 50_000_000, amountMax: null, amountOver: true }),
  ];
  await seed(gateway, { filing: filings[0]!, transactions });
});
afterAll(() => gateway.stop());

const bioguides = (data: { bioguide: string }[]): string[] => data.map(({ bioguide }) => bioguide);
const externalIds = (data: { external_id: string }[]): string[] =>
  data.map(({ external_id }) => external_id).toSorted();

describe('GET members', () => {
  it.each([
    ['', ['P900001', 'P900002', 'S900001']],
    ['name=TINA', ['S900001']],
    ['chamber=senate&party=democrat', ['P900001']],
    ['state=ak&on=2028-01-01', ['P900001']],
    ['filed=true', ['S900001']],
    ['filed=false', ['P900001', 'P900002']],
  ])('finds by %j', async (query, wanted) => {
    const { status, body } = await gateway.get(`members?${query}`);
    expect({ status, found: bioguides(body.data) }).toEqual({ status: 200, found: wanted });
  });

  it('says how much each filed', async () => {
    const { body } = await gateway.get('members?name=testina');
    expect(body.data).toMatchObject([{ bioguide: 'S900001', filings: 1, last_filed_on: '2025-03-20' }]);
  });

  it('pages through all of them, each once', async () => {
    const seen = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await gateway.get(`members?limit=1${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      seen.push(...bioguides(body.data));
      cursor = body.next_cursor;
    }
    expect(seen).toEqual(['P900001', 'P900002', 'S900001']);
  });

  it.each([
    ['members?state=Alaska', /state must be a postal code/],
    ['members?on=2025-02-30', /on must be a real date/],
    ['members?chamber=lords', /chamber must be one of senate, house/],
    ['members?filed=yes', /filed must be true or false/],
    ['tickers?filed_from=2025-02-02&filed_to=2025-02-01', /filed_from 2025-02-02 must not be after/],
    ['tickers?search=%00', /search must have no control characters/],
    ['tickers?cursor=x', /cursor must be the next_cursor/],
    ['tickers/%01', /ticker must have 1 to 40 characters/],
    ['members?cursor=x', /cursor must be the next_cursor/],
    ['members/unmatched?status=matched', /status must be one of ambiguous, open/],
    ['trades?bioguide=Sample', /bioguide must be a bioguide id/],
  ])('refuses %s', async (path, reason) => {
    expectProblem(await gateway.get(path), 400, reason);
  });
});

describe('GET members/{bioguide}', () => {
  it('returns a member with terms, aliases and counts', async () => {
    const { body } = await gateway.get('members/S900001');
    expect(body).toEqual({
      bioguide: 'S900001',
      name: 'Testina Sample',
      first: 'Testina',
      middle: null,
      last: 'Sample',
      suffix: null,
      nickname: null,
      terms: [
        { chamber: 'house', state: 'AK', district: 0, party: 'Independent', from: '2025-01-03', to: '2027-01-03' },
      ],
      aliases: [],
      counts: { filings: 1, trades: 3, first_filed_on: '2025-03-20', last_filed_on: '2025-03-20' },
    });
  });

  it('answers 404 for an unknown member', async () => {
    expectProblem(await gateway.get('members/X000000'), 404, /There is no member X000000/);
  });
});

const SUMS = { trades: 1, amount_min: 1001, amount_max: 15_000, open_ended: 0, unknown_amounts: 0 };

describe('GET members/{bioguide}/trades-summary', () => {
  it('returns totals with both bounds, by month and by asset', async () => {
    const { body } = await gateway.get('members/S900001/trades-summary');
    expect(body).toMatchObject({
      bioguide: 'S900001',
      totals: { all: { trades: 3, amount_min: 50_002_002, amount_max: 30_000, open_ended: 1 }, sales: SUMS },
      months: [
        { month: '2024-12', all: SUMS, purchases: { trades: 0 } },
        { month: '2025-03', purchases: { trades: 2, open_ended: 1 } },
      ],
      assets: [{ ticker: 'BF/B' }, { ticker: 'BRK.B', asset_name: 'Example 3 Corp' }, { ticker: 'EXA' }],
      asset_count: 3,
      notice: expect.stringContaining('13107(c)'),
    });
  });

  it('answers 404 for an unknown member', async () => {
    expectProblem(await gateway.get('members/X000000/trades-summary'), 404, /There is no member X000000/);
  });
});

describe('GET tickers', () => {
  it('lists those that were traded, and finds a part of their names', async () => {
    const { body } = await gateway.get('tickers?search=example%203');
    expect(body).toEqual({
      data: [
        {
          ...{ ticker: 'BRK.B', asset_name: 'Example 3 Corp', trades: 1, purchases: 1, sales: 0 },
          last_traded_on: '2025-03-01',
        },
      ],
      next_cursor: null,
      notice: expect.stringContaining('13107(c)'),
    });
  });

  it.each([
    ['bf%2Fb', 'BF/B'],
    ['BRK.B', 'BRK.B'],
  ])('shows who traded %s, when and how much', async (path, ticker) => {
    const { status, body } = await gateway.get(`tickers/${path}`);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        ticker,
        totals: { all: { trades: 1 } },
        filers: [
          { bioguide: 'S900001', name: 'Testina Sample', state: 'AK', party: 'Independent', all: { trades: 1 } },
        ],
        months: [{ all: { trades: 1 } }],
        asset_name_count: 1,
      },
    });
  });

  it('answers 404 for one that nobody traded', async () => {
    expectProblem(await gateway.get('tickers/ZZZ'), 404, /There is no trade of ZZZ; \/api\/v1\/tickers lists/);
  });
});

describe('filings and trades', () => {
  it('say which member filed, and by which rule', async () => {
    const { body } = await gateway.get('filings?bioguide=S900001');
    expect(body.data).toEqual([
      expect.objectContaining({
        external_id: 'matched',
        member: { status: 'matched', bioguide: 'S900001', method: 'district:name', score: 0.98 },
      }),
    ]);
    expect((await gateway.get('trades?bioguide=S900001')).status).toBe(200);
  });
});

describe('a filing without a known member', () => {
  it('is listed with candidates, unless its filer says that they are not a member', async () => {
    const { body } = await gateway.get('members/unmatched');
    expect(externalIds(body.data)).toEqual(['ambiguous', 'ambiguous-too', 'open']);
    expect(body.notice).toContain('13107(c)');
    const { body: open } = await gateway.get('members/unmatched?status=open');
    expect(open.data).toMatchObject([
      { external_id: 'open', candidates: [{ reason: 'surname', member: { bioguide: 'S900001' } }] },
    ]);
  });

  it('is decided by hand for the filer, and stored with who, when and why', async () => {
    const body = { bioguide: 'P900002', by: 'ada', reason: 'the state is on page 1' };
    const answer = await gateway.post(`filings/${ids.get('ambiguous')}/member`, body);
    expect(answer).toMatchObject({
      status: 200,
      body: { changed: 2, filing: { member: { status: 'matched', bioguide: 'P900002', method: 'by-hand', score: 1 } } },
    });
    const { body: left } = await gateway.get('members/unmatched');
    expect(externalIds(left.data)).toEqual(['open']);
    const { body: settled } = await gateway.get('members/P900002');
    expect(settled.counts.filings).toBe(2);
    expect(settled.aliases).toEqual([
      {
        applies_to: 'filer',
        filing_id: ids.get('ambiguous'),
        chamber: 'senate',
        filer_name_raw: 'Paula Probe',
        state_district: null,
        valid_from: '2025-01-03',
        valid_to: '2031-01-03',
        decided_by: 'ada',
        reason: 'the state is on page 1',
        decided_at: expect.stringMatching(/^\d{4}-.*Z$/),
        superseded_at: null,
      },
    ]);
  });

  it('may be decided as filed by no member', async () => {
    const body = { bioguide: null, by: 'ada', reason: 'on the staff', applies_to: 'filing' };
    const answer = await gateway.post(`filings/${ids.get('open')}/member`, body);
    expect(answer.body.filing.member).toEqual({ status: 'outside', bioguide: null, method: 'by-hand', score: null });
  });

  it.each([
    [{ bioguide: 'S900001', by: 'ada' }, /reason must say why/],
    [{ bioguide: 'S900001', reason: 'x' }, /by must say who decides/],
    [{ by: 'ada', reason: 'x' }, /bioguide must be a bioguide id.* or null/],
    [{ bioguide: 'X000000', by: 'ada', reason: 'x' }, /There is no member X000000/],
    [{ bioguide: 'S900001', by: 'ada', reason: 'x' }, /S900001 never sat in the senate/],
    [{ bioguide: 'S900001', by: 'ada', reason: 'x', applies_to: 'all' }, /applies_to must be one of filer, filing/],
  ])('is not decided by %j', async (body, reason) => {
    expectProblem(await gateway.post(`filings/${ids.get('ambiguous')}/member`, body), 422, reason);
  });

  it('must exist to be decided', async () => {
    const body = { bioguide: 'S900001', by: 'ada', reason: 'x' };
    expectProblem(await gateway.post(`filings/${randomUUID()}/member`, body), 404, /There is no filing/);
    expectProblem(await gateway.post('filings/20000001/member', body), 400, /id must be the UUID/);
  });
});
