import type { ParsedTransaction, ReviewReasons } from '#rotunda/domain';
import type { ReadRow, RowContent } from '../entities/read-row.js';
import { alignRows, type Alignment } from '../rows/row-alignment.js';
import { ALIGNMENT_KEYS, contentOf, pickContent } from '../rows/row-content.js';

/** Adds the ids under which they are stored to rows of a reading. */
export const asRead = (rows: readonly RowContent[], ids: readonly string[]): ReadRow[] =>
  rows.map((row, i) => ({ ...pickContent(row), id: ids[i]! }));

/** Whether two readings have the same content, row by row. The place of a row on its page does not count. */
export const isSameReading = (seen: readonly ReadRow[], found: readonly RowContent[]): boolean =>
  seen.length === found.length && seen.every((row, i) => contentOf(row) === contentOf(found[i]!));

/**
 * Recognises the rows of earlier readings in a new one.
 *
 * @param readings the readings that went to review; first the one that the stored rows come from. In the others, a row
 * is recognised by its whole content, because a row that one reading missed may have come back under another id.
 * @returns for each row the ids that it had
 */
export function earlierIds(readings: ReadRow[][], found: ParsedTransaction[]): Set<string>[] {
  const [latest = [], ...older] = readings;
  const pairs = [...align(latest, found).pairs, ...older.flatMap((seen) => sameRows(seen, found))];
  return found.map((row) => new Set(pairs.filter((pair) => pair.found === row).map(({ known }) => known.id)));
}

/** Rows that a reading has unchanged. */
export const unchangedRows = (seen: ReadRow[], found: ParsedTransaction[]): Set<ParsedTransaction> =>
  new Set(sameRows(seen, found).map((pair) => pair.found));

const sameRows = (seen: ReadRow[], found: ParsedTransaction[]): Alignment<ReadRow, ParsedTransaction>['pairs'] =>
  align(seen, found).pairs.filter((pair) => contentOf(pair.known) === contentOf(pair.found));

/** Counts the rows in which two readings differ. */
export function countDifferences(
  seen: ReadRow[],
  found: RowContent[],
): Pick<ReviewReasons['differs_from_decision'], 'rows_differ' | 'rows_new' | 'rows_gone'> {
  const { pairs, added, vanished } = align(seen, found);
  const differing = pairs.filter((pair) => contentOf(pair.known) !== contentOf(pair.found));
  return { rows_differ: differing.length, rows_new: added.length, rows_gone: vanished.length };
}

const align = <F extends RowContent>(seen: ReadRow[], found: F[]): Alignment<ReadRow, F> =>
  alignRows<ReadRow, F>(seen, found, ALIGNMENT_KEYS);
