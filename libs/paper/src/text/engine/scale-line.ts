import type { GreyImage } from '../../image/grey-image.js';

/**
 * Fits a line into the model's height; paper becomes 1 and ink -1.
 *
 * Along the line it averages, as narrow strokes would otherwise fall between the pixels of a squeezed line.
 */
export function scaleLine({ width, height, pixels }: GreyImage, toWidth: number, toHeight: number): Float32Array {
  const scaled = new Float32Array(toWidth * toHeight);
  const columns = samplesOf(width, toWidth);
  const rows = samplesOf(height, toHeight);
  for (let y = 0; y < toHeight; y++) {
    for (let x = 0; x < toWidth; x++) {
      let sum = 0;
      for (const [row, rowShare] of rows[y]!) {
        for (const [column, share] of columns[x]!) sum += pixels[row * width + column]! * rowShare * share;
      }
      scaled[y * toWidth + x] = sum / 127.5 - 1;
    }
  }
  return scaled;
}

/** Rounds the stairs of a picture that is only black and white: the model was trained on photographs. */
export function soften({ width, height, pixels }: GreyImage): GreyImage {
  const across = new Uint16Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) {
      const [left, right] = [pixels[row + Math.max(0, x - 1)]!, pixels[row + Math.min(width - 1, x + 1)]!];
      across[row + x] = left + 2 * pixels[row + x]! + right;
    }
  }
  const soft = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const [above, below] = [Math.max(0, y - 1) * width, Math.min(height - 1, y + 1) * width];
    for (let x = 0; x < width; x++) {
      soft[y * width + x] = (across[above + x]! + 2 * across[y * width + x]! + across[below + x]!) >> 4;
    }
  }
  return { width, height, pixels: soft };
}

/** For each place of a scaled side, the places that it comes from and their shares: two neighbours, or all that it covers. */
function samplesOf(from: number, to: number): [place: number, share: number][][] {
  const step = from / to;
  return Array.from({ length: to }, (_, place) =>
    step > 1 ? covered(place * step, step, from) : between(place, step, from),
  );
}

function between(place: number, step: number, from: number): [number, number][] {
  const middle = Math.min(from - 1, Math.max(0, (place + 0.5) * step - 0.5));
  const first = Math.floor(middle);
  const rest = middle - first;
  return rest === 0 ? [[first, 1]] : [[first, 1 - rest], [first + 1, rest]]; // prettier-ignore
}

function covered(start: number, step: number, from: number): [number, number][] {
  const samples: [number, number][] = [];
  for (let place = Math.floor(start); place < Math.min(from, start + step); place++) {
    const share = Math.min(place + 1, start + step) - Math.max(place, start);
    if (share > 0) samples.push([place, share / step]);
  }
  return samples;
}
