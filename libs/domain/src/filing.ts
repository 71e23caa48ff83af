import type { PaperClass, PaperSheetReading } from './paper.js';
import type { ReviewReason } from './reviews/review-reason.js';
import type { ParsedTransaction } from './transaction.js';

export type Chamber = 'senate' | 'house';

export const FILING_FORMATS = ['electronic', 'paper'] as const;
export type FilingFormat = (typeof FILING_FORMATS)[number];

/**
 * The state of a filing. `listed`: in the site's listing, not fetched yet. `paper`: a scan, archived but not read.
 * `paper_read`: a scan whose every row is stored. `paper_review`: a scan that a person has to look at; its sure rows are
 * stored. `needs_review`: stored, but a gate doubts it. `unavailable`: listed, but the site has no document yet.
 * `failed`: the request or the parser failed.
 */
export const FILING_STATUSES = [
  ...['listed', 'parsed', 'paper', 'paper_read', 'paper_review', 'needs_review', 'unavailable', 'failed'],
] as const;
export type FilingStatus = (typeof FILING_STATUSES)[number];

/** Statuses that the next scrape of the chamber tries again. */
export const UNFINISHED_STATUSES = ['listed', 'unavailable', 'failed'] as const satisfies readonly FilingStatus[];

/** One line of a site's listing: a filing before its document was fetched. */
export interface ListedFiling {
  chamber: Chamber;
  /** House DocID or Senate UUID; unique within its chamber. */
  externalId: string;
  /** The form, e.g. `ptr`. */
  filingType: string;
  titleRaw: string;
  filerNameRaw: string;
  officeRaw: string;
  /** House only, e.g. `CA14`. */
  stateDistrict: string | null;
  filedAtRaw: string;
  /** ISO calendar date (US Eastern); null where the raw text is not a date. */
  filedOn: string | null;
  documentUrl: string;
}

/** Where to see one sheet of a paper filing. */
export interface PaperSheet {
  /** URL of the sheet's own picture; null where the sheet is a page of the parsed document. */
  url: string | null;
  /** Page in that document, from 1. */
  sheet: number;
}

/** What was read from a scanned filing's sheets. Its rows that are sure are the filing's transactions. */
export interface PaperReading {
  class: PaperClass;
  sheets: PaperSheetReading[];
  /** Rows with a doubtful field: a person has to confirm them. Their ordinals count together with those of the transactions. */
  waiting: ParsedTransaction[];
}

/** What a parser reads from one document. The filing has no identity yet. */
export interface ParsedFiling {
  format: FilingFormat;
  /** The id printed on the document, e.g. `20012345` after "Filing ID #"; null where none is printed. */
  externalId: string | null;
  filerNameRaw: string | null;
  stateDistrict: string | null;
  signedOn: string | null;
  amendmentNo: number | null;
  /** The number of rows that the document itself states (status lines, summary counts); null where it states none. */
  expectedRows: number | null;
  transactions: ParsedTransaction[];
  /** The sheets of a paper filing, in order. */
  sheets?: PaperSheet[];
  /** The reading of a scan; absent where its pictures were not read, or the document is electronic. */
  paper?: PaperReading;
  /** Why a person should look at it; empty when every gate was passed. */
  reviewReasons: ReviewReason[];
  qualityFlags: string[];
  parserVersion: string;
}

/** A filing on paper whose pictures were not read: no transactions means "not read", never "no trades". */
export const paperFiling = (known: Pick<ParsedFiling, 'externalId' | 'sheets' | 'parserVersion'>): ParsedFiling => ({
  format: 'paper',
  filerNameRaw: null,
  stateDistrict: null,
  signedOn: null,
  amendmentNo: null,
  expectedRows: null,
  transactions: [],
  reviewReasons: [],
  qualityFlags: [],
  ...known,
});

/** Statuses of a filing whose document was read, or recognised as a scan. */
export type SettledStatus = Exclude<FilingStatus, 'listed' | 'unavailable' | 'failed'>;

/** The status of a document that could be read. A scan without a reading is only archived. */
export function settledStatus({
  format,
  paper,
  reviewReasons,
}: Pick<ParsedFiling, 'format' | 'paper' | 'reviewReasons'>): SettledStatus {
  if (format === 'paper' && !paper) return 'paper';
  return reviewReasons.length > 0 ? reviewStatus(format) : approvedStatus(format);
}

/** Of a filing that a person has to look at. */
export const reviewStatus = (format: FilingFormat | null): SettledStatus =>
  format === 'paper' ? 'paper_review' : 'needs_review';

/** Of a filing whose every row is stored. */
export const approvedStatus = (format: FilingFormat | null): SettledStatus =>
  format === 'paper' ? 'paper_read' : 'parsed';

/** Where the rows of a filing were read. */
export const sourceOf = ({ format }: { format: FilingFormat | null }): FilingFormat =>
  format === 'paper' ? 'paper' : 'electronic';
