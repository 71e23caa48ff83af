import type { GreyImage, RgbPicture } from '#rotunda/paper';
import { encode } from 'fast-png';

const BITS_PER_BYTE = 8;
/** Scans are black and white: of their pixels at most a twentieth is grey, at the edges of turned letters. */
const MOST_GREY = 0.1;
const isGrey = (light: number): boolean => light > 32 && light < 224;
/** Fflate's best gains 3 % and takes twice as long. */
const LEVEL = 6;

/**
 * A PNG of a sheet for a person's eye: black and white where it is nearly so (50 KB a sheet), else 16 greys.
 */
export function sheetPng({ width, height, pixels }: GreyImage): Uint8Array {
  const grey = pixels.reduce((count, light) => count + (isGrey(light) ? 1 : 0), 0);
  const depth = grey > pixels.length * MOST_GREY ? 4 : 1;
  const data = packed({ width, height, pixels }, depth);
  return encode({ width, height, data, depth, channels: 1 }, { zlib: { level: LEVEL } });
}

/** A PNG of a drawing. */
export const colourPng = ({ width, height, pixels }: RgbPicture): Uint8Array =>
  encode({ width, height, data: pixels, channels: 3 });

/** The highest bits of each pixel, side by side; a row begins with a new byte. */
function packed({ width, height, pixels }: GreyImage, depth: 1 | 4): Uint8Array {
  const perByte = BITS_PER_BYTE / depth;
  const rowBytes = Math.ceil(width / perByte);
  const data = new Uint8Array(rowBytes * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const top = pixels[y * width + x]! >> (BITS_PER_BYTE - depth);
      const at = y * rowBytes + Math.floor(x / perByte);
      data[at] = data[at]! | (top << (BITS_PER_BYTE - depth * ((x % perByte) + 1)));
    }
  }
  return data;
}
