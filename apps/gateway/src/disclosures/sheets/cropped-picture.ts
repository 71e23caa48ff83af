import { decode, type DecodedPng, encode } from 'fast-png';
import { LRUCache } from 'lru-cache';
import type { PictureBox } from '#rotunda/domain';

/** A reviewer looks at a hundred cells of a sheet, one after the other: it is decoded once. */
const KEPT = 4;

/** The last sheets that were looked at, decoded. */
export class DecodedSheets {
  private readonly kept = new LRUCache<string, DecodedPng, Uint8Array>({
    max: KEPT,
    memoMethod: (_sha256, _stale, { context: png }) => decode(png),
  });

  of(sha256: string, png: Uint8Array): DecodedPng {
    return this.kept.memo(sha256, { context: png });
  }
}

/** The part of the picture that is in the box, as a grey PNG; null where nothing is. Pictures are bilevel or grey. */
export function crop(picture: DecodedPng, [left, top, right, bottom]: PictureBox): Uint8Array | null {
  const [x, y] = [Math.max(0, left), Math.max(0, top)];
  const [width, height] = [Math.min(right, picture.width) - x, Math.min(bottom, picture.height) - y];
  if (width <= 0 || height <= 0) return null;
  const data = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      data[row * width + column] = greyAt(picture, x + column, y + row);
    }
  }
  return encode({ width, height, data, depth: 8, channels: 1 });
}

/** 0 to 255. Below eight bits, each row of a PNG begins at a byte. */
function greyAt({ data, width, depth, channels }: DecodedPng, x: number, y: number): number {
  if (depth >= 8) return data[(y * width + x) * channels]!;
  const bit = x * depth;
  const byte = data[y * Math.ceil((width * depth) / 8) + (bit >> 3)]!;
  const most = (1 << depth) - 1;
  return (((byte >> (8 - depth - (bit & 7))) & most) * 255) / most;
}
