import type { ParsedTransaction, ReviewReasons } from '#rotunda/domain';
import type { CorrectableField, ReadRow, RowContent } from '../entities/read-row.js';
import { corrected } from '../rows/correction.js';
import { alignRows, type Alignment } from '../rows/row-alignment.js';
import { ALIGNMENT_KEYS, contentOf, pickContent } from '../rows/row-content.js';

/** A field that a reviewer changed. */
export interface KnownChange {
  transactionId: string;
  field: CorrectableField;
  newValue: unknown;
}

/** Adds the stored ids to the rows of a reading. Both lists have the same rows, in document order. */
export const asRead = (rows: readonly RowContent[], stored: readonly { id: string }[]): ReadRow[] =>
  rows.map((row, i) => ({ ...pickContent(row), id: stored[i]!.id }));

/** Whether two readings have the same content, row by row. The place of a row on its page does not count. */
export const isSameReading = (seen: readonly ReadRow[], found: readonly RowContent[]): boolean =>
  seen.length === found.length && seen.every((row, i) => contentOf(row) === contentOf(found[i]!));

/**
 * Applies the reviewers' corrections to a new reading: a person overrules a parser.
 *
 * @param readings the readings that went to review; first the one that the stored rows come from. In the others, a row
 * is recognised by its whole content, because a row that one reading missed may have come back under another id.
 * @param changes oldest first
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

/** Counts the rows in which two readings differ. */
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
