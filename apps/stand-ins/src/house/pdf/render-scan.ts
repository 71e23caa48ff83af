import { createHash } from 'node:crypto';
import PDFDocument from 'pdfkit';
import { Bitmap } from './bitmap.js';
import { pdfBytes } from './pdf-bytes.js';

/** 100 dots per inch on US Letter. */
const DOTS = { width: 850, height: 1100 };
const TABLE = { left: 60, right: 790, top: 300, bottom: 1000, rowHeight: 50 };
const COLUMN_EDGES = [60, 110, 400, 470, 560, 650, 790];
/** The pen strokes of a "word", in dots. */
const WORD_DOTS = 60;

/**
 * A paper report as the Clerk scans it: one picture per page, no text, no encryption. The picture is an empty form with
 * pen strokes that are not writing, so nobody can read a trade from it. The same id gives the same bytes.
 */
export function renderScan(docId: string, pages: number): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'LETTER',
    margin: 0,
    pdfVersion: '1.3',
    autoFirstPage: false,
    info: { Producer: 'Rotunda stand-in', CreationDate: new Date(0) },
  });
  return pdfBytes(document, () => {
    for (let page = 1; page <= pages; page += 1) addPicture(document, drawPage(`${docId}/${page}`));
  });
}

function addPicture(document: PDFKit.PDFDocument, { bytes, width, height }: Bitmap): void {
  document.addPage();
  const picture = document.ref({
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    ColorSpace: 'DeviceGray',
    BitsPerComponent: 1,
  });
  picture.end(bytes);
  (document.page.xobjects as Record<string, PDFKit.PDFKitReference>)['Scan'] = picture;
  document.addContent('q 612 0 0 -792 0 792 cm /Scan Do Q');
}

function drawPage(seed: string): Bitmap {
  const page = new Bitmap(DOTS.width, DOTS.height);
  drawForm(page);
  const random = randomNumbers(seed);
  scribble(page, 150, 160, 4, random);
  for (let y = TABLE.top + TABLE.rowHeight * 1.6; y < TABLE.bottom; y += TABLE.rowHeight) {
    // Filers leave the lower part of the table empty.
    if (random() < 0.35) break;
    for (const edge of COLUMN_EDGES.slice(1, -1)) scribble(page, edge + 8, y, edge === 110 ? 4 : 1, random);
  }
  return page;
}

function drawForm(page: Bitmap): void {
  for (let y = TABLE.top; y <= TABLE.bottom; y += TABLE.rowHeight) page.horizontal(TABLE.left, TABLE.right, y);
  for (const x of COLUMN_EDGES) page.vertical(x, TABLE.top, TABLE.bottom);
  for (const y of [170, 220]) page.horizontal(120, 700, y);
}

function scribble(page: Bitmap, left: number, baseline: number, words: number, random: () => number): void {
  let height = 0;
  for (let step = 0; step < words * WORD_DOTS; step += 1) {
    if (step % WORD_DOTS > WORD_DOTS - 12) continue;
    height = Math.max(-12, Math.min(4, height + random() * 9 - 4.5));
    page.press(Math.round(left + step), Math.round(baseline + height));
  }
}

/** Numbers in [0, 1); the same seed gives the same numbers. */
function randomNumbers(seed: string): () => number {
  let block = createHash('sha256').update(seed).digest();
  let offset = 0;
  return () => {
    if (offset === block.length) {
      block = createHash('sha256').update(block).digest();
      offset = 0;
    }
    const value = block.readUInt16BE(offset) / 2 ** 16;
    offset += 2;
    return value;
  };
}
