import type { Doubt, Doubts, RowPlace } from '../lineage/lineage.js';
import { type Sentences, sentenceOf } from '../coded.js';
import type { FlaggedRows, ReviewReason, ReviewReasons } from './review-reason.js';

/**
 * The sentence that versions without codes compare. It is stored beside the code, so that such a version can run on the
 * same database and its sentences are recognised. Never reword these; people see `reviewSentence`.
 */
export const storedSentence = (reason: ReviewReason): string => sentenceOf(STORED_SENTENCES, reason);

/** Also false for a code of a later version. */
export const isStoredAs = (reason: ReviewReason, text: string): boolean =>
  Object.hasOwn(STORED_SENTENCES, reason.code) && storedSentence(reason) === text;

export const STORED_SENTENCES: Sentences<ReviewReasons> = {
  unknown_owner: rowsHave('an unknown owner'),
  unknown_owner_code: rowsHave('an unknown owner code'),
  unknown_type: rowsHave('an unknown transaction type'),
  unknown_band: rowsHave('an amount that is no band of the form'),
  invalid_trade_date: rowsHave('a transaction date that is no date'),
  invalid_notification_date: rowsHave('a notification date that is no date'),
  impossible_trade_date: rowsHave('a transaction date that can’t be'),
  impossible_notification_date: rowsHave('a notification date that can’t be'),
  unknown_row_status: rowsHave('no known filing status'),
  missing_asset: rowsHave('no asset'),
  missing_cap_gains_box: rowsHave('no box in the column "Cap. Gains"'),
  unknown_asset_lines: rowsHave('lines in the asset cell that are not known'),
  unknown_ticker: rowsHave('a ticker cell that holds no ticker'),
  doubtful_reading: rowsHave('a field that was not read surely'),
  sheet_not_read: ({ page }) => `Sheet ${page} has no table of a known form; it may have rows that were not read.`,
  reading_cut_off: ({ page }) =>
    `Reading the scan took too long; the rows of sheet ${page} and the sheets after it are missing.`,
  no_rows_on_sheets: () => 'The sheets have no rows and do not say that there is nothing to report.',
  nothing_beside_rows: () => 'The sheets say that there is nothing to report, and have rows.',
  unclear_lines: ({ page }) => `Sheet ${page} has lines with a date or a mark that are too little to be a row.`,
  amendment_on_paper: () => 'The report is marked as an amendment; paper does not say which rows it amends.',
  pdf_damaged: ({ objects }) => `The PDF is damaged: what its objects ${objects.join(', ')} hold may be missing.`,
  page_without_text: ({ page }) => `Page ${page} has no text.`,
  page_cut_off: ({ page }) => `Page ${page} ends before it is full: its end may be missing.`,
  no_filing_id: () => 'The document has no "Filing ID".',
  no_signature: () => 'The document has no dated signature: its end may be missing.',
  no_filer: () => 'The page names no filer.',
  no_filing_date: () => 'The page has no date of filing.',
  amendment_without_number: ({ title }) => `The title "${title}" has an amendment without a number.`,
  missing_section: ({ section }) => `The page has no section "${section}".`,
  unknown_section: ({ section }) => `The page has the unknown section "${section}".`,
  further_tables: ({ tables }) => `The page has ${tables} more than the one table of transactions.`,
  no_rows: () => 'The transactions table has no rows.',
  no_row_count: () => 'The page does not say how many transactions it has.',
  row_count_differs: ({ rows, counted }) => `${rows} rows were read, and the page has "${counted} transactions total".`,
  owner_count_differs: ({ owner, rows, counted }) =>
    `${rows} rows of "${owner}" were read, and the page counts ${counted ?? 'none'}.`,
  status_lines_differ: ({ rows, lines }) =>
    `${rows} rows were read, and the document has ${lines} "Filing Status" lines.`,
  unknown_label_below_row: ({ label }) => `A line below a row has the unknown label "${label}".`,
  unknown_label_below_asset: ({ label }) => `A line below an asset has the unknown label "${label}".`,
  lineage_unclear: ({ doubts }) => `What it amends is not clear: ${doubts.map(doubtClause).join('; ')}.`,
  differs_from_decision: ({ decided_by, decision, decided_on, ...difference }) =>
    `The reading is not the one that ${decided_by} ${decision} on ${decided_on}: ${differenceClause(difference)}.`,
  unrecognised: ({ text }) => text,
};

export function rowsHave(what: string): (params: FlaggedRows) => string {
  return ({ rows, more }) => {
    if (rows.length === 1) return `Row ${rows[0]} has ${what}.`;
    return `Rows ${rows.join(', ')}${more > 0 ? ` and ${more} more` : ''} have ${what}.`;
  };
}

const doubtClause = (doubt: Doubt): string => sentenceOf(DOUBTS, doubt);

const DOUBTS: Sentences<Doubts> = {
  row_named_twice: ({ row_id }) => `it names the row ${row_id} twice`,
  row_unclear: ({ row, candidates }) => `row ${row} may amend any of ${candidates.map(placeText).join(', ')}`,
  row_contested: ({ row, claimed, rivals }) =>
    `row ${row} may amend ${placeText(claimed)}, and so may ${rivals.map(placeText).join(', ')}`,
  too_few_rows: ({ filing, percent }) => `it repeats ${percent} % of the rows of ${filing}`,
  report_unclear: ({ candidates }) =>
    `it may amend any of ${candidates.map(({ filing, percent }) => `${filing} (${percent} %)`).join(', ')}`,
  report_contested: ({ filing, rivals }) => `${filing} is amended by ${rivals.join(', ')} as well`,
};

const placeText = ({ filing, row }: RowPlace): string => `${filing} row ${row}`;

type Difference = Pick<ReviewReasons['differs_from_decision'], 'rows_differ' | 'rows_new' | 'rows_gone'>;

function differenceClause({ rows_differ, rows_new, rows_gone }: Difference): string {
  const parts = [
    counted(rows_differ, 'row differs', 'rows differ'),
    counted(rows_new, 'row is new', 'rows are new'),
    counted(rows_gone, 'row is gone', 'rows are gone'),
  ].filter((part) => part !== null);
  return parts.join(', ') || 'the rows are the same, the reasons are not';
}

function counted(count: number, one: string, many: string): string | null {
  if (count === 0) return null;
  return `${count} ${count === 1 ? one : many}`;
}
