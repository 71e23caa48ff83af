import type { Box, GreyImage } from './grey-image.js';
import type { Rules } from './rules.js';

/** Longer lines tell the angle better; shorter than this share of the sheet, they are letters and boxes. */
const LONG = 1 / 8;

/** How far clockwise the lines of a sheet lean, in degrees: the median of its long lines, each by its length. */
export function skewOf({ horizontal, vertical }: Rules, { width, height }: { width: number; height: number }): number {
  const shortest = Math.max(width, height) * LONG;
  const angles = [
    ...horizontal.map(({ slope, start, end }) => ({ slope, length: end - start })),
    ...vertical.map(({ slope, start, end }) => ({ slope: -slope, length: end - start })),
  ].filter(({ length }) => length >= shortest);
  angles.sort((one, other) => one.slope - other.slope);
  const half = angles.reduce((sum, { length }) => sum + length, 0) / 2;
  let passed = 0;
  for (const { slope, length } of angles) {
    passed += length;
    if (passed >= half) return (Math.atan(slope) * 180) / Math.PI;
  }
  return 0;
}

/** Turns a picture clockwise by a few degrees about its middle; its size stays. Outside the picture is white. */
export function straighten(image: GreyImage, degrees: number): GreyImage {
  const { width, height, pixels } = image;
  const straight = new Uint8Array(pixels.length).fill(255);
  const { cos, sin, across, down } = frameOf(image, degrees);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const fromX = across + cos * (x - across) + sin * (y - down);
      const fromY = down - sin * (x - across) + cos * (y - down);
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
      const at = top * width + left;
      const [one, two, three, four] = [pixels[at]!, pixels[at + 1]!, pixels[at + width]!, pixels[at + width + 1]!];
      if (one === two && three === four && one === three) {
        straight[y * width + x] = one;
        continue;
      }
      const [nextX, nextY] = [fromX - left, fromY - top];
      const upper = one * (1 - nextX) + two * nextX;
      const lower = three * (1 - nextX) + four * nextX;
      straight[y * width + x] = upper * (1 - nextY) + lower * nextY + 0.5;
    }
  }
  return { width, height, pixels: straight };
}

/** The box of the skewed picture that holds a box of the straightened one. */
export function skewBox(box: Box, degrees: number, size: { width: number; height: number }): Box {
  const { cos, sin, across, down } = frameOf(size, degrees);
  const corners = [box.left, box.right].flatMap((x) =>
    [box.top, box.bottom].map((y) => ({
      x: across + cos * (x - 0.5 - across) + sin * (y - 0.5 - down) + 0.5,
      y: down - sin * (x - 0.5 - across) + cos * (y - 0.5 - down) + 0.5,
    })),
  );
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** Middles of the outermost pixels are the ends: a pixel's own middle is a whole number here. */
function frameOf({ width, height }: { width: number; height: number }, degrees: number) {
  const angle = (degrees * Math.PI) / 180;
  return { cos: Math.cos(angle), sin: Math.sin(angle), across: (width - 1) / 2, down: (height - 1) / 2 };
}
