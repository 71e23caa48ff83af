import { encode } from 'fast-png';
import PdfDocument from 'pdfkit';
import { PAPER_TIMES } from '#rotunda/scraping';
import { afterEach, describe, expect, it } from 'vitest';
import { scannedFiling } from '../scanned-filing.js';
import { ScanPool } from './scan-pool.js';

let pool: ScanPool | undefined;
afterEach(() => pool?.close());

const plain = (light: number, width = 64, height = 80): Buffer =>
  Buffer.from(encode({ width, height, data: new Uint8Array(width * height).fill(light), channels: 1 }));

const noise = (): Buffer => {
  const data = Uint8Array.from({ length: 300 * 400 }, (_, at) => (at * at * 31 + at * 7) % 256);
  return Buffer.from(encode({ width: 300, height: 400, data, channels: 1 }));
};

async function scan(pictures: readonly Buffer[]): Promise<Buffer> {
  const document = new PdfDocument({ autoFirstPage: false });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.on('end', resolve));
  for (const picture of pictures) document.addPage().image(picture, 0, 0, { width: 612, height: 792 });
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

/** A scan that says that its picture is huge: a few bytes that would fill memory. */
async function bomb(): Promise<Buffer> {
  const pdf = (await scan([plain(0)])).toString('latin1');
  return Buffer.from(pdf.replace('/Width 64', '/Width 90000').replace('/Height 80', '/Height 90000'), 'latin1');
}

const known = (sheets: number) =>
  scannedFiling(
    { externalId: null, sheets: Array.from({ length: sheets }, (_, i) => ({ url: null, sheet: i + 1 })) },
    null,
  );

const sheetNotRead = (page: number) => ({ code: 'sheet_not_read', params: { page } });
const NO_ROWS = { code: 'no_rows_on_sheets', params: {} };

describe('a scan that is no form', () => {
  it('has no rows and waits for a person: black, white, noise, a huge picture', async () => {
    pool = new ScanPool();
    const pictures = [plain(0), plain(255), noise()];
    const pages: number[] = [];
    const filing = await pool.read(await scan(pictures), known(3), { onSheet: (page) => pages.push(page) });
    expect(filing).toMatchObject({ format: 'paper', transactions: [], paper: { class: 'unknown', waiting: [] } });
    expect(filing.reviewReasons).toEqual([sheetNotRead(1), sheetNotRead(2), sheetNotRead(3), NO_ROWS]);
    expect(pages).toEqual([1, 2, 3]);
    expect(filing.paper!.sheets.map(({ picture }) => Buffer.from(picture!.subarray(1, 4)).toString())).toEqual(
      pictures.map(() => 'PNG'),
    );
    const huge = await pool.read(await bomb(), known(1));
    expect(huge).toMatchObject({ transactions: [], paper: { waiting: [] }, reviewReasons: [sheetNotRead(1), NO_ROWS] });
  });

  it('keeps what was read when the time is over, and says where it ended', async () => {
    pool = new ScanPool({ ...PAPER_TIMES, startMs: 0, sheetMs: 0 });
    const cut = await pool.read(await scan([plain(255), plain(255)]), known(2));
    expect(cut.reviewReasons).toContainEqual({ code: 'reading_cut_off', params: { page: 1 } });
    expect(cut).toMatchObject({ transactions: [], paper: { sheets: [], waiting: [] } });
  });
});
