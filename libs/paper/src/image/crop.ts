import { clip } from './bitmap.js';
import type { Box, GreyImage } from './grey-image.js';

/** The part of a picture inside a box, of at least one pixel each way. */
export function crop(image: GreyImage, box: Box): GreyImage {
  const { left, top, right, bottom } = clip(box, image);
  const [width, height] = [Math.max(1, right - left), Math.max(1, bottom - top)];
  const pixels = new Uint8Array(width * height).fill(255);
  for (let y = top; y < bottom; y++) {
    const from = y * image.width;
    pixels.set(image.pixels.subarray(from + left, from + right), (y - top) * width);
  }
  return { width, height, pixels };
}

/** A picture of another size: the mean of what each pixel covers where it shrinks, blended where it grows. */
export function scale(image: GreyImage, width: number, height: number): GreyImage {
  const across = weightsOf(image.width, width);
  const down = weightsOf(image.height, height);
  const rows = new Float32Array(width * image.height);
  for (let y = 0; y < image.height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (const { from, weight } of across[x]!) sum += image.pixels[y * image.width + from]! * weight;
      rows[y * width + x] = sum;
    }
  }
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (const { from, weight } of down[y]!) sum += rows[from * width + x]! * weight;
      pixels[y * width + x] = Math.round(sum);
    }
  }
  return { width, height, pixels };
}

/** For each new pixel, the old ones that it is made of. */
function weightsOf(before: number, after: number): { from: number; weight: number }[][] {
  const ratio = before / after;
  const reach = Math.max(1, ratio);
  return Array.from({ length: after }, (_, at) => {
    const middle = (at + 0.5) * ratio - 0.5;
    const parts: { from: number; weight: number }[] = [];
    for (let from = Math.ceil(middle - reach); from <= Math.floor(middle + reach); from++) {
      const weight = 1 - Math.abs(from - middle) / reach;
      if (weight > 0) parts.push({ from: Math.min(before - 1, Math.max(0, from)), weight });
    }
    const total = parts.reduce((sum, { weight }) => sum + weight, 0);
    return parts.map(({ from, weight }) => ({ from, weight: weight / total }));
  });
}
