import {
  flagReasons,
  type ParsedTransaction,
  type ReviewReason,
  type RowQualityFlag,
  type RowReasons,
} from '#rotunda/domain';
import type { Glyph } from './pdf/pdf-glyphs.js';
import type { PdfPage } from './pdf/pdf-text.js';
import type { PtrHeader } from './ptr-document.js';
import type { PrintedRow } from './rows/ptr-rows.js';
import { ROW_FLAGS } from './rows/row-flags.js';
import { beginsWithSmallCaps, inkedFrom } from './pdf/small-caps.js';
import type { TextLine } from './pdf/text-lines.js';

/**
 * Flags that may mean that the parser misread the page, rather than that the filer erred: the House's form offers these
 * values in lists and checks its dates, so a filer can't enter others.
 */
const SUSPICIOUS_FLAGS = new Map<RowQualityFlag, keyof RowReasons>([
  [ROW_FLAGS.unknownOwner, 'unknown_owner_code'],
  [ROW_FLAGS.unknownType, 'unknown_type'],
  [ROW_FLAGS.unknownBand, 'unknown_band'],
  [ROW_FLAGS.invalidTradeDate, 'invalid_trade_date'],
  [ROW_FLAGS.invalidNotificationDate, 'invalid_notification_date'],
  [ROW_FLAGS.impossibleTradeDate, 'impossible_trade_date'],
  [ROW_FLAGS.impossibleNotificationDate, 'impossible_notification_date'],
  [ROW_FLAGS.unknownRowStatus, 'unknown_row_status'],
  [ROW_FLAGS.missingAsset, 'missing_asset'],
  [ROW_FLAGS.missingCapGainsBox, 'missing_cap_gains_box'],
]);

const STATUS_LABEL = 'Filing Status:';

/**
 * The number of rows that the document claims: each row has exactly one "Filing Status" line. They are counted on all
 * pages, whether or not a table was found there.
 */
export function countStatusLines(lines: readonly TextLine[]): number {
  return lines.filter(({ glyphs }) => beginsWithSmallCaps(inkedFrom(glyphs), STATUS_LABEL)).length;
}

/** Why a person should look at a damaged document. */
export function damageReasons(objects: readonly number[]): ReviewReason[] {
  if (objects.length === 0) return [];
  return [{ code: 'pdf_damaged', params: { objects: [...objects] } }];
}

/** Why a person should look at the text around the table: a PTR has an id at the top and a signature at the end. */
export function headerReasons({ filingId, signedOn }: PtrHeader): ReviewReason[] {
  const reasons: ReviewReason[] = [];
  if (filingId === null) reasons.push({ code: 'no_filing_id', params: {} });
  if (signedOn === null) reasons.push({ code: 'no_signature', params: {} });
  return reasons;
}

/**
 * The form is printed as one long text, so every page but the last is full: the last lines of all 632 pages that have
 * another page after them are at 111 points or lower. PDFium shows a damaged page as far as it can read it, without an
 * error. The missing rows take their status lines with them, so counting those would not reveal the loss.
 */
const FULL_PAGE_ENDS_BELOW_POINTS = 180;

/** Why a person should look at a page: it has no text, or ends too early. */
export function pageReasons(pages: readonly PdfPage[]): ReviewReason[] {
  return pages.flatMap(({ number, glyphs }): ReviewReason[] => {
    if (glyphs.length === 0) return [{ code: 'page_without_text', params: { page: number } }];
    if (number === pages.length || lowestOf(glyphs) < FULL_PAGE_ENDS_BELOW_POINTS) return [];
    return [{ code: 'page_cut_off', params: { page: number } }];
  });
}

const lowestOf = (glyphs: readonly Glyph[]): number =>
  glyphs.reduce((lowest, { baseline, char }) => (char === ' ' ? lowest : Math.min(lowest, baseline)), Infinity);

/** Why a person should look at the rows: a reason for each gate that failed. */
export function rowReasons(
  rows: readonly PrintedRow[],
  transactions: readonly ParsedTransaction[],
  expectedRows: number,
): ReviewReason[] {
  const reasons: ReviewReason[] = [];
  if (rows.length === 0) reasons.push({ code: 'no_rows', params: {} });
  if (expectedRows !== rows.length) {
    reasons.push({ code: 'status_lines_differ', params: { rows: rows.length, lines: expectedRows } });
  }
  reasons.push(...flagReasons(transactions, SUSPICIOUS_FLAGS));
  const unknown = new Set(rows.flatMap(({ subLines }) => subLines).flatMap((line) => (line.name ? [] : [line.label])));
  for (const label of unknown) reasons.push({ code: 'unknown_label_below_row', params: { label } });
  return reasons;
}
