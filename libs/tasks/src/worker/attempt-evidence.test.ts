import { describe, expect, it } from 'vitest';
import { boundedEvidence } from './attempt-evidence.js';

const URL = 'https://site.test/page';
const headersOf = (headers: Record<string, string>) => boundedEvidence({ url: URL, status: 503, headers }).headers;

describe('the evidence of an attempt', () => {
  it('keeps the answer, but no credentials', () => {
    const evidence = { url: URL, status: 403, headers: { server: 'nginx', 'x-cookie-policy': 'none' } };
    const secrets = {
      'Set-Cookie': 'csrftoken=1',
      cookie: 'a=b',
      Authorization: 'Bearer x',
      'proxy-authorization': 'y',
    };
    expect(boundedEvidence({ ...evidence, headers: { ...secrets, ...evidence.headers }, page_sha256: 'ab' })).toEqual({
      ...evidence,
      page_sha256: 'ab',
    });
  });

  it('cuts long values, and omits headers beyond 8 KiB in total', () => {
    expect(headersOf({ report: 'x'.repeat(5_000) })['report']).toHaveLength(1_024);
    const many = headersOf(Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`h${i}`, 'x'.repeat(1_000)])));
    expect(Object.keys(many)).toHaveLength(8);
  });

  it('cuts a long URL', () => {
    const { url } = boundedEvidence({ url: `${URL}?${'q'.repeat(9_000)}`, status: null, headers: {} });
    expect(url).toHaveLength(2_048);
  });
});
