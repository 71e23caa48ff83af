import type { Bitmap } from '../../house/pdf/bitmap.js';

const BLACK_AND_WHITE = [0, 0, 0, 0xff, 0xff, 0xff];
/** GIF's minimum: two colours are coded like four. */
const COLOUR_BITS = 2;
const CLEAR = 1 << COLOUR_BITS;
const END = CLEAR + 1;
const LONGEST_CODE_BITS = 12;

/** A GIF89a of one black-and-white picture, compressed by LZW. */
export function gifFile(bitmap: Bitmap): Buffer {
  const { width, height } = bitmap;
  const size = [width & 0xff, width >> 8, height & 0xff, height >> 8];
  return Buffer.concat([
    Buffer.from('GIF89a'),
    // A colour table of two entries, no transparency, square dots.
    Buffer.from([...size, 0x80, 0, 0, ...BLACK_AND_WHITE]),
    Buffer.from([0x2c, 0, 0, 0, 0, ...size, 0, COLOUR_BITS]),
    inSubBlocks(packed(codesOf(dotsOf(bitmap)))),
    Buffer.from([0x3b]),
  ]);
}

function* dotsOf({ bytes, width, height }: Bitmap): Generator<number> {
  const bytesPerLine = Math.ceil(width / 8);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) yield (bytes[y * bytesPerLine + (x >> 3)]! >> (7 - (x & 7))) & 1;
  }
}

/** The LZW codes of the dots, each with its length in bits. The table is reset when its codes have 12 bits. */
function* codesOf(dots: Iterable<number>): Generator<[code: number, bits: number]> {
  let bits = COLOUR_BITS + 1;
  let table = new Map<number, number>();
  let next = END + 1;
  let prefix: number | null = null;
  yield [CLEAR, bits];
  for (const dot of dots) {
    const known: number | undefined = prefix === null ? dot : table.get(prefix * 2 + dot);
    if (known !== undefined) {
      prefix = known;
      continue;
    }
    yield [prefix!, bits];
    table.set(prefix! * 2 + dot, next);
    if (next === 1 << bits) bits += 1;
    next += 1;
    if (next === 1 << LONGEST_CODE_BITS) {
      yield [CLEAR, bits];
      [bits, table, next] = [COLOUR_BITS + 1, new Map(), END + 1];
    }
    prefix = dot;
  }
  if (prefix !== null) yield [prefix, bits];
  yield [END, bits];
}

/** Concatenates the codes, lowest bit first. */
function packed(codes: Iterable<[code: number, bits: number]>): Buffer {
  const bytes: number[] = [];
  let pending = 0;
  let pendingBits = 0;
  for (const [code, bits] of codes) {
    pending |= code << pendingBits;
    pendingBits += bits;
    for (; pendingBits >= 8; pendingBits -= 8) {
      bytes.push(pending & 0xff);
      pending >>= 8;
    }
  }
  if (pendingBits > 0) bytes.push(pending & 0xff);
  return Buffer.from(bytes);
}

function inSubBlocks(data: Buffer): Buffer {
  const blocks: Buffer[] = [];
  for (let start = 0; start < data.length; start += 255) {
    const block = data.subarray(start, start + 255);
    blocks.push(Buffer.of(block.length), block);
  }
  return Buffer.concat([...blocks, Buffer.of(0)]);
}
