import { createHash } from 'node:crypto';
import { Bitmap } from '../../scan/bitmap.js';
import { gifFile } from './gif-file.js';

/** 100 dots per inch on US Letter, as the Senate scans. */
const DOTS = { width: 850, height: 1100 };
const TABLE = { left: 60, right: 790, top: 250, bottom: 1000, rowHeight: 50 };
const COLUMN_EDGES = [60, 330, 400, 470, 560, 790];
const WORD_DOTS = 45;

/**
 * A page of a paper report: an empty table with pen strokes that are not writing, so nobody can read a trade from it.
 * The same seed gives the same bytes.
 */
export function drawScannedPage(seed: string): Buffer {
  const page = new Bitmap(DOTS.width, DOTS.height);
  for (let y = TABLE.top; y <= TABLE.bottom; y += TABLE.rowHeight) page.horizontal(TABLE.left, TABLE.right, y);
  for (const x of COLUMN_EDGES) page.vertical(x, TABLE.top, TABLE.bottom);
  const strokes = createHash('sha512').update(seed).digest();
  drawStrokes(page, 120, 150, 4, strokes);
  const rows = 2 + (strokes[0]! % 10);
  for (let row = 0; row < rows; row += 1) {
    const baseline = TABLE.top + TABLE.rowHeight * (row + 0.7);
    for (const [column, left] of COLUMN_EDGES.slice(0, -1).entries()) {
      drawStrokes(page, left + 10, baseline, column === 0 ? 4 : 1, strokes.subarray(row + column));
    }
  }
  return gifFile(page);
}

function drawStrokes(page: Bitmap, left: number, baseline: number, words: number, strokes: Buffer): void {
  for (let step = 0; step < words * WORD_DOTS; step += 1) {
    if (step % WORD_DOTS > WORD_DOTS - 10) continue;
    const swing = strokes[(step >> 3) % strokes.length]! % 12;
    page.press(left + step, Math.round(baseline - swing * Math.abs(Math.sin(step / 4))));
  }
}
