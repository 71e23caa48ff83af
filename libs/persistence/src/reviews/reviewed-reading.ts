import type { ParsedTransaction, ReviewReasons } from '#rotunda/domain';
import type { CorrectableField, ReadRow, RowContent } from '../entities/read-row.js';
import { corrected } from '../rows/correction.js';
import { alignRows, type Alignment } from '../rows/row-alignment.js';
import { ALIGNMENT_KEYS, contentOf, pickContent } from '../rows/row-content.js';

/** What reviewers changed, the oldest change first. */
export interface KnownChange {
  transactionId: string;
  field: CorrectableField;
  newValue: unknown;
}

/** A reading with the ids of its rows; both lists are in document order and have the same rows. */
export const asRead = (rows: readonly RowContent[], stored: readonly { id: string }[]): ReadRow[] =>
  rows.map((row, i) => ({ ...pickContent(row), id: stored[i]!.id }));

/** Whether two readings say the same, row by row. Where a row stands on its page is no part of what it says. */
export const isSameReading = (seen: readonly ReadRow[], found: readonly RowContent[]): boolean =>
  seen.length === found.length && seen.every((row, i) => contentOf(row) === contentOf(found[i]!));

/**
 * A new reading with what reviewers corrected: a person's word outlives a parser's.
 *
 * @param readings that were put up for review, the one first that the stored rows come from. In the others a row is
 * known again by its whole content: a row that a reading had missed may have come back under another id.
 */
export function withCorrections(
  readings: ReadRow[][],
  found: ParsedTransaction[],
  changes: KnownChange[],
): ParsedTransaction[] {
  if (changes.length === 0) return found;
  const [latest = [], ...older] = readings;
  const pairs = [...align(latest, found).pairs, ...older.flatMap((seen) => sameRows(seen, found))];
  return found.map((row) => {
    const ids = new Set(pairs.filter((pair) => pair.found === row).map(({ known }) => known.id));
    return changes
      .filter(({ transactionId }) => ids.has(transactionId))
      .reduce((changed, { field, newValue }) => corrected(changed, field, newValue), row);
  });
}

const sameRows = (seen: ReadRow[], found: ParsedTransaction[]): Alignment<ReadRow, ParsedTransaction>['pairs'] =>
  align(seen, found).pairs.filter((pair) => contentOf(pair.known) === contentOf(pair.found));

/** In how many rows two readings differ. */
export function countDifferences(
  seen: ReadRow[],
  found: ParsedTransaction[],
): Pick<ReviewReasons['differs_from_decision'], 'rows_differ' | 'rows_new' | 'rows_gone'> {
  const { pairs, added, vanished } = align(seen, found);
  const differing = pairs.filter((pair) => contentOf(pair.known) !== contentOf(pair.found));
  return { rows_differ: differing.length, rows_new: added.length, rows_gone: vanished.length };
}

const align = (seen: ReadRow[], found: ParsedTransaction[]): Alignment<ReadRow, ParsedTransaction> =>
  alignRows<ReadRow, ParsedTransaction>(seen, found, ALIGNMENT_KEYS);
