import {
  LayoutChangedError,
  paperFiling,
  type ParsedFiling,
  reviewSentence,
  UnreadableDocumentError,
} from '#rotunda/domain';
import { readCapGains } from './rows/cap-gains.js';
import { capitalHeights } from './rows/drawn-case.js';
import { damagedStreams } from './pdf/pdf-integrity.js';
import { PDF_LIMITS, type PdfLimits } from './pdf/pdf-document.js';
import { readPdf, type PdfPage } from './pdf/pdf-text.js';
import { readPtrHeader, seen } from './ptr-document.js';
import { readRows } from './rows/ptr-rows.js';
import { countStatusLines, damageReasons, headerReasons, pageReasons, rowReasons } from './review-gates.js';
import { readTransaction } from './rows/row-fields.js';
import { linesOf } from './pdf/text-lines.js';
import { findTransactionsTable } from './rows/transactions-table.js';

/** Change it whenever the same bytes may give other rows: a reparse is due then. */
export const HOUSE_PTR_PARSER_VERSION = 'house-ptr/3';

/** Limits on the document; a missing one has its default. */
export type ParsePtrOptions = Partial<PdfLimits>;

/**
 * Reads a House PTR: bytes in, filing out, without clock, network or database. The positions of the characters decide
 * what belongs together: the text alone is out of order and loses its labels.
 *
 * A scan gives `format: 'paper'` and no transactions: that means "not read", never "no trades".
 *
 * @throws UnreadableDocumentError for what is not a whole PDF or is over a limit
 * @throws LayoutChangedError for a text PDF that is not a PTR of a known template
 */
export async function parsePtr(bytes: Uint8Array, options: ParsePtrOptions = {}): Promise<ParsedFiling> {
  const pages = await readPdf(bytes, { ...PDF_LIMITS, ...options });
  if (isScan(pages)) return scannedFiling(pages.length);
  const damaged = damagedStreams(bytes);
  const filing = readElectronicPtr(pages, damaged);
  return { ...filing, reviewReasons: [...damageReasons(damaged), ...filing.reviewReasons] };
}

/**
 * Pages that are one picture each. The scans seen so far have no characters at all; one with recognised text, or with
 * an empty page in between, would be a scan too.
 */
const isScan = (pages: readonly PdfPage[]): boolean =>
  pages.some(({ isImage }) => isImage) && pages.every(({ isImage, glyphs }) => isImage || glyphs.length === 0);

function scannedFiling(sheetCount: number): ParsedFiling {
  const sheets = Array.from({ length: sheetCount }, (_, index) => ({ url: null, sheet: index + 1 }));
  return paperFiling({ externalId: null, sheets, parserVersion: HOUSE_PTR_PARSER_VERSION });
}

/** Missing parts of a damaged document are not taken for a change of the form. */
function readElectronicPtr(pages: readonly PdfPage[], damaged: readonly number[]): ParsedFiling {
  try {
    return readPtrPages(pages);
  } catch (error) {
    if (!(error instanceof LayoutChangedError) || damaged.length === 0) throw error;
    throw new UnreadableDocumentError(`${damageReasons(damaged).map(reviewSentence).join(' ')} ${error.message}`, {
      cause: error,
    });
  }
}

function readPtrPages(pages: readonly PdfPage[]): ParsedFiling {
  const lines = pages.flatMap(linesOf);
  const header = readPtrHeader(lines);
  const table = findTransactionsTable(lines);
  if (!table.hasHeader) {
    throw new LayoutChangedError(`The PTR has no transactions table with the known columns: ${seen(lines)}`);
  }
  const rows = readRows(table.lines, capitalHeights(pages));
  const capGains = readCapGains(pages, rows);
  const transactions = rows.map((row, index) =>
    readTransaction(row, { ...header, ordinal: index + 1, capGainsOver200: capGains[index]! }),
  );
  const expectedRows = countStatusLines(lines);
  return {
    format: 'electronic',
    externalId: header.filingId,
    filerNameRaw: header.filerNameRaw,
    stateDistrict: header.stateDistrict,
    signedOn: header.signedOn,
    // The House marks amended rows; it does not number amended reports.
    amendmentNo: null,
    expectedRows,
    transactions,
    reviewReasons: [...pageReasons(pages), ...headerReasons(header), ...rowReasons(rows, transactions, expectedRows)],
    qualityFlags: header.isCaseScrambled ? ['case_scrambled'] : [],
    parserVersion: HOUSE_PTR_PARSER_VERSION,
  };
}
