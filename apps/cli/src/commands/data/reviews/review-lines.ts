import { fieldLines } from '../../../output/fields.js';
import type { Paper } from '../../../output/paint.js';
import { type Column, tableLines } from '../../../output/table.js';
import { assetOf, filedOn, minuteOf, type TradeCells, tradedOn, typeOf } from '../cells.js';
import type { ReviewedRow } from './corrections.js';
import { ROW_COLUMNS, type ShownFiling } from '../filings.js';
import { filerLine } from '../trade-lines.js';
import { scanLines, type ShownScan } from './waiting-lines.js';

/** A review, as `GET reviews` lists it; the answer has more fields. */
export interface ListedReview {
  id: string;
  status: string;
  chamber: string;
  version: number;
  reasons: string[];
  counts: { expected_rows: number | null; rows: number; flagged_rows: number };
  document: { url: string; download: string | null };
  opened_at: string;
  filing: ShownFiling;
}

type ShownRow = ReviewedRow & TradeCells & { quality_flags: string[] };

interface ShownChange {
  trade_id: string;
  field: string;
  old: unknown;
  new: unknown;
}

/** A row that a decision added or removed. */
interface ShownRowChange {
  action: 'added' | 'removed';
  row: TradeCells & { ordinal: number };
  reason: string | null;
}

interface ShownDecision {
  decision: string;
  by: string;
  reason: string | null;
  at: string;
  changes: ShownChange[];
  rows: ShownRowChange[];
}

/** The answer of `GET reviews/{id}`. */
export interface ShownReview extends ListedReview {
  transactions: ShownRow[];
  /** What was read of a scan; null for an electronic filing. */
  paper: ShownScan | null;
  decisions: ShownDecision[];
}

/** All that can be named: trades, and the rows of a scan that wait. */
export const rowsOf = ({ transactions, paper }: ShownReview): ReviewedRow[] => [
  ...transactions,
  ...(paper?.rows ?? []).map(({ row_id: id, ordinal }) => ({ id, ordinal, revision: null })),
];

const COLUMNS: Column<ShownRow>[] = [
  ...ROW_COLUMNS,
  { name: 'doubtful', cell: ({ quality_flags }) => quality_flags.join(', '), colour: () => 'yellow' },
];

export function reviewLines(review: ShownReview, gateway: string, paper: Paper): string[] {
  const { filing, counts, document, transactions } = review;
  const stated = counts.expected_rows === null ? '' : ` of the ${counts.expected_rows} that the document states`;
  const fields = fieldLines([
    ['review', `${review.id} (version ${review.version}), ${review.status}`],
    ['filer', filerLine(filing)],
    ['filed', filedOn(filing)],
    ...review.reasons.map((reason) => ['why', reason] as const),
    ['rows', `${counts.rows} read${stated}, ${counts.flagged_rows} doubtful${waitingText(review.paper)}`],
    ['document', document.url],
    ['archived', document.download && gateway + document.download],
    ...review.decisions.flatMap((decision) => decisionFields(decision, transactions)),
  ]);
  return [
    ...fields,
    ...(transactions.length === 0 ? [] : ['', ...tableLines(transactions, COLUMNS, paper)]),
    ...(review.paper ? scanLines(review.paper, gateway, paper) : []),
  ];
}

const waitingText = (paper: ShownScan | null): string =>
  paper === null || paper.rows.length === 0 ? '' : `; ${paper.rows.length} wait for a person`;

function decisionFields({ decision, by, reason, at, changes, rows: edited }: ShownDecision, rows: ShownRow[]) {
  const numberOf = (id: string): string => String(rows.find((row) => row.id === id)?.ordinal ?? id);
  return [
    [decision, `by ${by}, ${minuteOf(at)}${reason === null ? '' : `: ${reason}`}`] as const,
    ...changes.map(
      ({ trade_id, field, old, new: now }) =>
        ['', `${numberOf(trade_id)}.${field}: ${JSON.stringify(old)} → ${JSON.stringify(now)}`] as const,
    ),
    ...edited.map(({ action, row, reason: why }) => {
      const text = `${action}: ${typeOf(row)} of ${assetOf(row)}, ${tradedOn(row)}${why === null || why === reason ? '' : `: ${why}`}`;
      return ['', text] as const;
    }),
  ];
}
