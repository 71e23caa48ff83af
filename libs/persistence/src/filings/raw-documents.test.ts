import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSample, type Sample } from '../../test/sample-filings.js';
import { RawDocuments } from './raw-documents.js';

let sample: Sample;
let documents: RawDocuments;

beforeAll(async () => {
  sample = await openSample();
  documents = new RawDocuments(sample.dataSource);
});
afterAll(() => sample.close());

const fetched = (text: string, url: string, day: number) => ({
  url,
  mediaType: 'application/pdf',
  bytes: Buffer.from(text),
  fetchedAt: new Date(Date.UTC(2025, 2, day)),
  etag: `"v${day}"`,
  lastModified: null,
});

it('keeps the bytes as they came, under their sha256', async () => {
  const sha256 = await documents.save(fetched('%PDF \0\xff', 'https://clerk.test/a.pdf', 1));
  expect(sha256).toBe(createHash('sha256').update('%PDF \0\xff').digest('hex'));
  expect(await documents.find(sha256)).toMatchObject({ byteLength: 8, bytes: Buffer.from('%PDF \0\xff') });
  expect(await documents.find('0'.repeat(64))).toBeNull();
});

it('stores bytes once, and updates date, URL and validators', async () => {
  const first = await documents.save(fetched('same', 'https://clerk.test/old.pdf', 1));
  const again = await documents.save(fetched('same', 'https://clerk.test/new.pdf', 2));
  expect(again).toBe(first);
  expect(await documents.latest('https://clerk.test/new.pdf')).toMatchObject({
    sha256: first,
    etag: '"v2"',
    fetchedAt: new Date('2025-03-02T00:00:00Z'),
  });
  expect(await documents.latest('https://clerk.test/old.pdf')).toBeNull();
});

it('returns the newest of several documents of one URL', async () => {
  const url = 'https://clerk.test/index.zip';
  await documents.save(fetched('newer', url, 9));
  await documents.save(fetched('older', url, 8));
  expect((await documents.latest(url))?.bytes.toString()).toBe('newer');
});

it('survives two fetches of the same bytes at the same time', async () => {
  const saves = Array.from({ length: 4 }, () => documents.save(fetched('raced', 'https://clerk.test/r.pdf', 3)));
  expect(new Set(await Promise.all(saves)).size).toBe(1);
});

describe('what a site showed when a task failed', () => {
  const url = 'https://clerk.test/2026FD.zip';
  const evidence = (text: string) => ({ url, mediaType: 'application/zip', bytes: Buffer.from(text) });
  const day = (n: number) => new Date(Date.UTC(2025, 2, n));

  it('is archived, but is not a version of a document', async () => {
    await documents.save(fetched('the index', url, 1));
    const sha256 = await documents.saveEvidence(evidence('a broken index'), day(2));
    expect(await documents.find(sha256)).toMatchObject({ url, bytes: Buffer.from('a broken index'), isEvidence: true });
    expect((await documents.latest(url))?.bytes.toString()).toBe('the index');
  });

  it('does not change a document with the same bytes, and becomes a document when it is served as one', async () => {
    await documents.save(fetched('served', url, 3));
    const sha256 = await documents.saveEvidence({ ...evidence('served'), url: 'https://clerk.test/other' }, day(9));
    expect(await documents.find(sha256)).toMatchObject({ url, fetchedAt: day(3), etag: '"v3"', isEvidence: false });
    await documents.saveEvidence(evidence('mended'), day(4));
    await documents.save(fetched('mended', url, 5));
    expect(await documents.latest(url)).toMatchObject({ bytes: Buffer.from('mended'), isEvidence: false });
  });

  it('is deleted after a while, documents never', async () => {
    await documents.saveEvidence(evidence('old'), day(6));
    await documents.saveEvidence(evidence('seen again'), day(6));
    const again = await documents.saveEvidence(evidence('seen again'), day(8));
    const document = await documents.save(fetched('a document', url, 6));
    expect(await documents.deleteEvidenceBefore(day(7))).toBeGreaterThanOrEqual(1);
    const [{ evidence: left }] = (await sample.dataSource.query(
      'SELECT count(*)::integer AS evidence FROM raw_documents WHERE is_evidence',
    )) as [{ evidence: number }];
    expect(left).toBe(1);
    expect(await documents.find(again)).not.toBeNull();
    expect(await documents.find(document)).not.toBeNull();
  });
});
