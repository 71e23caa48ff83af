import type { Bitmap } from './bitmap.js';
import type { GreyImage } from './grey-image.js';

/** Half the side of the square whose mean a pixel is compared with, as a share of the picture's longer side. */
const NEIGHBOURHOOD = 1 / 80;
/** Ink is this much darker than its neighbourhood. */
const DARKER = 0.85;

/** Parts ink from paper. Scans of one bit keep their pixels; grey ones get a threshold that follows the light. */
export function binarise(image: GreyImage): Bitmap {
  const histogram = histogramOf(image);
  if (isBilevel(histogram)) return binariseAt(image, 128);
  return { width: image.width, height: image.height, ink: belowNeighbours(image, otsu(histogram)) };
}

/** As `binarise`, with one threshold for all: for a scan of one bit that was turned a little. */
export function binariseAt({ width, height, pixels }: GreyImage, threshold: number): Bitmap {
  const ink = new Uint8Array(pixels.length);
  for (let at = 0; at < ink.length; at++) ink[at] = pixels[at]! < threshold ? 1 : 0;
  return { width, height, ink };
}

/** A scan of one bit has no greys. */
export const isBilevel = (histogram: Uint32Array): boolean => histogram.subarray(16, 240).every((count) => count === 0);

/** Ink becomes black. */
export function pictureOf({ width, height, ink }: Bitmap): GreyImage {
  return { width, height, pixels: ink.map((dark) => (dark ? 0 : 255)) };
}

/** How many pixels have each grey. */
export function histogramOf({ pixels }: GreyImage): Uint32Array {
  const histogram = new Uint32Array(256);
  for (let at = 0; at < pixels.length; at++) histogram[pixels[at]!]!++;
  return histogram;
}

/** Otsu's threshold: where the two sides differ most; the middle of the values where they do. */
function otsu(histogram: Uint32Array): number {
  const total = histogram.reduce((sum, count) => sum + count, 0);
  const all = histogram.reduce((sum, count, value) => sum + count * value, 0);
  let [best, first, last, dark, darkSum] = [-1, 127, 127, 0, 0];
  for (let value = 0; value < 255; value++) {
    dark += histogram[value]!;
    darkSum += histogram[value]! * value;
    const light = total - dark;
    if (dark === 0 || light === 0) continue;
    const between = dark * light * (darkSum / dark - (all - darkSum) / light) ** 2;
    if (between > best) [best, first] = [between, value];
    if (between === best) last = value;
  }
  return (first + last) / 2 + 1;
}

/** Near the threshold of the whole picture the neighbourhood decides: pale pencil, and shadows at a fold. */
function belowNeighbours(image: GreyImage, threshold: number): Uint8Array {
  const { width, height, pixels } = image;
  const means = neighbourMeans(image, Math.max(4, Math.round(Math.max(width, height) * NEIGHBOURHOOD)));
  const [always, never] = [threshold * 0.6, (threshold + 255) / 2];
  const ink = new Uint8Array(pixels.length);
  for (let at = 0; at < ink.length; at++) {
    const limit = Math.min(never, Math.max(always, means[at]! * DARKER));
    ink[at] = pixels[at]! < limit ? 1 : 0;
  }
  return ink;
}

/** Mean of the square around each pixel: first along rows, then along columns. */
function neighbourMeans({ width, height, pixels }: GreyImage, radius: number): Float32Array {
  const rows = new Float32Array(pixels.length);
  for (let y = 0; y < height; y++) slide(pixels, rows, { from: y * width, step: 1, length: width, radius });
  const means = new Float32Array(pixels.length);
  for (let x = 0; x < width; x++) slide(rows, means, { from: x, step: width, length: height, radius });
  return means;
}

interface Track {
  from: number;
  step: number;
  length: number;
  radius: number;
}

function slide(source: ArrayLike<number>, target: Float32Array, { from, step, length, radius }: Track): void {
  let sum = 0;
  for (let at = 0; at < Math.min(radius, length); at++) sum += source[from + at * step]!;
  for (let at = 0; at < length; at++) {
    if (at + radius < length) sum += source[from + (at + radius) * step]!;
    if (at - radius - 1 >= 0) sum -= source[from + (at - radius - 1) * step]!;
    const count = Math.min(length - 1, at + radius) - Math.max(0, at - radius) + 1;
    target[from + at * step] = sum / count;
  }
}
