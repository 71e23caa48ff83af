import { UnreadableDocumentError } from '#rotunda/domain';
import type { GreyImage } from '#rotunda/paper';
import { GifReader } from 'omggif';

export interface GifLimits {
  maxBytes: number;
  /** Width times height. A sheet of the Senate has 3400 × 4400 = 15 million. */
  maxPixels: number;
}

const MEBIBYTE = 1024 * 1024;
export const GIF_LIMITS: GifLimits = { maxBytes: 32 * MEBIBYTE, maxPixels: 24_000_000 };

/** The last byte of a whole GIF. */
const TRAILER = 0x3b;
/** ITU-R BT.601: how light red, green and blue are. */
const [RED, GREEN, BLUE] = [0.299, 0.587, 0.114];
const BYTES_PER_PIXEL = 4;

/**
 * Decodes a GIF with one picture; transparent pixels are white.
 *
 * @throws UnreadableDocumentError for what is not one whole picture or is over a limit
 */
export function readGif(bytes: Uint8Array, limits: GifLimits = GIF_LIMITS): GreyImage {
  if (bytes.length > limits.maxBytes) {
    throw new UnreadableDocumentError(`The picture has ${bytes.length} bytes, ${limits.maxBytes} are allowed`);
  }
  if (bytes.at(-1) !== TRAILER) throw new UnreadableDocumentError('The picture is not a whole GIF: it lacks its end');
  const gif = opened(bytes);
  const { width, height } = gif;
  refuseSize(gif, limits);
  const pixels = Buffer.alloc(width * height * BYTES_PER_PIXEL);
  decode(gif, pixels);
  return { width, height, pixels: greyOf(pixels) };
}

function opened(bytes: Uint8Array): GifReader {
  try {
    return new GifReader(bytes);
  } catch (error) {
    throw new UnreadableDocumentError('The picture is not a GIF', { cause: error });
  }
}

function refuseSize(gif: GifReader, { maxPixels }: GifLimits): void {
  const { width, height } = gif;
  if (gif.numFrames() !== 1) {
    throw new UnreadableDocumentError(`The GIF has ${gif.numFrames()} pictures; one is expected`);
  }
  const frame = gif.frameInfo(0);
  if (frame.x + frame.width > width || frame.y + frame.height > height || width * height === 0) {
    throw new UnreadableDocumentError('The GIF is damaged: its picture is larger than its screen');
  }
  if (width * height > maxPixels) {
    throw new UnreadableDocumentError(`The GIF has ${width} × ${height} pixels, ${maxPixels} are allowed`);
  }
}

/** The library reports missing or surplus pixels only on the console. */
function decode(gif: GifReader, pixels: Uint8Array): void {
  const { log } = console;
  const warnings: unknown[] = [];
  console.log = (warning) => warnings.push(warning);
  try {
    gif.decodeAndBlitFrameRGBA(0, pixels);
  } catch (error) {
    throw new UnreadableDocumentError('The GIF is damaged', { cause: error });
  } finally {
    console.log = log;
  }
  if (warnings.length > 0) throw new UnreadableDocumentError(`The GIF is damaged: ${warnings.join(' ')}`);
}

function greyOf(pixels: Uint8Array): Uint8Array {
  const grey = new Uint8Array(pixels.length / BYTES_PER_PIXEL);
  for (let at = 0; at < grey.length; at += 1) {
    const begin = at * BYTES_PER_PIXEL;
    const light = pixels[begin]! * RED + pixels[begin + 1]! * GREEN + pixels[begin + 2]! * BLUE;
    grey[at] = pixels[begin + 3] === 0 ? 255 : Math.round(light);
  }
  return grey;
}
