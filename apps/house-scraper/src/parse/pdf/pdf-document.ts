import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import { UnreadableDocumentError } from '#rotunda/domain';
import { discardPdfEngine, pdfEngine, type PdfEngine } from './pdf-engine.js';

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

const HEADER_WITHIN_BYTES = 1_024;
/** PDFium repairs a file that lost its end and reads the pages that are left: rows would be lost silently. */
const TRAILER_WITHIN_BYTES = 2_048;
const LOAD_ERRORS = new Map([
  [3, 'it is damaged'],
  [4, 'it needs a password'],
  [5, 'its encryption is unknown'],
]);

/** A document that PDFium has open. */
export interface OpenPdf {
  engine: PdfEngine;
  pageCount: number;
  /** @param index from 0 @throws UnreadableDocumentError where the page can't be read or takes too much memory */
  withPage: <T>(index: number, use: (page: number) => T) => T;
}

/**
 * Opens a document while `use` runs. The House encrypts its PDFs with an empty user password, which PDFium tries by
 * itself.
 *
 * @throws UnreadableDocumentError for what is not a whole PDF or is over a limit
 */
export async function withPdf<T>(
  bytes: Uint8Array,
  limits: PdfLimits,
  use: (pdf: OpenPdf) => T | Promise<T>,
): Promise<T> {
  refuseBroken(bytes, limits);
  const engine = await pdfEngine();
  try {
    return await withDocument(engine, bytes, limits, use);
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

async function withDocument<T>(
  engine: PdfEngine,
  bytes: Uint8Array,
  limits: PdfLimits,
  use: (pdf: OpenPdf) => T | Promise<T>,
): Promise<T> {
  const { pdfium } = engine;
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const address = malloc(bytes.length);
  if (address === 0) throw new UnreadableDocumentError(`No memory for a document of ${bytes.length} bytes`);
  pdfium.pdfium.HEAPU8.set(bytes, address);
  try {
    const document = pdfium.FPDF_LoadMemDocument(address, bytes.length, '');
    if (document === 0) throw loadError(pdfium.FPDF_GetLastError());
    try {
      return await use(opened(engine, document, limits));
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

function opened(engine: PdfEngine, document: number, limits: PdfLimits): OpenPdf {
  const { pdfium } = engine;
  const pageCount = pdfium.FPDF_GetPageCount(document);
  if (pageCount === 0) throw new UnreadableDocumentError('The PDF has no pages');
  if (pageCount > limits.maxPages) {
    throw new UnreadableDocumentError(`The PDF has ${pageCount} pages, ${limits.maxPages} are allowed`);
  }
  const withPage = <T>(index: number, use: (page: number) => T): T => {
    const page = pdfium.FPDF_LoadPage(document, index);
    if (page === 0) throw new UnreadableDocumentError(`Page ${index + 1} of the PDF can't be read`);
    try {
      return use(page);
    } finally {
      pdfium.FPDF_ClosePage(page);
      refuseHeap(pdfium, limits);
    }
  };
  return { engine, pageCount, withPage };
}

function refuseHeap(pdfium: WrappedPdfiumModule, { maxHeapBytes }: PdfLimits): void {
  const heapBytes = pdfium.pdfium.HEAPU8.byteLength;
  if (heapBytes <= maxHeapBytes) return;
  discardPdfEngine();
  throw new UnreadableDocumentError(`Reading the PDF takes ${heapBytes} bytes of memory, ${maxHeapBytes} are allowed`);
}
