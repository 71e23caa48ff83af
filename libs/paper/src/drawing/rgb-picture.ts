import { clip } from '../image/bitmap.js';
import type { Box, GreyImage } from '../image/grey-image.js';

/** Row by row from the top left; three bytes a pixel. */
export interface RgbPicture {
  width: number;
  height: number;
  pixels: Uint8Array;
}

export type Colour = readonly [red: number, green: number, blue: number];

export function rgbOf({ width, height, pixels }: GreyImage): RgbPicture {
  const rgb = new Uint8Array(pixels.length * 3);
  for (let at = 0; at < pixels.length; at++) rgb.fill(pixels[at]!, at * 3, at * 3 + 3);
  return { width, height, pixels: rgb };
}

/** Colours a box's paper; its ink stays black. */
export function tint(picture: RgbPicture, box: Box, colour: Colour): void {
  const { left, top, right, bottom } = clip(box, picture);
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const at = (y * picture.width + x) * 3;
      for (let part = 0; part < 3; part++) picture.pixels[at + part]! *= colour[part]! / 255;
    }
  }
}

/** Draws a box's edge, on its inside. */
export function outline(picture: RgbPicture, box: Box, colour: Colour, thickness: number): void {
  const { left, top, right, bottom } = clip(box, picture);
  const [insideX, insideY] = [Math.min(right, left + thickness), Math.min(bottom, top + thickness)];
  paint(picture, { left, top, right, bottom: insideY }, colour);
  paint(picture, { left, top: Math.max(top, bottom - thickness), right, bottom }, colour);
  paint(picture, { left, top, right: insideX, bottom }, colour);
  paint(picture, { left: Math.max(left, right - thickness), top, right, bottom }, colour);
}

function paint(picture: RgbPicture, { left, top, right, bottom }: Box, colour: Colour): void {
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) picture.pixels.set(colour, (y * picture.width + x) * 3);
  }
}
