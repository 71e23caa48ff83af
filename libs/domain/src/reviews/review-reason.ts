import type { IsoDate } from '../calendar.js';
import type { Doubt } from '../lineage/lineage.js';
import type { Owner } from '../transaction.js';
import type { Coded, NoParams } from '../coded.js';

/** Positions of rows in the document: the first ten, and the number of further ones. */
export interface FlaggedRows {
  rows: number[];
  more: number;
}

/** Rows that may have been misread. The codes are quality flags, except `unknown_owner_code`, the House's unknown owner. */
export interface RowReasons {
  unknown_owner: FlaggedRows;
  unknown_owner_code: FlaggedRows;
  unknown_type: FlaggedRows;
  unknown_band: FlaggedRows;
  invalid_trade_date: FlaggedRows;
  invalid_notification_date: FlaggedRows;
  impossible_trade_date: FlaggedRows;
  impossible_notification_date: FlaggedRows;
  unknown_row_status: FlaggedRows;
  missing_asset: FlaggedRows;
  missing_cap_gains_box: FlaggedRows;
  unknown_asset_lines: FlaggedRows;
  unknown_ticker: FlaggedRows;
}

/** Why a scan's reading waits for a person. */
export interface PaperReasons {
  /** A field of these rows was not read surely. */
  doubtful_reading: FlaggedRows;
  /** The sheet has no table of a known form: it may hold rows. */
  sheet_not_read: { page: number };
  /** The reading took too long or too much memory: sheets from this one on are missing. */
  reading_cut_off: { page: number };
  /** Neither rows nor words that say that there is nothing to report. */
  no_rows_on_sheets: NoParams;
  /** The sheets say that there is nothing to report, and have rows. */
  nothing_beside_rows: NoParams;
  /** The sheet has lines with a date or a mark that are too little to be a row. */
  unclear_lines: { page: number };
  /** The form's box "Amendment" is ticked; paper does not say which rows it amends. */
  amendment_on_paper: NoParams;
}

/** Code → parameters. Never rename a code or a parameter: stored reviews and decisions use them. */
export interface ReviewReasons extends RowReasons, PaperReasons {
  pdf_damaged: { objects: number[] };
  page_without_text: { page: number };
  page_cut_off: { page: number };
  no_filing_id: NoParams;
  no_signature: NoParams;
  no_filer: NoParams;
  no_filing_date: NoParams;
  amendment_without_number: { title: string };
  missing_section: { section: string };
  unknown_section: { section: string };
  further_tables: { tables: number };
  no_rows: NoParams;
  no_row_count: NoParams;
  row_count_differs: { rows: number; counted: number };
  owner_count_differs: { owner: Owner; rows: number; counted: number | null };
  status_lines_differ: { rows: number; lines: number };
  unknown_label_below_row: { label: string };
  unknown_label_below_asset: { label: string };
  /** A person has to decide what the filing amends. */
  lineage_unclear: { doubts: Doubt[] };
  /** The document was read differently after a reviewer had decided. All zeros: only the reasons differ. */
  differs_from_decision: {
    decided_by: string;
    decision: string;
    decided_on: IsoDate;
    rows_differ: number;
    rows_new: number;
    rows_gone: number;
  };
  /** A stored sentence from before the codes that no known version wrote. */
  unrecognised: { text: string };
}

export type ReviewCode = keyof ReviewReasons;

/** Why a person should look at a filing. */
export type ReviewReason = Coded<ReviewReasons>;
