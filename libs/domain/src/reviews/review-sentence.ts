import type { Doubt, Doubts, RowPlace } from '../lineage/lineage.js';
import { type Sentences, sentenceOf } from '../coded.js';
import type { ReviewCode, ReviewReason, ReviewReasons } from './review-reason.js';
import { rowsHave, STORED_SENTENCES } from './stored-sentence.js';

/** The reason in words, for people. */
export const reviewSentence = (reason: ReviewReason): string => sentenceOf(SENTENCES, reason);

/** Reword freely: nothing compares these. */
const SENTENCES: Sentences<ReviewReasons> = {
  ...STORED_SENTENCES,
  unknown_band: rowsHave('an amount that is not one of the form’s bands'),
  invalid_trade_date: rowsHave('a transaction date that is not a date'),
  invalid_notification_date: rowsHave('a notification date that is not a date'),
  impossible_trade_date: rowsHave('an impossible transaction date'),
  impossible_notification_date: rowsHave('an impossible notification date'),
  unknown_row_status: rowsHave('a missing or unknown filing status'),
  missing_cap_gains_box: rowsHave('no check box in the column "Cap. Gains"'),
  unknown_asset_lines: rowsHave('unknown lines in the asset cell'),
  unknown_ticker: rowsHave('a ticker cell without a ticker'),
  pdf_damaged: ({ objects }) => `The PDF is damaged: the contents of its objects ${objects.join(', ')} may be missing.`,
  page_cut_off: ({ page }) => `Page ${page} ends too early: its last lines may be missing.`,
  no_filer: () => 'The page does not name the filer.',
  no_filing_date: () => 'The page has no filing date.',
  amendment_without_number: ({ title }) => `The title "${title}" mentions an amendment without a number.`,
  unknown_section: ({ section }) => `The page has an unknown section "${section}".`,
  further_tables: ({ tables }) => `The page has ${tables + 1} tables; only the one of transactions is expected.`,
  no_row_count: () => 'The page does not state its number of transactions.',
  row_count_differs: ({ rows, counted }) =>
    `${rows} rows were read, but the page states "${counted} transactions total".`,
  owner_count_differs: ({ owner, rows, counted }) =>
    `${rows} rows with owner "${owner}" were read, but the page counts ${counted ?? 'none'}.`,
  status_lines_differ: ({ rows, lines }) =>
    `${rows} rows were read, but the document has ${lines} "Filing Status" lines.`,
  lineage_unclear: ({ doubts }) => `It is not clear what the filing amends: ${doubts.map(doubtClause).join('; ')}.`,
  differs_from_decision: ({ decided_by, decision, decided_on, ...difference }) =>
    `The reading differs from the one that ${decided_by} ${decision} on ${decided_on} (${differenceClause(difference)}).`,
};

export const REVIEW_CODES = Object.keys(SENTENCES) as ReviewCode[];

const doubtClause = (doubt: Doubt): string => sentenceOf(DOUBTS, doubt);

const DOUBTS: Sentences<Doubts> = {
  row_named_twice: ({ row_id }) => `it has two rows with the id ${row_id}`,
  row_unclear: ({ row, candidates }) => `row ${row} may amend any of ${candidates.map(placeText).join(', ')}`,
  row_contested: ({ row, claimed, rivals }) =>
    `row ${row} may amend ${placeText(claimed)}, but so may ${rivals.map(placeText).join(', ')}`,
  too_few_rows: ({ filing, percent }) => `it repeats only ${percent} % of the rows of ${filing}`,
  report_unclear: ({ candidates }) =>
    `it may amend any of ${candidates.map(({ filing, percent }) => `${filing} (repeats ${percent} % of its rows)`).join(', ')}`,
  report_contested: ({ filing, rivals }) => `it may amend ${filing}, but so may ${rivals.join(', ')}`,
};

const placeText = ({ filing, row }: RowPlace): string => `${filing} row ${row}`;

type Difference = Pick<ReviewReasons['differs_from_decision'], 'rows_differ' | 'rows_new' | 'rows_gone'>;

function differenceClause({ rows_differ, rows_new, rows_gone }: Difference): string {
  if (rows_differ + rows_new + rows_gone === 0) return 'same rows, different review reasons';
  return `rows changed: ${rows_differ}, new: ${rows_new}, missing: ${rows_gone}`;
}
