import {
  threadRecogniser,
  type PaperRequest,
  readPaper,
  serveRequests,
  type SheetPicture,
} from '#rotunda/scraping/light';
import { type OpenPdf, PDF_LIMITS, withPdf } from '../pdf/pdf-document.js';
import { usePdfiumCode } from '../pdf/pdf-engine.js';
import { drawPage } from '../pdf/pdf-pictures.js';

/** A page of 12 million pixels takes 60 MB. */
const MAX_HEAP_BYTES = 160 * 1024 * 1024;

/** In place of a page that can't be drawn: it is counted, and never read. */
const BLANK: SheetPicture = {
  image: { width: 100, height: 100, pixels: new Uint8Array(100 * 100).fill(255) },
  toPoints: null,
};

function* picturesOf(pdf: OpenPdf): Generator<SheetPicture> {
  for (let index = 0; index < pdf.pageCount; index += 1) {
    const page = drawPage(pdf, index);
    yield page ? { image: page, toPoints: page.toPoints } : BLANK;
  }
}

/** Load this module only as a worker. */
serveRequests(
  (code: WebAssembly.Module) => usePdfiumCode(code, MAX_HEAP_BYTES),
  async ({ document, scan, options }: PaperRequest<Uint8Array>, onSheet) => {
    const recogniser = await threadRecogniser();
    const heap = { ...PDF_LIMITS, maxHeapBytes: MAX_HEAP_BYTES };
    return withPdf(document, heap, (pdf) => readPaper(scan, picturesOf(pdf), recogniser, options, onSheet));
  },
);
