import type { PdfEngine } from './pdf-engine.js';

/** How a page is seen: from the top left (0, 0) to the bottom right (1, 1), turned and cut as the document says. */
export interface PageSquare {
  /** In points, as it is seen. */
  width: number;
  height: number;
  /** PDF points to the place where they are seen. */
  seen: (x: number, y: number) => [number, number];
  /** The way back. */
  onPage: (x: number, y: number) => [number, number];
}

/** PDFium's own mapping, taken from three corners: it knows the page's rotation and cut. */
export function squareOf(engine: PdfEngine, page: number): PageSquare {
  const { pdfium } = engine;
  const [x0, y0] = cornerOf(engine, page, 0, 0);
  const [ax, ay] = minus(cornerOf(engine, page, 1, 0), [x0, y0]);
  const [bx, by] = minus(cornerOf(engine, page, 0, 1), [x0, y0]);
  const area = ax * by - bx * ay;
  return {
    width: pdfium.FPDF_GetPageWidthF(page),
    height: pdfium.FPDF_GetPageHeightF(page),
    seen: (x, y) => [((x - x0) * by - (y - y0) * bx) / area, ((y - y0) * ax - (x - x0) * ay) / area],
    onPage: (x, y) => [x0 + x * ax + y * bx, y0 + x * ay + y * by],
  };
}

type Point = [x: number, y: number];

const minus = ([x, y]: Point, [x0, y0]: Point): Point => [x - x0, y - y0];

function cornerOf({ pdfium, scratch }: PdfEngine, page: number, x: number, y: number): Point {
  // A page drawn on one pixel.
  pdfium.FPDF_DeviceToPage(page, 0, 0, 1, 1, 0, x, y, scratch, scratch + 8);
  const doubles = pdfium.pdfium.HEAPF64;
  return [doubles[scratch >> 3]!, doubles[(scratch >> 3) + 1]!];
}
