import { randomUUID } from 'node:crypto';
import type { Client } from 'openapi-fetch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Members } from '#rotunda/persistence';
import { TcpProxy } from '#rotunda/testing';
import type { paths } from '../../../dashboard/src/api/schema.js';
import { startKeyedGateway } from '../access/keyed-gateway.js';
import { listedFiling, parsedRow, seed } from '../disclosures/review-samples.js';
import type { GatewayUnderTest } from '../gateway-under-test.js';
import { checkedClient, type Document } from './checked-client.js';

const A_MINUTE = 60;
const proxy = new TcpProxy();
let gateway: GatewayUnderTest;
let document: Document;
let api: Client<paths>;
let withoutKey: Client<paths>;
let ofOther: Client<paths>;

const bearing = (text: string): Record<string, string> => ({ authorization: `Bearer ${text}` });

beforeAll(async () => {
  const limit = { RATE_LIMIT_PER_MINUTE: String(A_MINUTE) };
  const started = await startKeyedGateway(limit, (url) => proxy.open(url));
  ({ gateway } = started);
  const { look, act } = started.keys;
  document = (await gateway.ask('/api/docs-json', { headers: bearing(look.text) })).body;
  api = checkedClient(gateway.url, document, bearing(look.text));
  withoutKey = checkedClient(gateway.url, document, {});
  ofOther = checkedClient(gateway.url, document, bearing(act.text));
  const name = { first: 'Testina', middle: null, last: 'Sample', suffix: null, nickname: null, officialFull: null };
  const terms = [
    { chamber: 'house', state: 'AK', district: 0, party: null, startsOn: '2025-01-03', endsOn: '2027-01-03' } as const,
  ];
  const members = [{ bioguide: 'S900001', name, otherNames: [], terms }];
  await gateway.owner.get(Members).import({ members, asOf: '2025-06-01', source: 'test' });
  const filing = listedFiling('20000001', { filerNameRaw: 'Hon. Testina Sample', stateDistrict: 'AK00' });
  await seed(gateway, { filing, transactions: [parsedRow(1), parsedRow(2, { tradedOn: '2025-01-01' })], sheets: 1 });
  await seed(gateway, { filing: listedFiling('20000002'), transactions: [parsedRow(1, { amountMax: null })] });
});
afterAll(async () => {
  await gateway.stop();
  await proxy.cut();
});

/** What the types say is there for sure. */
async function known(): Promise<{ trade: string; filing: string; sha256: string }> {
  const { data } = await api.GET('/api/v1/trades', { params: { query: { member: 'testina', limit: 1 } } });
  const [trade] = data!.data;
  return { trade: trade!.id, filing: trade!.filing.id, sha256: trade!.provenance.document_sha256 };
}

