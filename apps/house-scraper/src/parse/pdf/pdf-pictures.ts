import type { Box, GreyImage } from '#rotunda/paper';
import type { OpenPdf } from './pdf-document.js';
import type { PdfEngine } from './pdf-engine.js';
import { type PlacedImage, readMarks, transform } from './pdf-marks.js';
import { type PageSquare, squareOf } from './page-square.js';

/** A page as it is seen, in the resolution of its picture. */
export interface PagePicture extends GreyImage {
  /** left, bottom, right, top in PDF points of the page, origin bottom left */
  toPoints: (box: Box) => [number, number, number, number];
}

export interface PictureLimits {
  /** A larger picture is not decoded: 100 times 1 MB of black fits into a few bytes of PDF. */
  maxSourcePixels: number;
  /** A finer page is made smaller. A letter page of 300 dpi has 8.4 million. */
  maxPixels: number;
}

export const PICTURE_LIMITS: PictureLimits = { maxSourcePixels: 100_000_000, maxPixels: 12_000_000 };

/** Of a page without a picture. */
const DPI = 200;
const POINTS_PER_INCH = 72;
const GREY = 1;
/** Flag of PDFium: FPDF_GRAYSCALE. */
const AS_GREY = 0x08;
const WHITE = 0xffffffff;
/**
 * A picture that is a hundred thousandth of a pixel too wide is drawn a pixel wider, and all of its pixels are blurred.
 * In pixels, at each of its edges.
 */
const SLACK = 0.01;
/** Of a page with more strips, the others come out slightly blurred. */
const MAX_LAYERS = 100;

/**
 * Draws a page, turned as it says itself (/Rotate). Where one picture covers it, as in all scans seen, its own pixels
 * come out unchanged; strips, masks and margins are drawn at the scale of the largest picture.
 *
 * @returns null where a picture is over the limit or takes too much memory
 */
export function drawPage({ engine, withPage }: OpenPdf, index: number, limits = PICTURE_LIMITS): PagePicture | null {
  return withPage(index, (page) => {
    const images = readMarks(engine, page).images.map((image) => ({ ...image, ...sizeOf(engine, image) }));
    if (images.some(({ width, height }) => width * height > limits.maxSourcePixels)) return null;
    const square = squareOf(engine, page);
    const frame = frameOf(square, images, limits.maxPixels);
    const image = draw(engine, page, frame);
    if (!image) return null;
    return { ...image, toPoints: (box) => pointsOf(box, square, frame) };
  });
}

interface SizedImage extends PlacedImage {
  width: number;
  height: number;
}

function sizeOf({ pdfium, scratch }: PdfEngine, { object }: PlacedImage): { width: number; height: number } {
  pdfium.FPDFImageObj_GetImagePixelSize(object, scratch, scratch + 4);
  const integers = pdfium.pdfium.HEAP32;
  return { width: integers[scratch >> 2]!, height: integers[(scratch >> 2) + 1]! };
}

