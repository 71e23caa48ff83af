import { Bitmap } from '../../scan/bitmap.js';
import { randomNumbers } from '../../scan/random-numbers.js';

/** 100 dots per inch on US Letter. */
const DOTS = { width: 850, height: 1100 };
const TABLE = { left: 60, right: 790, top: 300, bottom: 1000, rowHeight: 50 };
const COLUMN_EDGES = [60, 110, 400, 470, 560, 650, 790];
/** The pen strokes of a "word", in dots. */
const WORD_DOTS = 60;

/** A form that nobody knows, with pen strokes that are not writing: nobody can read a trade from it. */
export function drawPenStrokes(seed: string): Bitmap {
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
