import { type Bitmap, clip } from '../../image/bitmap.js';
import type { Box } from '../../image/grey-image.js';

/** Left edges of the digits of a date such as 02/05/20, in digits: a slash is half as wide. */
const DIGITS = [0, 1, 2.5, 3.5, 5, 6];
const WIDTH = 7;
const SAMPLES = { across: 10, down: 16 };

/**
 * How much the last digit of a printed date is like its zeros, from -1 to 1: of 02/05/20 and 02/05/24, the first has
 * 0.5 and more, the second 0.1 at most. Letters of any print compare well with each other. Null: there is no date.
 */
export function lastDigitIsZero(bitmap: Bitmap, cell: Box): number | null {
  const text = inkBox(bitmap, cell);
  const digit = (text.right - text.left) / WIDTH;
  if (digit < 4) return null;
  const shapes = DIGITS.map((at) => shapeOf(bitmap, { ...text, left: text.left + at * digit }, digit));
  const last = shapes[5]!;
  return (likeness(last, shapes[0]!) + likeness(last, shapes[2]!)) / 2;
}

/** Around all ink of a cell. */
function inkBox({ ink, width, height }: Bitmap, cell: Box): Box {
  const { left, top, right, bottom } = clip(cell, { width, height });
  const box = { left: right, top: bottom, right: left, bottom: top };
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      if (ink[y * width + x] === 0) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x + 1);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y + 1);
    }
  }
  return box;
}

function shapeOf({ ink, width }: Bitmap, { left, top, bottom }: Box, digit: number): number[] {
  return Array.from({ length: SAMPLES.across * SAMPLES.down }, (_, sample) => {
    const x = left + (digit * ((sample % SAMPLES.across) + 0.5)) / SAMPLES.across;
    const y = top + ((bottom - top) * (Math.floor(sample / SAMPLES.across) + 0.5)) / SAMPLES.down;
    return ink[Math.floor(y) * width + Math.floor(x)] ?? 0;
  });
}

/** Correlation of two shapes. */
function likeness(one: readonly number[], other: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [oneMean, otherMean] = [mean(one), mean(other)];
  let [both, first, second] = [0, 0, 0];
  for (const [index, value] of one.entries()) {
    const [from, to] = [value - oneMean, other[index]! - otherMean];
    both += from * to;
    first += from * from;
    second += to * to;
  }
  return both / Math.sqrt(first * second || 1);
}
