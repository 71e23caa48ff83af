import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListedFiling, ParsedTransaction } from '#rotunda/domain';
import { Filings } from '#rotunda/persistence';
import { expectProblem, GatewayUnderTest } from '../gateway-under-test.js';
import { type HostileGet, hostileGets } from '../hostile-requests.js';
import { listedFiling, parsedRow, seed } from './review-samples.js';

const TASK = 'seeding';

const UUID = '29990000-0000-4000-8000-000000000000';

let gateway: GatewayUnderTest;

const listed = (externalId: string, filedOn: string, filerNameRaw: string): ListedFiling =>
  listedFiling(externalId, { filedAtRaw: filedOn, filedOn, filerNameRaw });

const row = (ordinal: number, ticker: string | null, tradedOn: string): ParsedTransaction =>
  parsedRow(ordinal, {
    ...{ tickerRaw: ticker, ticker, tickerSource: ticker ? 'document' : null },
    ...{ tradedOnRaw: tradedOn, tradedOn },
  });

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
  await seed(gateway, {
    filing: listed('20000001', '2025-03-20', 'Placeholder Example'),
    transactions: [row(1, 'EXA', '2025-03-01'), row(2, null, '2025-03-02')],
    sheets: 2,
  });
  await seed(gateway, {
    filing: listed('20000002', '2025-03-10', 'Another Placeholder'),
    transactions: [row(1, 'EXB', '2025-02-20')],
  });
  await gateway.owner.get(Filings).enter('house', [listed('20000003', '2025-04-01', 'Placeholder Example')], TASK);
});
afterAll(() => gateway.stop());

const places = (data: { filing: { external_id: string }; ordinal: number }[]): string[] =>
  data.map(({ filing, ordinal }) => `${filing.external_id}/${ordinal}`);

