import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { type HouseSite, startHouseSite } from './house-site.js';

const FIXTURES = process.env['ROTUNDA_FIXTURES'] ?? resolve(import.meta.dirname, '../../../../../shared/fixtures');
const hasFixtures = existsSync(resolve(FIXTURES, 'house/listing.tsv'));
if (!hasFixtures) console.warn(`Skipped: no House documents in ${FIXTURES} (set ROTUNDA_FIXTURES to their folder)`);

let site: HouseSite;
afterEach(() => site.stop());

async function membersOf(year: number): Promise<{ docId: string; filingType: string }[]> {
  const response = await fetch(`${site.url}/public_disc/financial-pdfs/${year}FD.zip`);
  const xml = strFromU8(unzipSync(new Uint8Array(await response.arrayBuffer()))[`${year}FD.xml`]!);
  return [...xml.matchAll(/<FilingType>(\w)<[\s\S]*?<DocID>(\d+)</g)].map(([, filingType, docId]) => ({
    filingType: filingType!,
    docId: docId!,
  }));
}

describe.skipIf(!hasFixtures)('the House stand-in over a folder of real documents', () => {
  it('lists its 381 filings and serves its 355 PTRs', async () => {
    site = await startHouseSite({ documents: FIXTURES });
    expect(site.window).toEqual({ start: '2015-03-26', end: '2026-06-12' });
    expect(site.filings).toBe(355);
    let listed = 0;
    const unserved: string[] = [];
    let ptrs = 0;
    for (let year = 2008; year <= 2026; year += 1) {
      const members = await membersOf(year);
      listed += members.length;
      for (const { docId } of members.filter(({ filingType }) => filingType === 'P')) {
        const response = await fetch(`${site.url}/public_disc/ptr-pdfs/${year}/${docId}.pdf`);
        const body = new Uint8Array(await response.arrayBuffer());
        if (response.status === 200 && strFromU8(body.subarray(0, 5)) === '%PDF-') ptrs += 1;
        else unserved.push(docId);
      }
    }
    expect(unserved).toEqual([]);
    expect([listed, ptrs]).toEqual([381, 355]);
  });

  it('serves other forms at their own path, and writes names with quotes as the Clerk does', async () => {
    site = await startHouseSite({ documents: FIXTURES });
    expect((await fetch(`${site.url}/public_disc/financial-pdfs/2015/10013294.pdf`)).status).toBe(200);
    const response = await fetch(`${site.url}/public_disc/financial-pdfs/2021FD.zip`);
    const tsv = strFromU8(unzipSync(new Uint8Array(await response.arrayBuffer()))['2021FD.txt']!);
    expect(tsv).toContain('Hon.\tFleischmann\tCharles J. "Chuck"\t\tP\tTN03\t2021\t3/3/2021\t8217884\r\n');
  });

  it('serves the real indexes with `real`, and 404 for years and documents that the folder lacks', async () => {
    site = await startHouseSite({ documents: FIXTURES, index: 'real' });
    const members = await membersOf(2025);
    expect(members.length).toBeGreaterThan(1_500);
    const served = members.filter(({ docId }) => docId === '20018054');
    expect(served).toHaveLength(1);
    expect((await fetch(`${site.url}/public_disc/ptr-pdfs/2025/20018054.pdf`)).status).toBe(200);
    expect((await fetch(`${site.url}/public_disc/financial-pdfs/2014FD.zip`)).status).toBe(404);
    expect((await fetch(`${site.url}/public_disc/ptr-pdfs/2013/8214458.pdf`)).status).toBe(404);
  });
});
