import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectProblem, GatewayUnderTest } from '../gateway-under-test.js';
import { listedFiling, parsedRow, seed } from './review-samples.js';

const PAGE = '<html><script>fetch("/api/v1/tasks/scrape/all", {method: "POST"})</script></html>';

let gateway: GatewayUnderTest;
let house: string;
let senate: string;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
  const filing = listedFiling('20000001');
  await seed(gateway, { filing, transactions: [parsedRow(1, { owner: null }), parsedRow(2)] });
  house = await seed(gateway, { filing, transactions: [parsedRow(1)] });
  senate = await seed(gateway, {
    filing: listedFiling('0f0f0f0f-placeholder', { chamber: 'senate' }),
    transactions: [parsedRow(1, { ticker: 'EXB', place: { page: null, box: null, domRow: 1 } })],
    document: { bytes: PAGE, mediaType: 'text/html; charset=UTF-8', url: 'https://reports.example/view/ptr/ab-12/' },
  });
});
afterAll(() => gateway.stop());

const tradeId = async (query: string): Promise<string> => (await gateway.get(`trades?${query}`)).body.data[0].id;

describe('GET trades/{id}', () => {
  it('returns a trade with its filing and earlier revisions', async () => {
    const { status, body } = await gateway.get(`trades/${await tradeId('chamber=house')}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      revision: 2,
      owner: 'spouse',
      is_current: true,
      superseded_at: null,
      filing: { external_id: '20000001' },
      revisions: [{ revision: 1, owner: null, superseded_at: expect.any(String) }],
      notice: expect.stringContaining('13107(c)'),
    });
  });

  it('has every field that its description names', async () => {
    const { body: document } = await gateway.ask('/api/docs-json');
    const { body } = await gateway.get(`trades/${await tradeId('chamber=house')}`);
    const described = (name: string) => Object.keys(document.components.schemas[name].properties).toSorted();
    expect(Object.keys(body).toSorted()).toEqual(described('TradeDetailView'));
    expect(Object.keys(body.revisions[0]).toSorted()).toEqual(described('RevisionView'));
  });

  it('refuses an invalid id, and answers 404 for an unknown one', async () => {
    for (const path of ['', '/source']) {
      expectProblem(await gateway.get(`trades/${randomUUID()}${path}`), 404, /There is no trade .*\/api\/v1\/trades/);
      expectProblem(await gateway.get(`trades/1${path}`), 400, /id must be the UUID of a trade/);
    }
  });
});

describe('GET trades/{id}/source', () => {
  it('says in which PDF and where a trade was read, by which parser, and links the document', async () => {
    const id = await tradeId('chamber=house');
    const { status, body } = await gateway.get(`trades/${id}/source`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      trade_id: id,
      revision: 2,
      external_id: '20000001',
      document: {
        sha256: house,
        url: 'https://disclosures.example/ptr-pdfs/20000001.pdf',
        fetched_at: '2025-03-21T02:00:00.000Z',
        media_type: 'application/pdf',
        byte_length: 8,
        download: `/api/v1/documents/${house}`,
      },
      page: 2,
      box: [22, 100, 580, 120],
      dom_row: null,
      parser_version: 'house-1',
      corrections: [],
    });
    expect((await gateway.ask(body.document.download)).body).toBe('20000001');
  });

  it('names the row of a web page', async () => {
    const { body } = await gateway.get(`trades/${await tradeId('chamber=senate')}/source`);
    expect(body).toMatchObject({ page: null, box: null, dom_row: 1, document: { sha256: senate } });
  });
});

describe('GET documents/{sha256}', () => {
  it('returns the bytes with their media type, a safe name and a cache time without end', async () => {
    const { status, headers, body } = await gateway.get(`documents/${house}`);
    expect(status).toBe(200);
    expect(createHash('sha256').update(body).digest('hex')).toBe(house);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': '8',
      'content-disposition': 'inline; filename="20000001.pdf"',
      etag: `"${house}"`,
      'cache-control': expect.stringContaining('immutable'),
      'x-content-type-options': 'nosniff',
    });
  });

  it('does not let a page of another site run scripts in our origin', async () => {
    const { headers, body } = await gateway.get(`documents/${senate}`);
    expect(body).toBe(PAGE);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('inline; filename="ab-12.html"');
    const policy = headers.get('content-security-policy')!.split('; ');
    expect(policy).toContain('sandbox');
    expect(policy).toContain("default-src 'none'");
    expect(policy.some((directive) => directive.startsWith('script-src'))).toBe(false);
  });

  it('is not sent twice', async () => {
    const ask = (tag: string) => gateway.ask(`/api/v1/documents/${house}`, { headers: { 'if-none-match': tag } });
    expect(await ask(`"x", "${house}"`)).toMatchObject({ status: 304, body: '' });
    expect((await ask(`W/"${house}"`)).headers.get('etag')).toBe(`"${house}"`);
    expect(await ask('"x"')).toMatchObject({ status: 200 });
  });

  it.each([
    ['text/html\r\nset-cookie: a=b', 'https://reports.example/', 'application/octet-stream', '.bin'],
    ['image/svg+xml', 'https://reports.example/a/b.svg', 'application/octet-stream', 'b.bin'],
    ['application/pdf', 'https://reports.example/%22%0d%0a/..%2F.pdf', 'application/pdf', '.pdf'],
  ])('is never sent to a browser as %j', async (mediaType, url, served, end) => {
    const sha256 = await seed(gateway, {
      filing: listedFiling(randomUUID()),
      transactions: [],
      document: { bytes: url + mediaType, mediaType, url },
    });
    const { headers } = await gateway.get(`documents/${sha256}`);
    expect(headers.get('content-type')).toBe(served);
    expect(headers.get('content-disposition')).toMatch(/^inline; filename="[A-Za-z0-9_-]+\.[a-z]+"$/);
    expect(headers.get('content-disposition')).toContain(`${end}"`);
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('refuses an invalid hash, and answers 404 for an unknown one', async () => {
    expectProblem(await gateway.get(`documents/${'0'.repeat(64)}`), 404, /There is no archived document 0+/);
    for (const wrong of ['x', house.toUpperCase(), `${house}0`]) {
      expectProblem(await gateway.get(`documents/${wrong}`), 400, /sha256 must be a SHA-256 in hex/);
    }
  });
});
