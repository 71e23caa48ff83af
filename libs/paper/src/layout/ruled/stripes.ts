import type { Bitmap } from '../../image/bitmap.js';

/** `level` lines run from left to right, `plumb` ones from top to bottom. */
export type Direction = 'level' | 'plumb';

/** Long enough that no letter fills it, short enough that half a degree of skew moves a line by less than its width. */
export const STRIPE = 32;
/** Thicker ones are blacked-out cells; each edge of these is a line. */
const THICKEST = 12;
/** The share of a stripe that a line fills at least: thin lines of a scan have gaps. */
const FILLED = 0.8;

/** Where a line crosses a stripe of the picture. */
export interface Point {
  /** Number of the stripe, from 0. */
  stripe: number;
  across: number;
  /** Share of the stripe that has ink there. */
  filled: number;
  thickness: number;
}

/** The places across a stripe that are dark from its one end to the other. */
export function pointsOf(bitmap: Bitmap, direction: Direction, stripe: number): Point[] {
  const counts = countInk(bitmap, direction, stripe * STRIPE);
  const length = Math.min(STRIPE, (direction === 'level' ? bitmap.width : bitmap.height) - stripe * STRIPE);
  const points: Point[] = [];
  const add = (across: number, filled: number, thickness: number): number =>
    points.push({ stripe, across, filled: filled / length, thickness });
  for (let across = 0; across < counts.length; across++) {
    if (counts[across]! < FILLED * length) continue;
    const from = across;
    let most = 0;
    for (; across < counts.length && counts[across]! >= FILLED * length; across++)
      most = Math.max(most, counts[across]!);
    // Its last place is that of the neighbour.
    const last = Math.max(from, across - 2);
    if (last - from < THICKEST) add((from + last) / 2, most, last - from + 1);
    else {
      add(from, most, 1);
      add(last, most, 1);
    }
  }
  return points;
}

/** Dark pixels of a stripe by place across it. A pixel counts for its neighbour too: a line may step within a stripe. */
function countInk({ width, height, ink }: Bitmap, direction: Direction, from: number): Uint16Array {
  const counts = new Uint16Array(direction === 'level' ? height : width);
  if (direction === 'level') {
    const to = Math.min(width, from + STRIPE);
    for (let y = 0; y < height; y++) {
      const above = Math.max(0, y - 1) * width;
      let count = 0;
      for (let x = from; x < to; x++) count += ink[y * width + x]! | ink[above + x]!;
      counts[y] = count;
    }
  } else {
    const to = Math.min(height, from + STRIPE);
    for (let y = from; y < to; y++) {
      for (let x = 0; x < width; x++) counts[x]! += ink[y * width + x]! | ink[y * width + Math.max(0, x - 1)]!;
    }
  }
  return counts;
}