describe('GET trades', () => {
  it('returns trades with raw texts, filing, provenance and the use notice', async () => {
    const { status, body } = await gateway.get('trades?limit=1');
    expect(status).toBe(200);
    expect(body.notice).toMatch(/13107\(c\).*commercial purpose.*credit rating.*solicitation/);
    expect(body.data).toEqual([
      expect.objectContaining({
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        revision: 1,
        ordinal: 1,
        owner_raw: 'SP',
        owner: 'spouse',
        ticker: 'EXA',
        traded_on: '2025-03-01',
        amount_raw: '$1,001 - $15,000',
        amount_min: 1001,
        amount_max: 15_000,
        amount_over: false,
        days_to_file: 19,
        late: false,
        first_task_id: TASK,
        provenance: {
          document_sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
          page: 2,
          box: [22, 100, 580, 120],
          dom_row: null,
          parser_version: 'house-1',
        },
        filing: expect.objectContaining({
          external_id: '20000001',
          chamber: 'house',
          filer_name_raw: 'Placeholder Example',
          filed_on: '2025-03-20',
          status: 'parsed',
        }),
      }),
    ]);
    expect(body.next_cursor).toEqual(expect.any(String));
  });

  it('has every field that its description names', async () => {
    const { body: document } = await gateway.ask('/api/docs-json');
    const { body } = await gateway.get('trades?limit=1');
    const described = Object.keys(document.components.schemas.TradeView.properties);
    expect(Object.keys(body.data[0]).toSorted()).toEqual(described.toSorted());
  });

  it('pages through all of them, each once', async () => {
    const seen = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await gateway.get(`trades?limit=1${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      seen.push(...places(body.data));
      cursor = body.next_cursor;
    }
    expect(seen).toEqual(['20000001/1', '20000001/2', '20000002/1']);
  });

  it.each([
    ['ticker=exa', ['20000001/1']],
    ['member=placeholder%20EX', ['20000001/1', '20000001/2']],
    ['traded_from=2025-03-02', ['20000001/2']],
    ['traded_to=2025-02-28', ['20000002/1']],
    ['filed_from=2025-03-10&filed_to=2025-03-10', ['20000002/1']],
    ['chamber=senate', []],
    ['chamber=house&ticker=EXB', ['20000002/1']],
    ['owner=spouse&type=purchase&ticker=EXB', ['20000002/1']],
    ['owner=self', []],
    ['type=sale_partial', []],
  ])('finds by %s', async (query, wanted) => {
    expect(places((await gateway.get(`trades?${query}`)).body.data)).toEqual(wanted);
  });

  it.each([
    ['limit=0', /limit must be at least 1/],
    ['limit=501', /limit must be at most 500/],
    ['limit=ten', /limit must be a whole number from 1 to 500/],
    ['limit=1.5', /limit must be a whole number/],
    ['limit=', /limit must be a whole number/],
    ['limit=1&limit=2', /limit must be a whole number/],
    ['cursor=nonsense', /cursor must be the next_cursor of a page of this list/],
    ['cursor=', /cursor must be the next_cursor/],
    [`cursor=${Buffer.from('["2025-13-01","x",1]').toString('base64url')}`, /cursor must be/],
    [`cursor=${Buffer.from(`["2026-10-20","${UUID}",${2 ** 31}]`).toString('base64url')}`, /cursor must be/],
    [`cursor=${Buffer.from(`["0000-01-01","${UUID}",1]`).toString('base64url')}`, /cursor must be/],
    ['filed_from=0000-01-01', /filed_from must be a real date/],
    ['order=newest', /order must be one of filed, stored, first_seen, traded, amount, relevance/],
    ['traded_from=2025-02-30', /traded_from must be a real date written as YYYY-MM-DD/],
    ['filed_to=yesterday', /filed_to must be a real date/],
    ['filed_from=2025-W01', /filed_from must be a real date/],
    ['traded_from=2025-03-02&traded_to=2025-03-01', /traded_from 2025-03-02 must not be after traded_to/],
    ['filed_from=2025-03-02&filed_to=2025-03-01', /filed_from 2025-03-02 must not be after filed_to/],
    ['chamber=lords', /chamber must be one of senate, house/],
    ['owner=dog', /owner must be one of self, spouse/],
    ['type=gift', /type must be one of purchase, sale/],
    ['ticker=A&ticker=B', /ticker must be given once/],
    ['member=%00', /no control characters/],
    [`member=${'x'.repeat(101)}`, /1 to 100 characters/],
    ['tickers=EXA', /tickers is not a known field; known fields: amount_from, .*; nearest: ticker\./],
    ['status=parsed', /status is not a known field/],
    ['__proto__=x', /__proto__ is not a known field/],
  ])('refuses %s', async (query, reason) => {
    const answer = await gateway.get(`trades?${query}`);
    expectProblem(answer, 400, reason);
    expect(answer.body.errors).toHaveLength(1);
  });
});

describe('GET filings', () => {
  it('returns the newest first, also those without a fetched document', async () => {
    const { body } = await gateway.get('filings');
    expect(body.data.map((filing: { external_id: string }) => filing.external_id)).toEqual([
      '20000003',
      '20000001',
      '20000002',
    ]);
    expect(body).toMatchObject({ next_cursor: null, notice: expect.stringContaining('13107(c)') });
  });

  it.each([
    ['status=listed', ['20000003']],
    ['ticker=EXB', ['20000002']],
    ['member=another', ['20000002']],
  ])('finds by %s', async (query, wanted) => {
    const { body } = await gateway.get(`filings?${query}`);
    expect(body.data.map((filing: { external_id: string }) => filing.external_id)).toEqual(wanted);
  });

  it.each([
    ['status=done', /status must be one of listed, parsed/],
    ['traded_from=2025-01-01', /traded_from is not a known field/],
    ['cursor=x', /cursor must be the next_cursor/],
  ])('refuses %s', async (query, reason) => {
    expectProblem(await gateway.get(`filings?${query}`), 400, reason);
  });
});

describe('GET filings/{id}', () => {
  it('returns a filing with its rows in document order', async () => {
    const { body: list } = await gateway.get('filings?member=placeholder%20example&status=parsed');
    const { status, body } = await gateway.get(`filings/${list.data[0].id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ ...list.data[0], notice: expect.stringContaining('13107(c)') });
    expect(body.transactions).toMatchObject([
      { ordinal: 1, ticker: 'EXA', provenance: { page: 2 } },
      { ordinal: 2, ticker: null, provenance: { page: 2 } },
    ]);
    const { document_sha256 } = body;
    const document = `/api/v1/documents/${document_sha256}`;
    const shown = { document_sha256, media_type: 'image/gif', url: body.document_url, document };
    expect(body.pages).toEqual([1, 2].map((page) => ({ page, sheet: page, ...shown })));
    expect((await gateway.ask(document)).status).toBe(200);
  });

  it('refuses an invalid id, and answers 404 for an unknown one', async () => {
    expectProblem(await gateway.get(`filings/${randomUUID()}`), 404, /There is no filing .*\/api\/v1\/filings lists/);
    expectProblem(await gateway.get('filings/20000001'), 400, /id must be the UUID of a filing/);
  });
});

