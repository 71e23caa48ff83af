import type { Doubt, RowPlace } from '../lineage/lineage.js';
import { OWNERS, type Owner } from '../transaction.js';
import type { ReviewReason, RowReasons } from './review-reason.js';

/** Parses a sentence of a version without codes, see `storedSentence`. Any other text is kept as `unrecognised`. */
export function recogniseSentence(text: string): ReviewReason {
  return firstMatch(SENTENCES, text) ?? rowReason(text) ?? { code: 'unrecognised', params: { text } };
}

type Reading<T> = readonly [RegExp, (...groups: string[]) => T | null];

function firstMatch<T>(readings: readonly Reading<T>[], text: string): T | null {
  for (const [pattern, read] of readings) {
    const match = pattern.exec(text);
    const found = match && read(...match.slice(1));
    if (found) return found;
  }
  return null;
}

const SENTENCES: readonly Reading<ReviewReason>[] = [
  [
    /^The PDF is damaged: what its objects (\d+(?:, \d+)*) hold may be missing\.$/,
    (objects) => ({ code: 'pdf_damaged', params: { objects: listed(objects).map(Number) } }),
  ],
  [/^Page (\d+) has no text\.$/, (page) => ({ code: 'page_without_text', params: { page: Number(page) } })],
  [
    /^Page (\d+) ends before it is full: its end may be missing\.$/,
    (page) => ({ code: 'page_cut_off', params: { page: Number(page) } }),
  ],
  [/^The document has no "Filing ID"\.$/, () => ({ code: 'no_filing_id', params: {} })],
  [/^The document has no dated signature: its end may be missing\.$/, () => ({ code: 'no_signature', params: {} })],
  [/^The page names no filer\.$/, () => ({ code: 'no_filer', params: {} })],
  [/^The page has no date of filing\.$/, () => ({ code: 'no_filing_date', params: {} })],
  [
    /^The title "(.*)" has an amendment without a number\.$/s,
    (title) => ({ code: 'amendment_without_number', params: { title: title } }),
  ],
  [/^The page has no section "(.*)"\.$/s, (section) => ({ code: 'missing_section', params: { section: section } })],
  [
    /^The page has the unknown section "(.*)"\.$/s,
    (section) => ({ code: 'unknown_section', params: { section: section } }),
  ],
  [
    /^The page has (\d+) more than the one table of transactions\.$/,
    (tables) => ({ code: 'further_tables', params: { tables: Number(tables) } }),
  ],
  [/^The transactions table has no rows\.$/, () => ({ code: 'no_rows', params: {} })],
  [/^The page does not say how many transactions it has\.$/, () => ({ code: 'no_row_count', params: {} })],
  [
    /^(\d+) rows were read, and the page has "(\d+) transactions total"\.$/,
    (rows, counted) => ({ code: 'row_count_differs', params: { rows: Number(rows), counted: Number(counted) } }),
  ],
  [
    /^(\d+) rows of "(\w+)" were read, and the page counts (\d+|none)\.$/,
    (rows, owner, counted) =>
      isOwner(owner)
        ? {
            code: 'owner_count_differs',
            params: { owner, rows: Number(rows), counted: counted === 'none' ? null : Number(counted) },
          }
        : null,
  ],
  [
    /^(\d+) rows were read, and the document has (\d+) "Filing Status" lines\.$/,
    (rows, lines) => ({ code: 'status_lines_differ', params: { rows: Number(rows), lines: Number(lines) } }),
  ],
  [
    /^A line below a row has the unknown label "(.*)"\.$/s,
    (label) => ({ code: 'unknown_label_below_row', params: { label: label } }),
  ],
  [
    /^A line below an asset has the unknown label "(.*)"\.$/s,
    (label) => ({ code: 'unknown_label_below_asset', params: { label: label } }),
  ],
  [
    /^What it amends is not clear: (.*)\.$/,
    (clauses) => {
      const doubts = clauses.split('; ').map((clause) => firstMatch(DOUBTS, clause));
      return doubts.every((doubt) => doubt !== null) ? { code: 'lineage_unclear', params: { doubts } } : null;
    },
  ],
  [
    /^The reading is not the one that (.*) (accepted|corrected|rejected) on (\d{4}-\d\d-\d\d): (?:the rows are the same, the reasons are not|(?:(\d+) rows? differs?)?(?:, )?(?:(\d+) rows? (?:is|are) new)?(?:, )?(?:(\d+) rows? (?:is|are) gone)?)\.$/s,
    (decided_by, decision, decided_on, differ, fresh, gone) => ({
      code: 'differs_from_decision',
      params: {
        decided_by: decided_by,
        decision: decision,
        decided_on: decided_on,
        rows_differ: Number(differ ?? 0),
        rows_new: Number(fresh ?? 0),
        rows_gone: Number(gone ?? 0),
      },
    }),
  ],
];

