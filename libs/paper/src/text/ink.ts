import type { Bitmap } from '../image/bitmap.js';
import { componentsOf, type Component } from '../image/components.js';
import type { Box, GreyImage } from '../image/grey-image.js';

/** The ink of a part of a picture; its coordinates start at that part's corner. */
export interface Ink {
  width: number;
  height: number;
  blots: Component[];
}

/** Scans are black on white with at most some grey; a pale pencil is still darker than this. */
export const DARKEST_PAPER = 160;

/** @param box lies inside the picture */
export function findInk(image: GreyImage, box: Box): Ink {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const bitmap = { width, height, ink: new Uint8Array(width * height) };
  for (let y = 0; y < height; y++) {
    const start = (box.top + y) * image.width + box.left;
    for (let x = 0; x < width; x++) bitmap.ink[y * width + x] = image.pixels[start + x]! < DARKEST_PAPER ? 1 : 0;
  }
  clearRuleRests(bitmap);
  return { width, height, blots: componentsOf(bitmap) };
}

/** Of the cell's shorter side: how far a line of the form may reach into the cell. */
const DEPTH = 0.12;
const MOST_COLUMNS = 4;
/** Of the cell's width or height: no letters fill that much of a row or column of pixels. */
const [FULL_ROW, FULL_COLUMN] = [0.6, 0.75];

/** A line of the form reaches into the cell only at its border, where it crosses most of the cell. */
function clearRuleRests({ width, height, ink }: Bitmap): void {
  const depth = Math.max(2, Math.round(Math.min(height, width) * DEPTH));
  const clear = (first: number, step: number, count: number, share: number): void => {
    let dark = 0;
    for (let place = 0; place < count; place++) dark += ink[first + place * step]!;
    if (dark < count * share) return;
    for (let place = 0; place < count; place++) ink[first + place * step] = 0;
  };
  for (let inset = 0; inset < depth; inset++) {
    clear(inset * width, 1, width, FULL_ROW);
    clear((height - 1 - inset) * width, 1, width, FULL_ROW);
  }
  for (let inset = 0; inset < Math.min(depth, MOST_COLUMNS); inset++) {
    clear(inset, width, height, FULL_COLUMN);
    clear(width - 1 - inset, width, height, FULL_COLUMN);
  }
}
