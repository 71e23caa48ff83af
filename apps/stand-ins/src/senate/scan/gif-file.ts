import type { Bitmap } from '../../scan/bitmap.js';

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
    inSubBlocks(compressed(bitmap)),
    Buffer.from([0x3b]),
  ]);
}

/** The LZW codes of the dots, lowest bit first. The table is reset when its codes have 12 bits. */
function compressed(bitmap: Bitmap): Buffer {
  const codes = new CodeWriter();
  // The code of a known sequence and the dot after it; 0 where that is not known yet.
  const table = new Uint16Array(2 << LONGEST_CODE_BITS);
  let [bits, next] = [COLOUR_BITS + 1, END + 1];
  let prefix = -1;
  codes.write(CLEAR, bits);
  for (let y = 0; y < bitmap.height; y += 1) {
    for (let x = 0; x < bitmap.width; x += 1) {
      const dot = bitmap.isBlack(x, y) ? 0 : 1;
      const known = prefix < 0 ? dot : table[prefix * 2 + dot]!;
      if (known > 0 || prefix < 0) {
        prefix = known;
        continue;
      }
      codes.write(prefix, bits);
      table[prefix * 2 + dot] = next;
      if (next === 1 << bits) bits += 1;
      next += 1;
      if (next === 1 << LONGEST_CODE_BITS) {
        codes.write(CLEAR, bits);
        table.fill(0);
        [bits, next] = [COLOUR_BITS + 1, END + 1];
      }
      prefix = dot;
    }
  }
  codes.write(prefix, bits);
  codes.write(END, bits);
  return codes.bytes();
}

class CodeWriter {
  private readonly written: number[] = [];
  private pending = 0;
  private pendingBits = 0;

  write(code: number, bits: number): void {
    this.pending |= code << this.pendingBits;
    this.pendingBits += bits;
    for (; this.pendingBits >= 8; this.pendingBits -= 8) {
      this.written.push(this.pending & 0xff);
      this.pending >>= 8;
    }
  }

  bytes(): Buffer {
    return Buffer.from(this.pendingBits > 0 ? [...this.written, this.pending & 0xff] : this.written);
  }
}

function inSubBlocks(data: Buffer): Buffer {
  const blocks: Buffer[] = [];
  for (let start = 0; start < data.length; start += 255) {
    const block = data.subarray(start, start + 255);
    blocks.push(Buffer.of(block.length), block);
  }
  return Buffer.concat([...blocks, Buffer.of(0)]);
}
