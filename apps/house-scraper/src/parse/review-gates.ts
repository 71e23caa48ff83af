import { flagReasons, type ParsedTransaction } from '#rotunda/domain';
import type { Glyph } from './pdf/pdf-glyphs.js';
import type { PdfPage } from './pdf/pdf-text.js';
import type { PtrHeader } from './ptr-document.js';
import type { PrintedRow } from './rows/ptr-rows.js';
import { ROW_FLAGS } from './rows/row-flags.js';
import { beginsWithSmallCaps, inkedFrom } from './pdf/small-caps.js';
import type { TextLine } from './pdf/text-lines.js';

/**
 * Flags that may mean that the parser misread the page, rather than that the filer erred: the House's form offers
 * these values in lists and checks its dates, so others do not come from a filer's keyboard.
 */
const SUSPICIOUS_FLAGS = new Map<string, string>([
  [ROW_FLAGS.unknownOwner, 'an unknown owner code'],
  [ROW_FLAGS.unknownType, 'an unknown transaction type'],
  [ROW_FLAGS.unknownBand, 'an amount that is no band of the form'],
  [ROW_FLAGS.invalidTradeDate, 'a transaction date that is no date'],
  [ROW_FLAGS.invalidNotificationDate, 'a notification date that is no date'],
  [ROW_FLAGS.impossibleTradeDate, 'a transaction date that can’t be'],
  [ROW_FLAGS.impossibleNotificationDate, 'a notification date that can’t be'],
  [ROW_FLAGS.unknownRowStatus, 'no known filing status'],
  [ROW_FLAGS.missingAsset, 'no asset'],
  [ROW_FLAGS.missingCapGainsBox, 'no box in the column "Cap. Gains"'],
]);

const STATUS_LABEL = 'Filing Status:';

/**
 * How many rows the document says that it has: each one has exactly one line "Filing Status". They are counted on all
 * pages, whether or not a table was found around them.
 */
export function countStatusLines(lines: readonly TextLine[]): number {
  return lines.filter(({ glyphs }) => beginsWithSmallCaps(inkedFrom(glyphs), STATUS_LABEL)).length;
}

/** Why a person should look at a document whose bytes are not as they were written. */
export function damageReasons(objects: readonly number[]): string[] {
  if (objects.length === 0) return [];
  return [`The PDF is damaged: what its objects ${objects.join(', ')} hold may be missing.`];
}

/** Why a person should look at what stands around the table: a PTR has an id at its top and a signature at its end. */
export function headerReasons({ filingId, signedOn }: PtrHeader): string[] {
  const reasons: string[] = [];
  if (filingId === null) reasons.push('The document has no "Filing ID".');
  if (signedOn === null) reasons.push('The document has no dated signature: its end may be missing.');
  return reasons;
}

/**
 * The form is printed as one long text, so that a page goes on until it is full: the last lines of all 632 pages that
 * have another page after them stand at 111 points or lower. PDFium shows a page whose content is damaged as far as it
 * gets, without an error; the rows that are missing took their status lines with them, so that their count would not
 * tell.
 */
const FULL_PAGE_ENDS_BELOW_POINTS = 180;

/** Why a person should look at a page: it has no text, or ends before it is full. */
export function pageReasons(pages: readonly PdfPage[]): string[] {
  return pages.flatMap(({ number, glyphs }) => {
    if (glyphs.length === 0) return [`Page ${number} has no text.`];
    if (number === pages.length || lowestOf(glyphs) < FULL_PAGE_ENDS_BELOW_POINTS) return [];
    return [`Page ${number} ends before it is full: its end may be missing.`];
  });
}

const lowestOf = (glyphs: readonly Glyph[]): number =>
  glyphs.reduce((lowest, { baseline, char }) => (char === ' ' ? lowest : Math.min(lowest, baseline)), Infinity);

/** Why a person should look at the rows, a sentence for each gate that was not passed. */
export function rowReasons(
  rows: readonly PrintedRow[],
  transactions: readonly ParsedTransaction[],
  expectedRows: number,
): string[] {
  const reasons: string[] = [];
  if (rows.length === 0) reasons.push('The transactions table has no rows.');
  if (expectedRows !== rows.length) {
    reasons.push(`${rows.length} rows were read, and the document has ${expectedRows} "Filing Status" lines.`);
  }
  reasons.push(...flagReasons(transactions, SUSPICIOUS_FLAGS));
  const unknown = new Set(rows.flatMap(({ subLines }) => subLines).flatMap((line) => (line.name ? [] : [line.label])));
  for (const label of unknown) reasons.push(`A line below a row has the unknown label "${label}".`);
  return reasons;
}