const ID = String.raw`[^\s,]+`;
const PLACE = String.raw`${ID} row \d+`;
const SHARE = String.raw`${ID} \(\d+ %\)`;
const some = (one: string): string => `${one}(?:, ${one})*`;

const DOUBTS: readonly Reading<Doubt>[] = [
  [/^it names the row (\S+) twice$/, (row_id) => ({ code: 'row_named_twice', params: { row_id: row_id } })],
  [
    new RegExp(String.raw`^row (\d+) may amend any of (${some(PLACE)})$`),
    (row, all) => ({ code: 'row_unclear', params: { row: Number(row), candidates: listed(all).map(placeIn) } }),
  ],
  [
    new RegExp(String.raw`^row (\d+) may amend (${PLACE}), and so may (${some(PLACE)})$`),
    (row, claimed, rivals) => ({
      code: 'row_contested',
      params: { row: Number(row), claimed: placeIn(claimed), rivals: listed(rivals).map(placeIn) },
    }),
  ],
  [
    /^it repeats (\d+) % of the rows of (\S+)$/,
    (percent, filing) => ({ code: 'too_few_rows', params: { filing: filing, percent: Number(percent) } }),
  ],
  [
    new RegExp(`^it may amend any of (${some(SHARE)})$`),
    (shares) => ({ code: 'report_unclear', params: { candidates: listed(shares).map(shareIn) } }),
  ],
  [
    new RegExp(String.raw`^(\S+) is amended by (${some(ID)}) as well$`),
    (filing, rivals) => ({ code: 'report_contested', params: { filing: filing, rivals: listed(rivals) } }),
  ],
];

const ROW_MEANINGS: ReadonlyMap<string, keyof RowReasons> = new Map([
  ['an unknown owner', 'unknown_owner'],
  ['an unknown owner code', 'unknown_owner_code'],
  ['an unknown transaction type', 'unknown_type'],
  ['an amount that is no band of the form', 'unknown_band'],
  ['a transaction date that is no date', 'invalid_trade_date'],
  ['a notification date that is no date', 'invalid_notification_date'],
  ['a transaction date that can’t be', 'impossible_trade_date'],
  ['a notification date that can’t be', 'impossible_notification_date'],
  ['no known filing status', 'unknown_row_status'],
  ['no asset', 'missing_asset'],
  ['no box in the column "Cap. Gains"', 'missing_cap_gains_box'],
  ['lines in the asset cell that are not known', 'unknown_asset_lines'],
  ['a ticker cell that holds no ticker', 'unknown_ticker'],
]);

function rowReason(text: string): ReviewReason | null {
  const match = /^Rows? (\d+(?:, \d+)*)(?: and (\d+) more)? (?:has|have) (.*)\.$/.exec(text);
  const code = match && ROW_MEANINGS.get(match[3]!);
  return code ? { code, params: { rows: listed(match[1]!).map(Number), more: Number(match[2] ?? 0) } } : null;
}

const isOwner = (text: string): text is Owner => (OWNERS as readonly string[]).includes(text);
const listed = (text: string): string[] => text.split(', ');

function placeIn(text: string): RowPlace {
  const [filing, row] = text.split(' row ');
  return { filing: filing!, row: Number(row) };
}

function shareIn(text: string): { filing: string; percent: number } {
  const [filing, percent] = text.split(' (');
  return { filing: filing!, percent: Number.parseInt(percent!, 10) };
}
