import { flagReasons, type Owner, type ParsedTransaction } from '#rotunda/domain';
import { textOf, type Page } from './page/html-page.js';
import type { PtrHeader } from './ptr-document.js';
import type { PrintedRow } from './rows/ptr-rows.js';
import { ROW_FLAGS } from './rows/row-flags.js';
import type { RowSummary } from './rows/row-summary.js';
import { unplaced } from './rows/sub-lines.js';
import type { TransactionsTable } from './rows/transactions-table.js';

/**
 * Flags that may mean that the parser misread the page, rather than that the filer erred: the Senate's form offers
 * these values in lists and checks its dates, so others do not come from a filer's keyboard.
 */
const SUSPICIOUS_FLAGS = new Map<string, string>([
  [ROW_FLAGS.unknownOwner, 'an unknown owner'],
  [ROW_FLAGS.unknownType, 'an unknown transaction type'],
  [ROW_FLAGS.unknownBand, 'an amount that is no band of the form'],
  [ROW_FLAGS.invalidTradeDate, 'a transaction date that is no date'],
  [ROW_FLAGS.impossibleTradeDate, 'a transaction date that can’t be'],
  [ROW_FLAGS.missingAsset, 'no asset'],
  [ROW_FLAGS.unknownAssetLines, 'lines in the asset cell that are not known'],
  [ROW_FLAGS.unknownTicker, 'a ticker cell that holds no ticker'],
]);
const COUNTED_OWNERS: readonly Owner[] = ['self', 'spouse', 'joint', 'dependent'];
const TRANSACTIONS_SECTION = 'Transactions';

/** Why a person should look at what stands around the table. */
export function headerReasons({ titleRaw, isAmendment, amendmentNo, filerNameRaw, filedOn }: PtrHeader): string[] {
  const reasons: string[] = [];
  if (isAmendment && amendmentNo === null) reasons.push(`The title "${titleRaw}" has an amendment without a number.`);
  if (filerNameRaw === null) reasons.push('The page names no filer.');
  if (filedOn === null) reasons.push('The page has no date of filing.');
  return reasons;
}

/** Parts of the page that every PTR had so far (all 563 have one section with one table), and those that none had. */
export function pageReasons(page: Page, { otherTables }: TransactionsTable): string[] {
  const sections = page('h3')
    .toArray()
    .map((heading) => textOf(page(heading)));
  const unknown = sections.filter((heading) => heading !== TRANSACTIONS_SECTION);
  return [
    ...(sections.includes(TRANSACTIONS_SECTION) ? [] : [`The page has no section "${TRANSACTIONS_SECTION}".`]),
    ...unknown.map((heading) => `The page has the unknown section "${heading}".`),
    ...(otherTables > 0 ? [`The page has ${otherTables} more than the one table of transactions.`] : []),
  ];
}

/** The page's own count of its rows, in all and by owner, against the rows that were read. */
export function summaryReasons(summary: RowSummary, transactions: readonly ParsedTransaction[]): string[] {
  const reasons: string[] = [];
  if (summary.total === null) reasons.push('The page does not say how many transactions it has.');
  else if (summary.total !== transactions.length) {
    reasons.push(`${transactions.length} rows were read, and the page has "${summary.total} transactions total".`);
  }
  for (const owner of COUNTED_OWNERS) {
    const read = transactions.filter((row) => row.owner === owner).length;
    const counted = summary.byOwner.get(owner);
    if (read !== counted)
      reasons.push(`${read} rows of "${owner}" were read, and the page counts ${counted ?? 'none'}.`);
  }
  return reasons;
}

/** Why a person should look at the rows, a sentence for each gate that was not passed. */
export function rowReasons(rows: readonly PrintedRow[], transactions: readonly ParsedTransaction[]): string[] {
  const reasons: string[] = [];
  if (rows.length === 0) reasons.push('The transactions table has no rows.');
  reasons.push(...flagReasons(transactions, SUSPICIOUS_FLAGS));
  const labels = new Set(rows.flatMap(({ subLines }) => unplaced(subLines)).map(({ label }) => label));
  for (const label of labels) reasons.push(`A line below an asset has the unknown label "${label}".`);
  return reasons;
}
