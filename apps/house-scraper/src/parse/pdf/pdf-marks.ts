import type { PdfEngine } from './pdf-engine.js';

/** A box in PDF points, the origin bottom left. */
interface Bounds {
  left: number;
  bottom: number;
  right: number;
  top: number;
}

/** A path that is stroked and not filled. */
export interface Polyline extends Bounds {
  /** The number of path segments, including the first "move to": a check mark has three. */
  segmentCount: number;
}

/** A picture on the page. */
export interface PlacedImage {
  /** PDFium's object. */
  object: number;
  /** Maps the unit square, the picture's bottom left its origin, to the page. */
  matrix: Matrix;
  /** In square points. */
  area: number;
}

export interface PageMarks {
  polylines: Polyline[];
  images: PlacedImage[];
}

/** PDFium's page object types (fpdf_edit.h). */
const PATH = 2;
const IMAGE = 3;
const FORM = 5;

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
/** The House's pages nest forms a few levels at most; a loop of forms would never end. */
const MAX_FORM_DEPTH = 8;

/** The stroked lines and the images of a page, including those inside form objects. */
export function readMarks(engine: PdfEngine, page: number): PageMarks {
  const { calls } = engine;
  const marks: PageMarks = { polylines: [], images: [] };
  const count = calls.FPDFPage_CountObjects(page);
  for (let index = 0; index < count; index += 1) {
    readObject(engine, calls.FPDFPage_GetObject(page, index), IDENTITY, 0, marks);
  }
  return marks;
}

function readObject(engine: PdfEngine, object: number, matrix: Matrix, depth: number, marks: PageMarks): void {
  switch (engine.calls.FPDFPageObj_GetType(object)) {
    case PATH:
      if (isOnlyStroked(engine, object)) marks.polylines.push(readPolyline(engine, object, matrix));
      return;
    case IMAGE:
      marks.images.push(readImage(engine, object, matrix));
      return;
    case FORM:
      if (depth < MAX_FORM_DEPTH) readForm(engine, object, matrix, depth, marks);
      return;
    default:
  }
}

function readForm(engine: PdfEngine, form: number, matrix: Matrix, depth: number, marks: PageMarks): void {
  const { calls } = engine;
  const inner = multiply(matrixOf(engine, form), matrix);
  const count = calls.FPDFFormObj_CountObjects(form);
  for (let index = 0; index < count; index += 1) {
    readObject(engine, calls.FPDFFormObj_GetObject(form, index), inner, depth + 1, marks);
  }
}

const readImage = (engine: PdfEngine, object: number, matrix: Matrix): PlacedImage => ({
  object,
  matrix: multiply(matrixOf(engine, object), matrix),
  area: areaOf(boundsOf(engine, object, matrix)),
});

function isOnlyStroked({ pdfium, calls, scratch }: PdfEngine, path: number): boolean {
  calls.FPDFPath_GetDrawMode(path, scratch, scratch + 4);
  const fillMode = pdfium.pdfium.HEAP32[scratch >> 2];
  const isStroked = pdfium.pdfium.HEAP32[(scratch + 4) >> 2];
  return fillMode === 0 && isStroked !== 0;
}

function readPolyline(engine: PdfEngine, path: number, matrix: Matrix): Polyline {
  return { segmentCount: engine.calls.FPDFPath_CountSegments(path), ...boundsOf(engine, path, matrix) };
}

/** An object's box on the page; PDFium gives it in the space of the form that contains the object. */
function boundsOf({ pdfium, calls, scratch }: PdfEngine, object: number, matrix: Matrix): Bounds {
  calls.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12);
  const floats = pdfium.pdfium.HEAPF32;
  const at = scratch >> 2;
  const [x1, y1] = transform(matrix, floats[at]!, floats[at + 1]!);
  const [x2, y2] = transform(matrix, floats[at + 2]!, floats[at + 3]!);
  return { left: Math.min(x1, x2), bottom: Math.min(y1, y2), right: Math.max(x1, x2), top: Math.max(y1, y2) };
}

const areaOf = ({ left, bottom, right, top }: Bounds): number => (right - left) * (top - bottom);

function matrixOf({ pdfium, calls, scratch }: PdfEngine, object: number): Matrix {
  if (calls.FPDFPageObj_GetMatrix(object, scratch) === 0) return IDENTITY;
  return Array.from(pdfium.pdfium.HEAPF32.slice(scratch >> 2, (scratch >> 2) + 6)) as unknown as Matrix;
}

export const transform = ([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

/** Applies `inner` first, then `outer`. */
const multiply = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
  a * A + b * C,
  a * B + b * D,
  c * A + d * C,
  c * B + d * D,
  e * A + f * C + E,
  e * B + f * D + F,
];
