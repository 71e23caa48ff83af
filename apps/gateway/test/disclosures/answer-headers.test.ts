import { afterAll, beforeAll, expect, it } from 'vitest';
import { GatewayUnderTest } from '../gateway-under-test.js';
import { listedFiling, parsedRow, seed } from './review-samples.js';

let gateway: GatewayUnderTest;
let filing: string;
let document: string;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
  await seed(gateway, { filing: listedFiling('20000001'), transactions: [parsedRow(1)] });
  const [first] = (await gateway.get('filings')).body.data;
  filing = first.id;
  document = first.document_sha256;
});
afterAll(() => gateway.stop());

const ask = (path: string, init?: RequestInit) => gateway.ask(`/api/v1/${path}`, init);
const knowing = (etag: string, method = 'GET'): RequestInit => ({ method, headers: { 'if-none-match': etag } });

it('has the notice in the headers of each answer with disclosed data, and in no other', async () => {
  const paths = [
    'trades',
    'filings',
    `filings/${filing}`,
    'late',
    'members',
    'members/unmatched',
    'coverage',
    'reviews',
  ];
  for (const path of [...paths, `documents/${document}`]) {
    const { status, headers } = await ask(path);
    expect({ path, status, notice: headers.get('use-notice') }).toEqual({
      ...{ path, status: 200 },
      notice: expect.stringMatching(/^Under 5 U\.S\.C\. sec\. 13107\(c\).*credit rating.*solicitation/),
    });
    expect(headers.get('link')).toMatch(/^<https:\/\/uscode\.house\.gov\/.*13107>; rel="terms-of-service"$/);
  }
  for (const path of ['version', 'trades?limit=0']) expect((await ask(path)).headers.has('use-notice')).toBe(false);
});

it('answers 304 to whoever has the body, with the headers that a 200 has', async () => {
  for (const path of ['trades', `filings/${filing}`, 'version', `documents/${document}`]) {
    const first = await ask(path);
    const etag = first.headers.get('etag')!;
    expect(first.headers.get('cache-control'), path).toMatch(/^private, (no-cache|max-age=31536000, immutable)$/);
    for (const method of ['GET', 'HEAD']) {
      for (const known of [etag, `"x", ${etag}`, '*']) {
        const { status, headers, body } = await ask(path, knowing(known, method));
        expect({ status, body, etag: headers.get('etag') }, `${path} ${known}`).toEqual({
          status: 304,
          body: '',
          etag,
        });
        expect(headers.get('cache-control')).toBe(first.headers.get('cache-control'));
        expect(headers.get('use-notice')).toBe(first.headers.get('use-notice'));
        expect(headers.has('content-type')).toBe(false);
      }
    }
    expect(await ask(path, knowing('"x"'))).toMatchObject({ status: 200, body: first.body });
  }
});

it('has another ETag once the answer is another one', async () => {
  const before = (await ask('trades?limit=1')).headers.get('etag')!;
  await seed(gateway, { filing: listedFiling('20000002'), transactions: [parsedRow(1)] });
  const after = await ask('trades?limit=1', knowing(before));
  expect(after.status).toBe(200);
  expect(after.headers.get('etag')).not.toBe(before);
});

it('has no ETag for a problem, nor for an answer that changes something', async () => {
  const refused = await ask('trades?limit=0', knowing('*'));
  expect({ status: refused.status, etag: refused.headers.get('etag') }).toEqual({ status: 400, etag: null });
  const post = await gateway.post('tasks/check/house', {}, { 'if-none-match': '*' });
  expect({ status: post.status, etag: post.headers.get('etag') }).toEqual({ status: 202, etag: null });
});
