import type { RowQualityFlag } from '../quality-flags.js';
import type { ParsedTransaction } from '../transaction.js';
import type { FlaggedRows, ReviewReason, RowReasons } from './review-reason.js';

const NAMED_ROWS = 10;

/**
 * One review reason for each flag that any row has.
 *
 * @param codes flag → the reason's code
 */
export function flagReasons(
  transactions: readonly ParsedTransaction[],
  codes: ReadonlyMap<RowQualityFlag, keyof RowReasons>,
): ReviewReason[] {
  return [...codes].flatMap(([flag, code]): ReviewReason[] => {
    const flagged = transactions.filter(({ qualityFlags }) => qualityFlags.includes(flag));
    if (flagged.length === 0) return [];
    return [{ code, params: flaggedRows(flagged) }];
  });
}

/** The first rows by their number, and how many more there are. */
export function flaggedRows(flagged: readonly Pick<ParsedTransaction, 'ordinal'>[]): FlaggedRows {
  const rows = flagged.slice(0, NAMED_ROWS).map(({ ordinal }) => ordinal);
  return { rows, more: flagged.length - rows.length };
}
