import { type Bitmap, transpose } from '../../image/bitmap.js';
import { componentsOf } from '../../image/components.js';
import { runsOf } from '../../image/runs.js';

/**
 * The ink of letters and marks: without the lines of tables and tick boxes, streaks of the scanner, and specks. A mark's
 * strokes lean, so that their runs along rows and columns are short.
 *
 * @param longest runs of more pixels are lines
 */
export function penInk(bitmap: Bitmap, longest: number): Bitmap {
  const ink = bitmap.ink.slice();
  const { width, height } = bitmap;
  for (const { at, start, end } of runsOf(bitmap, longest)) {
    for (let y = Math.max(0, at - 1); y <= Math.min(height - 1, at + 1); y++)
      ink.fill(0, y * width + start, y * width + end);
  }
  for (const { at, start, end } of runsOf(transpose(bitmap), longest)) {
    for (let y = start; y < end; y++) ink.fill(0, y * width + Math.max(0, at - 1), y * width + Math.min(width, at + 2));
  }
  return withoutDashes({ width, height, ink }, longest);
}

/** Specks, and the dashes that a broken line or streak leaves: flat, unlike any letter or mark. */
function withoutDashes(bitmap: Bitmap, longest: number): Bitmap {
  const { ink, width } = bitmap;
  for (const { box, ink: amount, runs } of componentsOf(bitmap)) {
    const isFlat = box.bottom - box.top <= longest / 4 && box.right - box.left > 2 * (box.bottom - box.top);
    if (amount > longest / 2 && !isFlat) continue;
    for (const { at, start, end } of runs) ink.fill(0, at * width + start, at * width + end);
  }
  return bitmap;
}
