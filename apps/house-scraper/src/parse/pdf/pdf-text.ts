import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import { discardPdfEngine, pdfEngine, type PdfEngine } from './pdf-engine.js';
import { UnreadableDocumentError } from '#rotunda/domain';
import { readGlyphs, type Glyph } from './pdf-glyphs.js';
import { readMarks, type Polyline } from './pdf-marks.js';

/** One page. Lengths are PDF points, the origin is bottom left. */
export interface PdfPage {
  /** From 1. */
  number: number;
  glyphs: Glyph[];
  /** Stroked lines that are not filled. */
  polylines: Polyline[];
  /** Whether pictures cover most of the page: a scan. */
  isImage: boolean;
}

export interface PdfLimits {
  maxBytes: number;
  maxPages: number;
  /** The limit for PDFium's memory: a thread's `resourceLimits` do not cap WebAssembly. */
  maxHeapBytes: number;
}

const MEBIBYTE = 1024 * 1024;

/**
 * The largest real filing seen has 81 pages and 0.7 MB. The limits leave room and stop anything that can't be a filing.
 */
export const PDF_LIMITS: PdfLimits = { maxBytes: 32 * MEBIBYTE, maxPages: 1_000, maxHeapBytes: 512 * MEBIBYTE };

/** The seal on an e-filed form covers 0.6 % of its page, a scan all of it (303 and 54 documents). */
const SCAN_PER_PAGE_AREA = 0.5;
const HEADER_WITHIN_BYTES = 1_024;
/** PDFium repairs a file that lost its end and reads the pages that are left: rows would be lost silently. */
const TRAILER_WITHIN_BYTES = 2_048;
const LOAD_ERRORS = new Map([
  [3, 'it is damaged'],
  [4, 'it needs a password'],
  [5, 'its encryption is unknown'],
]);

/**
 * Reads the characters and stroked lines of every page. The House encrypts its PDFs with an empty user password, which
 * PDFium tries by itself.
 *
 * @throws UnreadableDocumentError for what is not a whole PDF or is over a limit
 */
export async function readPdf(bytes: Uint8Array, limits: PdfLimits = PDF_LIMITS): Promise<PdfPage[]> {
  refuseBroken(bytes, limits);
  const engine = await pdfEngine();
  try {
    return withDocument(engine.pdfium, bytes, (document) => readPages(engine, document, limits));
  } catch (error) {
    if (!isTrap(error)) throw error;
    discardPdfEngine();
    throw new UnreadableDocumentError('PDFium broke down on the document', { cause: error });
  }
}

/** A `WebAssembly.RuntimeError`; Node's types lack that class. */
const isTrap = (error: unknown): boolean => error instanceof Error && error.name === 'RuntimeError';

function refuseBroken(bytes: Uint8Array, limits: PdfLimits): void {
  if (bytes.length > limits.maxBytes) {
    throw new UnreadableDocumentError(`The document has ${bytes.length} bytes, ${limits.maxBytes} are allowed`);
  }
  if (!asciiOf(bytes.subarray(0, HEADER_WITHIN_BYTES)).includes('%PDF-')) {
    throw new UnreadableDocumentError('The document is not a PDF: it lacks the %PDF- mark');
  }
  if (!asciiOf(bytes.subarray(-TRAILER_WITHIN_BYTES)).includes('%%EOF')) {
    throw new UnreadableDocumentError('The PDF is cut off: it lacks the %%EOF mark at its end');
  }
}

const asciiOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

function withDocument<T>(pdfium: WrappedPdfiumModule, bytes: Uint8Array, use: (document: number) => T): T {
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const address = malloc(bytes.length);
  if (address === 0) throw new UnreadableDocumentError(`No memory for a document of ${bytes.length} bytes`);
  pdfium.pdfium.HEAPU8.set(bytes, address);
  try {
    const document = pdfium.FPDF_LoadMemDocument(address, bytes.length, '');
    if (document === 0) throw loadError(pdfium.FPDF_GetLastError());
    try {
      return use(document);
    } finally {
      pdfium.FPDF_CloseDocument(document);
    }
  } finally {
    free(address);
  }
}

function loadError(code: number): UnreadableDocumentError {
  return new UnreadableDocumentError(`The PDF can't be opened: ${LOAD_ERRORS.get(code) ?? `PDFium error ${code}`}`);
}

function readPages(engine: PdfEngine, document: number, limits: PdfLimits): PdfPage[] {
  const count = engine.pdfium.FPDF_GetPageCount(document);
  if (count === 0) throw new UnreadableDocumentError('The PDF has no pages');
  if (count > limits.maxPages) {
    throw new UnreadableDocumentError(`The PDF has ${count} pages, ${limits.maxPages} are allowed`);
  }
  return Array.from({ length: count }, (_, index) => readPage(engine, document, index, limits));
}

function readPage(engine: PdfEngine, document: number, index: number, limits: PdfLimits): PdfPage {
  const { pdfium } = engine;
  const page = pdfium.FPDF_LoadPage(document, index);
  if (page === 0) throw new UnreadableDocumentError(`Page ${index + 1} of the PDF can't be read`);
  try {
    const { polylines, imageArea } = readMarks(engine, page);
    const area = pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page);
    const isImage = imageArea > area * SCAN_PER_PAGE_AREA;
    return { number: index + 1, glyphs: readGlyphs(engine, page), polylines, isImage };
  } finally {
    pdfium.FPDF_ClosePage(page);
    refuseHeap(pdfium, limits);
  }
}

function refuseHeap(pdfium: WrappedPdfiumModule, { maxHeapBytes }: PdfLimits): void {
  const heapBytes = pdfium.pdfium.HEAPU8.byteLength;
  if (heapBytes <= maxHeapBytes) return;
  discardPdfEngine();
  throw new UnreadableDocumentError(`Reading the PDF takes ${heapBytes} bytes of memory, ${maxHeapBytes} are allowed`);
}
