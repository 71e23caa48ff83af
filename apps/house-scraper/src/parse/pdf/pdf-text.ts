import { type OpenPdf, PDF_LIMITS, type PdfLimits, withPdf } from './pdf-document.js';
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

/** The seal on an e-filed form covers 0.6 % of its page, a scan all of it (303 and 54 documents). */
const SCAN_PER_PAGE_AREA = 0.5;

/**
 * Reads the characters and stroked lines of every page.
 *
 * @throws UnreadableDocumentError for what is not a whole PDF or is over a limit
 */
export const readPdf = (bytes: Uint8Array, limits: PdfLimits = PDF_LIMITS): Promise<PdfPage[]> =>
  withPdf(bytes, limits, (pdf) => Array.from({ length: pdf.pageCount }, (_, index) => readPage(pdf, index)));

const readPage = ({ engine, withPage }: OpenPdf, index: number): PdfPage =>
  withPage(index, (page) => {
    const { polylines, images } = readMarks(engine, page);
    const { pdfium } = engine;
    const pageArea = pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page);
    const imageArea = images.reduce((sum, { area }) => sum + area, 0);
    const isImage = imageArea > pageArea * SCAN_PER_PAGE_AREA;
    return { number: index + 1, glyphs: readGlyphs(engine, page), polylines, isImage };
  });
