import { GifWriter } from 'omggif';
import { describe, expect, it } from 'vitest';
import { UnreadableDocumentError } from '#rotunda/domain';
import { readGif } from './gif-picture.js';

/** A GIF of 4 × 2 pixels: black, white, red, and one that is transparent; the second row is white. */
function gif({ frames = 1 } = {}): Buffer {
  const bytes = Buffer.alloc(2_000);
  const writer = new GifWriter(bytes, 4, 2, { palette: [0x000000, 0xffffff, 0xff0000, 0x00ff00] });
  for (let frame = 0; frame < frames; frame += 1) {
    writer.addFrame(0, 0, 4, 2, [0, 1, 2, 3, 1, 1, 1, 1], { transparent: 3 });
  }
  return bytes.subarray(0, writer.end());
}

/** The same GIF with another size in its header and its picture's. */
function sized(width: number, height: number): Buffer {
  const bytes = gif();
  const picture = bytes.indexOf(Buffer.from([0x2c, 0, 0, 0, 0, 4, 0, 2, 0]));
  for (const at of [6, picture + 5]) {
    bytes.writeUInt16LE(width, at);
    bytes.writeUInt16LE(height, at + 2);
  }
  return bytes;
}

describe('readGif', () => {
  it('gives the lightness of each pixel; what is transparent is white', () => {
    expect(readGif(gif())).toEqual({
      width: 4,
      height: 2,
      pixels: Uint8Array.from([0, 255, 76, 255, 255, 255, 255, 255]),
    });
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'lacks its end'],
    ['another file', Buffer.from('<html></html>;'), 'not a GIF'],
    ['a file that was cut off', gif().subarray(0, -1), 'lacks its end'],
    ['one that was cut off in its picture', Buffer.concat([gif().subarray(0, -4), Buffer.from(';')]), 'not a GIF'],
    ['an animation', gif({ frames: 2 }), '2 pictures'],
    ['fewer pixels than its size', sized(40, 20), 'shorter than expected'],
    ['a huge picture', sized(65_535, 65_535), '24000000 are allowed'],
    ['no pixels at all', sized(0, 0), 'damaged'],
  ])('refuses %s', (_what, bytes, reason) => {
    expect(() => readGif(bytes)).toThrow(UnreadableDocumentError);
    expect(() => readGif(bytes)).toThrow(reason);
  });
});