/** Where a page is on the drawn picture, in pixels; it may begin and end within a pixel. */
interface Place {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The drawn picture: its size, where the page is, and which of its pictures are drawn for themselves. */
interface Frame {
  width: number;
  height: number;
  page: Place;
  layers: Layer[];
}

interface Layer {
  page: Place;
  clip: Box;
}

function frameOf(square: PageSquare, images: readonly SizedImage[], maxPixels: number): Frame {
  const [largest] = images.toSorted((a, b) => b.area - a.area);
  const placed = largest ? placeOf(square, largest) : { left: 0, top: 0, right: 1, bottom: 1 };
  const [width, height] = largest ? sizeOnPage(square, largest) : [square.width, square.height].map(pixelsOf);
  const across = width! / (placed.right - placed.left);
  const down = height! / (placed.bottom - placed.top);
  const scale = Math.min(1, Math.sqrt(maxPixels / (across * down)));
  const x = along(placed.left, placed.right, Math.round(width! * scale), across * scale);
  const y = along(placed.top, placed.bottom, Math.round(height! * scale), down * scale);
  const page = { left: x.begin, top: y.begin, width: across * scale, height: down * scale };
  const whole = { left: 0, top: 0, right: x.length, bottom: y.length };
  const own = images.map((image) => layerOf(placeOf(square, image), page));
  const layers = own.length === 1 ? [{ page: own[0]!.page, clip: whole }] : [{ page, clip: whole }, ...own];
  return { width: x.length, height: y.length, page, layers: layers.slice(0, MAX_LAYERS) };
}

/** One of a page's pictures, moved by less than a pixel so that it fills whole ones. */
function layerOf(placed: Box, page: Place): Layer {
  const [left, right] = [placed.left, placed.right].map((x) => Math.round(page.left + x * page.width)) as [
    number,
    number,
  ];
  const [top, bottom] = [placed.top, placed.bottom].map((y) => Math.round(page.top + y * page.height)) as [
    number,
    number,
  ];
  const width = (right - left - 2 * SLACK) / (placed.right - placed.left);
  const height = (bottom - top - 2 * SLACK) / (placed.bottom - placed.top);
  const at = { left: left + SLACK - placed.left * width, top: top + SLACK - placed.top * height, width, height };
  return { page: at, clip: { left, top, right, bottom } };
}

const pixelsOf = (points: number): number => (points * DPI) / POINTS_PER_INCH;

/** The picture's first pixel is a whole one. Page beside it is added only by whole pixels. */
function along(from: number, to: number, pixels: number, pageLength: number): { length: number; begin: number } {
  const before = Math.max(0, Math.round(from * pageLength));
  const after = Math.max(0, Math.round((1 - to) * pageLength));
  return { length: Math.max(1, before + pixels + after), begin: before - from * pageLength };
}

function placeOf({ seen }: PageSquare, { matrix }: PlacedImage): Box {
  const corners = [seen(...transform(matrix, 0, 0)), seen(...transform(matrix, 1, 1))] as const;
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** A picture's pixels across and down the page as it is seen. */
function sizeOnPage({ seen, width, height }: PageSquare, image: SizedImage): [number, number] {
  const [[x0, y0], [x1, y1]] = [seen(...transform(image.matrix, 0, 0)), seen(...transform(image.matrix, 1, 0))];
  const isUpright = Math.abs(x1 - x0) * width >= Math.abs(y1 - y0) * height;
  return isUpright ? [image.width, image.height] : [image.height, image.width];
}

function draw({ pdfium, scratch }: PdfEngine, page: number, { width, height, layers }: Frame): GreyImage | null {
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, GREY, 0, 0);
  if (bitmap === 0) return null;
  try {
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    const points = [pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)];
    for (const { page: at, clip } of layers) {
      const matrix = [at.width / points[0]!, 0, 0, at.height / points[1]!, at.left, at.top];
      pdfium.pdfium.HEAPF32.set([...matrix, clip.left, clip.top, clip.right, clip.bottom], scratch >> 2);
      pdfium.FPDF_RenderPageBitmapWithMatrix(bitmap, page, scratch, scratch + matrix.length * 4, AS_GREY);
    }
    return { width, height, pixels: pixelsFrom(pdfium, bitmap, width, height) };
  } finally {
    pdfium.FPDFBitmap_Destroy(bitmap);
  }
}

function pixelsFrom(pdfium: PdfEngine['pdfium'], bitmap: number, width: number, height: number): Uint8Array {
  const stride = pdfium.FPDFBitmap_GetStride(bitmap);
  const begin = pdfium.FPDFBitmap_GetBuffer(bitmap);
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const row = begin + y * stride;
    pixels.set(pdfium.pdfium.HEAPU8.subarray(row, row + width), y * width);
  }
  return pixels;
}

function pointsOf(box: Box, { onPage }: PageSquare, { page }: Frame): [number, number, number, number] {
  const at = (x: number, y: number): [number, number] =>
    onPage((x - page.left) / page.width, (y - page.top) / page.height);
  const [[x1, y1], [x2, y2]] = [at(box.left, box.top), at(box.right, box.bottom)];
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
}
