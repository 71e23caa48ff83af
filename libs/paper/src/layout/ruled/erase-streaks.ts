import type { Bitmap } from '../../image/bitmap.js';
import type { TracedLine } from './traced-line.js';

/** Lines that a scanner's dirt drew. */
export interface Streaks {
  level: TracedLine[];
  plumb: TracedLine[];
}

/** A streak's edge may be frayed by this many pixels. */
const FRAY = 1;

/** Takes streaks out, so that they do not count as ink of the cells that they cross. */
export function eraseStreaks(bitmap: Bitmap, { level, plumb }: Streaks): Bitmap {
  if (level.length + plumb.length === 0) return bitmap;
  const { width, height } = bitmap;
  const ink = bitmap.ink.slice();
  for (const line of level) {
    for (let x = line.from; x < line.to; x++) {
      for (const y of across(line, x, height)) ink[y * width + x] = 0;
    }
  }
  for (const line of plumb) {
    for (let y = line.from; y < line.to; y++) {
      for (const x of across(line, y, width)) ink[y * width + x] = 0;
    }
  }
  return { width, height, ink };
}

/** The pixels of a line's thickness. */
function across(line: TracedLine, along: number, size: number): number[] {
  const half = (line.thickness - 1) / 2 + FRAY;
  const [first, last] = [Math.round(line.at(along) - half), Math.round(line.at(along) + half)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((at) => at >= 0 && at < size);
}