describe('each answer is as the document says, and the types of a generated client fit it', () => {
  it('trades', async () => {
    type Query = NonNullable<paths['/api/v1/trades']['get']['parameters']['query']>;
    const query: Query = {
      ...{
        chamber: ['house'],
        party: ['Democrat', 'I'],
        state: ['AK', 'ny'],
        ticker: ['EXA'],
        owner: ['spouse', 'unknown'],
      },
      ...{ type: ['purchase'], asset_type: ['ST'], flag: ['unknown_owner'], format: ['electronic'], late: 'false' },
      ...{
        filed_from: '2025-01-01',
        traded_to: '2025-12-31',
        first_seen_from: '2025-01-01',
        amount_from: 1,
        amount_to: 5e7,
      },
      ...{ q: 'example', order: 'relevance', direction: 'desc', count: 'exact', include_superseded: 'true', limit: 5 },
    };
    const { data: none } = await api.GET('/api/v1/trades', { params: { query } });
    expect(none).toMatchObject({ data: [], count: 0, next_cursor: null, as_of: null });
    const { data } = await api.GET('/api/v1/trades', { params: { query: { ticker: ['EXA', 'EXB'], count: 'exact' } } });
    expect(data?.count).toBe(3);
    expect(data?.data.map(({ amount_min, amount_max }) => [amount_min, amount_max])).toContainEqual([1001, null]);
    const asked = await api.GET('/api/v1/trades', { params: { query: { as_of: new Date().toISOString() } } });
    expect(asked.data?.as_of?.exact).toBe(true);
  });

  it('a trade and its source', async () => {
    const { trade } = await known();
    const path = { id: trade };
    expect((await api.GET('/api/v1/trades/{id}', { params: { path } })).data?.member?.bioguide).toBe('S900001');
    const { data } = await api.GET('/api/v1/trades/{id}/source', { params: { path } });
    expect(data?.document.media_type).toBe('application/pdf');
  });

  it('filings, and a filing', async () => {
    const { data } = await api.GET('/api/v1/filings', { params: { query: { status: ['parsed', 'paper'], limit: 1 } } });
    const path = { id: data!.data[0]!.id };
    const filing = await api.GET('/api/v1/filings/{id}', { params: { path } });
    expect(filing.data?.transactions[0]?.quality_flags).toEqual([]);
  });

  it('members, late trades, coverage, and a document', async () => {
    expect((await api.GET('/api/v1/members')).data?.data[0]?.terms[0]?.district).toBe(0);
    const path = { bioguide: 'S900001' };
    expect((await api.GET('/api/v1/members/{bioguide}', { params: { path } })).data?.counts.trades).toBe(2);
    expect((await api.GET('/api/v1/members/unmatched')).data?.data).toEqual([]);
    const query = { bioguide: ['S900001'], state: ['AK'] };
    expect((await api.GET('/api/v1/late', { params: { query } })).data?.counts.late).toBe(1);
    expect((await api.GET('/api/v1/coverage')).data?.chambers).toBeDefined();
    const { sha256 } = await known();
    const document = await api.GET('/api/v1/documents/{sha256}', { params: { path: { sha256 } }, parseAs: 'text' });
    expect(document.data).toBe('20000001');
  });

  it('304 for what the client has', async () => {
    const first = await api.GET('/api/v1/trades');
    const header = { 'If-None-Match': first.response.headers.get('etag')! };
    const { response, data } = await api.GET('/api/v1/trades', { params: { header } });
    expect([response.status, data]).toEqual([304, undefined]);
  });

  it('400, 401 and 404, as problems', async () => {
    const future = await api.GET('/api/v1/trades', { params: { query: { as_of: '2999-01-01' } } });
    expect(future.error).toMatchObject({ status: 400, errors: [{ field: 'as_of' }] });
    expect((await api.GET('/api/v1/late', { params: { query: { cursor: 'x' } } })).error).toMatchObject({
      status: 400,
    });
    expect((await api.GET('/api/v1/coverage', { params: { query: { from: '2025-13-01' } } })).error?.detail).toMatch(
      /from/,
    );
    const path = { id: randomUUID() };
    expect((await api.GET('/api/v1/trades/{id}', { params: { path } })).error).toMatchObject({ status: 404 });
    expect((await api.GET('/api/v1/filings/{id}', { params: { path } })).error).toMatchObject({ status: 404 });
    const nobody = { bioguide: 'S999999' };
    expect((await api.GET('/api/v1/members/{bioguide}', { params: { path: nobody } })).error?.title).toBe('Not Found');
    for (const call of [
      '/api/v1/trades',
      '/api/v1/filings',
      '/api/v1/members',
      '/api/v1/late',
      '/api/v1/coverage',
    ] as const) {
      expect((await withoutKey.GET(call)).error).toMatchObject({ status: 401 });
    }
  });

  it('429 for a client that asks too often', async () => {
    let answer = await ofOther.GET('/api/v1/version');
    for (let n = 0; n < A_MINUTE && answer.response.status === 200; n += 1)
      answer = await ofOther.GET('/api/v1/version');
    expect(answer.response.status).toBe(429);
    expect((await ofOther.GET('/api/v1/trades')).error).toMatchObject({ status: 429 });
  });

  it('503 while Postgres is away', async () => {
    await proxy.cut();
    for (const call of [
      '/api/v1/trades',
      '/api/v1/filings',
      '/api/v1/members',
      '/api/v1/late',
      '/api/v1/coverage',
    ] as const) {
      expect((await api.GET(call)).error).toMatchObject({ status: 503 });
    }
  });
});
