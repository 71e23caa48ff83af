import {
  type Chamber,
  flaggedRows,
  type IsoDate,
  paperFiling,
  type ParsedFiling,
  type ParsedTransaction,
  type PaperSheet,
  type PaperSheetReading,
  PAPER_FIELDS,
  type ReviewReason,
} from '#rotunda/domain';
import type { Box, ScanReading, SheetLayout } from '#rotunda/paper';
import { paperTransaction } from './paper-transaction.js';

/** What is known of a scanned filing before its pictures are read. */
export interface ScannedFiling {
  chamber: Chamber;
  externalId: string | null;
  filedOn: IsoDate | null;
  /** Where each of its sheets is, in order. */
  sheets: PaperSheet[];
  /** Of the chamber's reader of scans. */
  parserVersion: string;
}

/** What is known of a sheet besides its reading. */
export interface ReadSheet {
  /** The upright picture, as a PNG. */
  picture: Uint8Array;
  /** See `PaperRowContext`. */
  toPoints: ((box: Box) => [number, number, number, number]) | null;
}

/** How sure the words must be that say that there is nothing to report. */
const SURE_OF_NOTHING = 0.95;

/**
 * The filing that a scan is. Rows whose every field is sure are its transactions; the others wait for a person.
 *
 * @param read the sheets that were read, from the first
 */
export function filingOfScan(scan: ScannedFiling, reading: ScanReading, read: readonly ReadSheet[]): ParsedFiling {
  const rows = reading.rows.map((row, index) => {
    const sheet = reading.sheets[row.page - 1]!;
    const { chamber, filedOn } = scan;
    const { toPoints } = read[row.page - 1]!;
    return paperTransaction(row, { chamber, ordinal: index + 1, filedOn, sheet, toPoints });
  });
  const isSure = ({ paper }: (typeof rows)[number]): boolean =>
    reading.isAmendment.value !== true && PAPER_FIELDS.every((field) => !paper.fields[field].isDoubtful);
  const waiting = rows.filter((row) => !isSure(row));
  return {
    ...paperFiling(scan),
    filerNameRaw: reading.filerName,
    // The form states no number of rows, except where it says that there are none.
    expectedRows: saysNothing(reading) && rows.length === 0 ? 0 : null,
    transactions: rows.filter(isSure),
    paper: { class: reading.class, sheets: reading.sheets.map((sheet, i) => sheetOf(sheet, i, read[i]!)), waiting },
    reviewReasons: [
      ...cutOff(scan, read.length),
      ...unreadSheets(reading),
      ...rowReasons(reading, rows),
      ...reading.unclear.map((page): ReviewReason => ({ code: 'unclear_lines', params: { page } })),
      ...amendmentReasons(reading),
      ...doubtReasons(waiting),
    ],
  };
}

const saysNothing = ({ nothing }: ScanReading): boolean => nothing !== null && nothing.confidence >= SURE_OF_NOTHING;

const sheetOf = ({ kind, form, upright }: SheetLayout, index: number, { picture }: ReadSheet): PaperSheetReading => ({
  page: index + 1,
  kind,
  form: form?.value ?? null,
  rotation: upright.rotation,
  skew: upright.skew,
  width: upright.width,
  height: upright.height,
  picture,
});

const cutOff = ({ sheets }: ScannedFiling, read: number): ReviewReason[] =>
  read < sheets.length ? [{ code: 'reading_cut_off', params: { page: read + 1 } }] : [];

/** The sheet that says that there is nothing to report may be no form at all: a letter. */
const unreadSheets = (reading: ScanReading): ReviewReason[] =>
  reading.sheets.flatMap(({ kind }, index): ReviewReason[] => {
    const isProof = saysNothing(reading) && reading.nothing!.page === index + 1;
    return kind === 'other' && !isProof ? [{ code: 'sheet_not_read', params: { page: index + 1 } }] : [];
  });

function rowReasons(reading: ScanReading, rows: readonly ParsedTransaction[]): ReviewReason[] {
  if (rows.length > 0) return saysNothing(reading) ? [{ code: 'nothing_beside_rows', params: {} }] : [];
  return saysNothing(reading) ? [] : [{ code: 'no_rows_on_sheets', params: {} }];
}

/** Paper does not say which rows an amendment replaces, and none of the 54 scans read by eye is one: its rows wait. */
const amendmentReasons = ({ isAmendment }: ScanReading): ReviewReason[] =>
  isAmendment.value === true ? [{ code: 'amendment_on_paper', params: {} }] : [];

const doubtReasons = (waiting: readonly ParsedTransaction[]): ReviewReason[] =>
  waiting.length === 0 ? [] : [{ code: 'doubtful_reading', params: flaggedRows(waiting) }];
