import { crc32, deflateSync } from 'node:zlib';
import type { Browser } from 'playwright';

const COLOURS = 256;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const LOOSE_BITS = 0xf0f0f0;

/** The same picture with a palette, at about half the size: pages have few colours, and many shades at edges of letters. */
export async function smallPng(browser: Browser, png: Buffer): Promise<Buffer> {
  const { width, height, pixels } = await decode(browser, png);
  const palette = commonest(pixels);
  const indexOf = nearestIn(palette);
  const rows = Buffer.alloc((width + 1) * height);
  for (let at = 0; at < pixels.length; at += 1) rows[at + Math.floor(at / width) + 1] = indexOf(pixels[at]!);
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap(channels));
  const parts = [chunk('IHDR', size), chunk('PLTE', colours), chunk('IDAT', deflateSync(rows, { level: 9 }))];
  const small = Buffer.concat([SIGNATURE, ...parts, chunk('IEND', Buffer.alloc(0))]);
  return small.length < png.length ? small : png;
}

/** As 0xRRGGBB, row by row; the browser knows how. */
async function decode(browser: Browser, png: Buffer): Promise<{ width: number; height: number; pixels: Uint32Array }> {
  const page = await browser.newPage();
  const { width, height, base64 } = await page.evaluate<{
    width: number;
    height: number;
    base64: string;
  }>(`(async () => {
    const answer = await fetch('data:image/png;base64,${png.toString('base64')}');
    const image = await createImageBitmap(await answer.blob());
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
    canvas.drawImage(image, 0, 0);
    const { data } = canvas.getImageData(0, 0, image.width, image.height);
    const reader = new FileReader();
    const read = new Promise((done) => (reader.onload = done));
    reader.readAsDataURL(new Blob([data]));
    await read;
    return { width: image.width, height: image.height, base64: reader.result.split(',')[1] };
  })()`);
  await page.close();
  const bytes = Buffer.from(base64, 'base64');
  const pixels = Uint32Array.from({ length: width * height }, (_, at) => bytes.readUIntBE(at * 4, 3));
  return { width, height, pixels };
}

/** Of similar colours the commonest stands for all: first one of each kind, then the next. */
function commonest(pixels: Uint32Array): number[] {
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const sorted = [...counts].toSorted(([, a], [, b]) => b - a).map(([colour]) => colour);
  const kinds = new Map(sorted.toReversed().map((colour) => [colour & LOOSE_BITS, colour]));
  const first = sorted.filter((colour) => kinds.get(colour & LOOSE_BITS) === colour);
  return [...new Set([...sorted.slice(0, COLOURS / 4), ...first, ...sorted])].slice(0, COLOURS);
}

function nearestIn(palette: number[]): (colour: number) => number {
  const known = new Map(palette.map((colour, index) => [colour, index]));
  const points = palette.map(channels);
  return (colour) => {
    const index = known.get(colour) ?? nearest(points, channels(colour));
    known.set(colour, index);
    return index;
  };
}

function nearest(points: number[][], to: number[]): number {
  const distances = points.map((point) => point.reduce((sum, value, at) => sum + (value - to[at]!) ** 2, 0));
  return distances.indexOf(Math.min(...distances));
}

const channels = (colour: number): number[] => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff];

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