describe('GET late', () => {
  beforeAll(() =>
    seed(gateway, {
      filing: listed('20000004', '2025-06-01', 'Late Placeholder'),
      transactions: [
        row(1, 'EXL', '2025-04-01'),
        parsedRow(2, { tradedOn: '2025-05-01', notifiedOn: '2025-05-01' }),
        parsedRow(3, { tradedOn: '2025-05-01', notifiedOn: '2025-05-02' }),
        parsedRow(4, { tradedOn: null, notifiedOn: '2025-01-01' }),
      ],
    }).then(() => undefined),
  );

  it('has the late trades with their limits, counted by filer', async () => {
    const { status, body } = await gateway.get('late?limit=1');
    expect({ http: status, ...body }).toMatchObject({
      http: 200,
      counts: { late: 2, in_time: 4, unknown: 1, not_judged: 0 },
      members: [
        {
          ...{ bioguide: null, name: 'Late Placeholder', chambers: ['house'], late_trades: 2, in_time_trades: 1 },
          ...{ unknown_trades: 1, worst_days: 16, last_filed_on: '2025-06-01' },
        },
      ],
      data: [{ ticker: 'EXL', days_past_trade_limit: 16, days_past_notice_limit: null, late: true }],
      notice: expect.stringContaining('13107(c)'),
    });
    const next = await gateway.get(`late?limit=1&cursor=${body.next_cursor}`);
    expect(next.body).toMatchObject({
      counts: body.counts,
      data: [{ ordinal: 2, days_past_trade_limit: 0, days_past_notice_limit: 1, late: false }],
      next_cursor: null,
    });
  });

  it('is empty where nobody was late', async () => {
    const { body } = await gateway.get('late?filed_to=2025-05-01');
    expect(body).toMatchObject({ counts: { late: 0, in_time: 3 }, members: [], data: [], next_cursor: null });
  });

  it.each([
    ['filed_from=2025-03-02&filed_to=2025-03-01', /filed_from 2025-03-02 must not be after filed_to/],
    ['bioguide=x', /bioguide must be a bioguide id/],
    ['cursor=x', /cursor must be the next_cursor/],
  ])('refuses %s', async (query, reason) => {
    expectProblem(await gateway.get(`late?${query}`), 400, reason);
  });
});

describe('every GET', () => {
  it('answers impossible requests with a problem, never with a 500', async () => {
    const { body: document } = await gateway.ask('/api/docs-json');
    const requests = hostileGets(document);
    const surprises: string[] = [];
    const ask = async ({ address, documented }: HostileGet): Promise<void> => {
      // An event stream never ends.
      const signal = AbortSignal.timeout(30_000);
      const response = await fetch(gateway.url + address, { signal });
      const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
      if (isStream) await response.body?.cancel();
      const text = isStream ? '' : await response.text();
      const isProblem = response.status < 400 || /"detail":"[^"]/.test(text);
      const isDocumented = documented.includes(response.status) && response.status < 500;
      if (!isDocumented || !isProblem)
        surprises.push(`${response.status} ${address.slice(0, 200)} ${text.slice(0, 100)}`);
    };
    const waiting = [...requests];
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await ask(next);
      }),
    );
    expect(surprises).toEqual([]);
    expect(requests.length).toBeGreaterThan(500);
  });

  it('refuses a query parameter that it does not have, with a sentence that names it', async () => {
    const { paths } = (await gateway.ask('/api/docs-json')).body as { paths: Record<string, { get?: object }> };
    const lists = Object.keys(paths).filter((path) => path.startsWith('/api/') && paths[path]?.get);
    expect(lists.length).toBeGreaterThan(30);
    for (const path of lists) {
      const one = path
        .replace('{format}', 'csv')
        .replace('{year}', '2026')
        .replaceAll(/\{\w+\}/g, UUID);
      const answer = await gateway.ask(`${one}?surprise=1`);
      expect({ path, status: answer.status, detail: answer.body.detail }).toEqual({
        ...{ path, status: 400 },
        detail: expect.stringMatching(/surprise|must be/),
      });
    }
  });
});
