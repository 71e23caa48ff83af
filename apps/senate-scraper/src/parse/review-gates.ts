import {
  flagReasons,
  type Owner,
  type ParsedTransaction,
  type ReviewReason,
  type RowQualityFlag,
  type RowReasons,
} from '#rotunda/domain';
import { textOf, type Page } from './page/html-page.js';
import type { PtrHeader } from './ptr-document.js';
import type { PrintedRow } from './rows/ptr-rows.js';
import { ROW_FLAGS } from './rows/row-flags.js';
import type { RowSummary } from './rows/row-summary.js';
import { unplaced } from './rows/sub-lines.js';
import type { TransactionsTable } from './rows/transactions-table.js';

/**
 * Flags that may mean that the parser misread the page, rather than that the filer erred: the Senate's form offers
 * these values in lists and checks its dates, so a filer can't enter others.
 */
const SUSPICIOUS_FLAGS = new Map<RowQualityFlag, keyof RowReasons>([
  [ROW_FLAGS.unknownOwner, 'unknown_owner'],
  [ROW_FLAGS.unknownType, 'unknown_type'],
  [ROW_FLAGS.unknownBand, 'unknown_band'],
  [ROW_FLAGS.invalidTradeDate, 'invalid_trade_date'],
  [ROW_FLAGS.impossibleTradeDate, 'impossible_trade_date'],
  [ROW_FLAGS.missingAsset, 'missing_asset'],
  [ROW_FLAGS.unknownAssetLines, 'unknown_asset_lines'],
  [ROW_FLAGS.unknownTicker, 'unknown_ticker'],
]);
const COUNTED_OWNERS: readonly Owner[] = ['self', 'spouse', 'joint', 'dependent'];
const TRANSACTIONS_SECTION = 'Transactions';

/** Why a person should look at the text around the table. */
export function headerReasons({
  titleRaw,
  isAmendment,
  amendmentNo,
  filerNameRaw,
  filedOn,
}: PtrHeader): ReviewReason[] {
  const reasons: ReviewReason[] = [];
  if (isAmendment && amendmentNo === null) {
    reasons.push({ code: 'amendment_without_number', params: { title: titleRaw } });
  }
  if (filerNameRaw === null) reasons.push({ code: 'no_filer', params: {} });
  if (filedOn === null) reasons.push({ code: 'no_filing_date', params: {} });
  return reasons;
}

/**
 * Checks for parts that every PTR had so far (all 563 have one section with one table), and for parts that none had.
 */
export function pageReasons(page: Page, { otherTables }: TransactionsTable): ReviewReason[] {
  const sections = page('h3')
    .toArray()
    .map((heading) => textOf(page(heading)));
  const unknown = sections.filter((heading) => heading !== TRANSACTIONS_SECTION);
  const reasons: ReviewReason[] = [];
  if (!sections.includes(TRANSACTIONS_SECTION)) {
    reasons.push({ code: 'missing_section', params: { section: TRANSACTIONS_SECTION } });
  }
  for (const section of unknown) reasons.push({ code: 'unknown_section', params: { section } });
  if (otherTables > 0) reasons.push({ code: 'further_tables', params: { tables: otherTables } });
  return reasons;
}

/** Compares the page's own counts of its rows, in total and by owner, with the rows that were read. */
export function summaryReasons(summary: RowSummary, transactions: readonly ParsedTransaction[]): ReviewReason[] {
  const reasons: ReviewReason[] = [];
  if (summary.total === null) reasons.push({ code: 'no_row_count', params: {} });
  else if (summary.total !== transactions.length) {
    reasons.push({ code: 'row_count_differs', params: { rows: transactions.length, counted: summary.total } });
  }
  for (const owner of COUNTED_OWNERS) {
    const read = transactions.filter((row) => row.owner === owner).length;
    const counted = summary.byOwner.get(owner) ?? null;
    if (read !== counted) reasons.push({ code: 'owner_count_differs', params: { owner, rows: read, counted } });
  }
  return reasons;
}

/** Why a person should look at the rows, a reason for each gate that failed. */
export function rowReasons(rows: readonly PrintedRow[], transactions: readonly ParsedTransaction[]): ReviewReason[] {
  const reasons: ReviewReason[] = [];
  if (rows.length === 0) reasons.push({ code: 'no_rows', params: {} });
  reasons.push(...flagReasons(transactions, SUSPICIOUS_FLAGS));
  const labels = new Set(rows.flatMap(({ subLines }) => unplaced(subLines)).map(({ label }) => label));
  for (const label of labels) reasons.push({ code: 'unknown_label_below_asset', params: { label } });
  return reasons;
}
