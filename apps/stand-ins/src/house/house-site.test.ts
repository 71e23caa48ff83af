import { strFromU8, unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { parsePtr } from '../../../house-scraper/src/parse/parse-ptr.js';
import { type HouseSite, startHouseSite } from './house-site.js';

const INDEX_2025 = '/public_disc/financial-pdfs/2025FD.zip';
const NEWER_PTR = '/public_disc/ptr-pdfs/2025/29990006.pdf';

let site: HouseSite;
const get = (path: string, init: RequestInit = {}): Promise<Response> => fetch(site.url + path, init);
const bytesOf = async (response: Response): Promise<Uint8Array> => new Uint8Array(await response.arrayBuffer());

beforeAll(async () => {
  site = await startHouseSite({ now: () => new Date('2026-11-23T12:00:00Z') });
});
afterAll(() => site.stop());
afterEach(() => {
  site.faults = { faults: [] };
});

async function indexXml(year: number): Promise<string> {
  const response = await get(`/public_disc/financial-pdfs/${year}FD.zip`);
  expect(response.status).toBe(200);
  return strFromU8(unzipSync(await bytesOf(response))[`${year}FD.xml`]!);
}

describe('the index of the House stand-in', () => {
  it('is a ZIP of a TSV and an XML like the Clerk’s', async () => {
    const files = unzipSync(await bytesOf(await get(INDEX_2025)));
    expect(Object.keys(files)).toEqual(['2025FD.txt', '2025FD.xml']);
    const tsv = strFromU8(files['2025FD.txt']!);
    expect(tsv.split('\r\n')[0]).toBe('Prefix\tLast\tFirst\tSuffix\tFilingType\tStateDst\tYear\tFilingDate\tDocID');
    expect(tsv).toContain('Hon.\tExample\tPlaceholder\t\tP\tZZ01\t2025\t10/20/2025\t29990006\r\n');
    const xml = await indexXml(2025);
    expect(files['2025FD.xml']!.subarray(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
    expect(xml).toContain(
      '  <Member>\r\n    <Prefix>Hon.</Prefix>\r\n    <Last>Example</Last>\r\n    <First>Placeholder</First>\r\n    <Suffix />\r\n',
    );
    expect(xml.endsWith('</FinancialDisclosure>')).toBe(true);
  });

  it('has the columns of 2012 for 2012', async () => {
    const xml = await indexXml(2012);
    expect(xml).toContain('<FilingYear>2012</FilingYear>');
    expect(xml).toContain('<DisclosureType>PTR</DisclosureType>');
  });

  it('lists a filing of January in the index of the year before', async () => {
    expect(await indexXml(2023)).toContain('<FilingDate>1/5/2024</FilingDate>\r\n    <DocID>29990005</DocID>');
  });

  it('exists for years without filings too, from 2008 to this year', async () => {
    expect(await indexXml(2008)).toContain('<FinancialDisclosure />');
    expect((await get('/public_disc/financial-pdfs/2007FD.zip')).status).toBe(404);
    expect((await get('/public_disc/financial-pdfs/2027FD.zip')).status).toBe(404);
  });
});

describe('the documents of the House stand-in', () => {
  it('are PDFs at the path that the index names', async () => {
    const response = await get(NEWER_PTR);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect((await parsePtr(await bytesOf(response))).externalId).toBe('29990006');
    expect((await get('/public_disc/ptr-pdfs/2024/29990006.pdf')).status).toBe(404);
  });

  it.each([INDEX_2025, NEWER_PTR])('answers a conditional GET of %s with 304', async (path) => {
    const { headers } = await get(path);
    const etag = headers.get('etag')!;
    const lastModified = headers.get('last-modified')!;
    const byTag = await get(path, { headers: { 'if-none-match': etag } });
    expect([byTag.status, byTag.headers.get('etag'), await byTag.text()]).toEqual([304, etag, '']);
    expect((await get(path, { headers: { 'if-modified-since': lastModified } })).status).toBe(304);
    expect(
      (await get(path, { headers: { 'if-none-match': '"other"', 'if-modified-since': lastModified } })).status,
    ).toBe(200);
    expect((await get(path, { headers: { 'if-modified-since': 'Mon, 01 Jan 2001 00:00:00 GMT' } })).status).toBe(200);
  });

  it('answers HEAD with the length and no body', async () => {
    const response = await get(NEWER_PTR, { method: 'HEAD' });
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(1_000);
    expect(await response.text()).toBe('');
  });

  it("shows the web server's 404 page for anything missing", async () => {
    for (const path of ['/public_disc/ptr-pdfs/2025/20000000.pdf', '/search/home/', '/public_disc/']) {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('<h2>404 - File or directory not found.</h2>');
    }
  });

  it('has the entry pages with their landmarks', async () => {
    expect(await (await get('/')).text()).toContain('<a href="/FinancialDisclosure">');
    expect(await (await get('/FinancialDisclosure')).text()).toContain("ViewSearch: '/FinancialDisclosure/ViewSearch'");
    expect((await get('/', { method: 'POST' })).status).toBe(405);
  });
});

describe('a filing that is published later', () => {
  it('is unknown first, then listed without its document, then served; the index changes accordingly', async () => {
    site.publish('29990009', 'hidden');
    const path = '/public_disc/ptr-pdfs/2026/29990009.pdf';
    const before = await get('/public_disc/financial-pdfs/2026FD.zip');
    expect(await indexXml(2026)).not.toContain('29990009');
    expect((await get(path)).status).toBe(404);

    site.publish('29990009', 'listed');
    const etag = before.headers.get('etag')!;
    expect((await get('/public_disc/financial-pdfs/2026FD.zip', { headers: { 'if-none-match': etag } })).status).toBe(
      200,
    );
    expect(await indexXml(2026)).toContain('29990009');
    expect((await get(path)).status).toBe(404);

    site.publish('29990009');
    expect((await get(path)).status).toBe(200);
  });

  it('must be one of the stand-in’s filings', () => {
    expect(() => site.publish('1')).toThrow('no filing 1');
  });
});

describe('the faults of the House stand-in', () => {
  it('throttles with Retry-After, as often as configured', async () => {
    site.faults = { faults: [{ kind: 'throttled', retryAfterSeconds: 7, times: 1 }] };
    const response = await get(NEWER_PTR);
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7']);
    expect((await get(NEWER_PTR)).status).toBe(200);
  });

  it('is overloaded', async () => {
    site.faults = { faults: [{ kind: 'overloaded' }] };
    const response = await get('/');
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, null]);
  });

  it('challenges', async () => {
    site.faults = { faults: [{ kind: 'challenge', path: '/FinancialDisclosure' }] };
    const response = await get('/FinancialDisclosure');
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('Verifying you are human');
  });

  it('is slow', async () => {
    site.faults = { faults: [{ kind: 'slow', delayMs: 150 }] };
    const startedMs = performance.now();
    expect((await get('/')).status).toBe(200);
    // A timer may fire a fraction of a millisecond early.
    expect(performance.now() - startedMs).toBeGreaterThan(148);
  });

  it('cuts a body off in the middle, though its headers promise the whole', async () => {
    const whole = await bytesOf(await get(NEWER_PTR));
    site.faults = { faults: [{ kind: 'cut_off' }] };
    const response = await get(NEWER_PTR);
    expect(Number(response.headers.get('content-length'))).toBe(whole.length);
    await expect(response.arrayBuffer()).rejects.toThrow('terminated');
    expect(site.requests.at(-1)).toMatchObject({ fault: 'cut_off', status: 200, bytes: Math.floor(whole.length / 2) });
  });

  it('serves a listed document as 404 for some requests', async () => {
    site.faults = { faults: [{ kind: 'unavailable', path: '*/29990006.pdf', times: 2 }] };
    const statuses = [await get(NEWER_PTR), await get(NEWER_PTR), await get(NEWER_PTR)].map(({ status }) => status);
    expect(statuses).toEqual([404, 404, 200]);
  });

  it('changes the layout of index, document and page', async () => {
    site.faults = { faults: [{ kind: 'changed_layout' }] };
    expect(await indexXml(2025)).toMatch(/<Report>[\s\S]*<DocumentNumber>29990006</);
    expect(await indexXml(2025)).not.toContain('<Member>');
    await expect(parsePtr(await bytesOf(await get(NEWER_PTR)))).rejects.toThrow('not a PTR of a known template');
    expect(await (await get('/FinancialDisclosure')).text()).not.toContain('Financial Disclosure');
    expect((await get('/nowhere')).status).toBe(404);
  });
});

describe('the control interface of the House stand-in', () => {
  it('sets faults and publications and shows the log, which leaves out its own requests', async () => {
    const post = (verb: string, value: unknown): Promise<Response> =>
      get(`/__stand-in/${verb}`, { method: 'POST', body: JSON.stringify(value) });
    await get('/__stand-in/requests', { method: 'DELETE' });
    expect((await post('faults', { faults: [{ kind: 'overloaded', times: 1 }] })).status).toBe(200);
    expect((await get('/', { headers: { 'user-agent': 'polite/1' } })).status).toBe(503);
    expect((await post('publish', { id: '29990006', publication: 'hidden' })).status).toBe(200);
    expect((await get(NEWER_PTR)).status).toBe(404);
    await post('publish', { id: '29990006' });
    expect(await (await get('/__stand-in/requests')).json()).toMatchObject([
      { method: 'GET', path: '/', status: 503, fault: 'overloaded', headers: { 'user-agent': 'polite/1' } },
      { method: 'GET', path: NEWER_PTR, status: 404 },
    ]);
  });

  it('rejects invalid requests', async () => {
    const response = await get('/__stand-in/faults', { method: 'POST', body: '{"faults":[{"kind":"rude"}]}' });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('faults[0].kind');
    expect((await get('/__stand-in/nothing')).status).toBe(404);
  });
});

it('can be stopped twice', async () => {
  const other = await startHouseSite();
  await Promise.all([other.stop(), other.stop()]);
  await expect(fetch(other.url)).rejects.toThrow('fetch failed');
});
