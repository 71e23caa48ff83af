import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSample, type Sample } from '../test/sample-filings.js';
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

it('stores bytes once, and brings date, address and validators up to date', async () => {
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

it('gives the last of several documents of one address', async () => {
  const url = 'https://clerk.test/index.zip';
  await documents.save(fetched('newer', url, 9));
  await documents.save(fetched('older', url, 8));
  expect((await documents.latest(url))?.bytes.toString()).toBe('newer');
});

it('survives two fetches of the same bytes at the same time', async () => {
  const saves = Array.from({ length: 4 }, () => documents.save(fetched('raced', 'https://clerk.test/r.pdf', 3)));
  expect(new Set(await Promise.all(saves)).size).toBe(1);
});
