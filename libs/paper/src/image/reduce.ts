import type { Box, GreyImage } from './grey-image.js';

/** Longer side of a sheet of about 200 dots an inch, at which most scans come: enough for small print. */
const ENOUGH = 2000;

export interface ReducedImage {
  image: GreyImage;
  /** Pixels of the scan for each of its own, in both directions. */
  factor: number;
}

/** Makes a large scan smaller by a whole factor, so that its reading costs no more than that of others. */
export function reduce(image: GreyImage): ReducedImage {
  const factor = Math.max(1, Math.floor(Math.max(image.width, image.height) / ENOUGH));
  return factor === 1 ? { image, factor } : { image: meansOf(image, factor), factor };
}

/** The box of the scan that a box of its reduced picture came from. */
export const enlargeBox = ({ left, top, right, bottom }: Box, factor: number): Box => ({
  left: left * factor,
  top: top * factor,
  right: right * factor,
  bottom: bottom * factor,
});

/** Squares that reach over the right or lower edge are those of the picture's last rows and columns. */
function meansOf({ width, height, pixels }: GreyImage, factor: number): GreyImage {
  const size = { width: Math.ceil(width / factor), height: Math.ceil(height / factor) };
  const reduced = new Uint8Array(size.width * size.height);
  for (let y = 0; y < size.height; y++) {
    const rows = [y * factor, Math.min(height, (y + 1) * factor)] as const;
    for (let x = 0; x < size.width; x++) {
      const right = Math.min(width, (x + 1) * factor);
      let sum = 0;
      for (let row = rows[0]; row < rows[1]; row++) {
        for (let column = x * factor; column < right; column++) sum += pixels[row * width + column]!;
      }
      reduced[y * size.width + x] = Math.round(sum / ((rows[1] - rows[0]) * (right - x * factor)));
    }
  }
  return { ...size, pixels: reduced };
}
