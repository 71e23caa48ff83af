import type { Bitmap } from './bitmap.js';

/** Ink without a gap in the row `at`, from `start` to before `end`. */
export interface Run {
  at: number;
  start: number;
  end: number;
}

/** The runs of ink along rows, from the top left, of at least `shortest` pixels. */
export function runsOf({ width, height, ink }: Bitmap, shortest = 1): Run[] {
  const runs: Run[] = [];
  // Paper is passed four pixels at a time: most of a sheet is.
  const quads = ink.byteOffset % 4 === 0 ? new Uint32Array(ink.buffer, ink.byteOffset, ink.length >> 2) : null;
  for (let at = 0; at < height; at++) {
    const last = (at + 1) * width;
    for (let position = at * width; position < last;) {
      if (ink[position] === 0) {
        position += quads !== null && position % 4 === 0 && quads[position >> 2] === 0 ? 4 : 1;
        continue;
      }
      const first = position;
      while (position < last && ink[position] !== 0) position++;
      if (position - first >= shortest) runs.push({ at, start: first - at * width, end: position - at * width });
    }
  }
  return runs;
}
