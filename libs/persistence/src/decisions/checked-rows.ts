import { amountFault, InvalidCorrectionError } from '../rows/correction.js';
import { isKnownAs, refuseStale, unknownRow } from './checked-corrections.js';
import type { AddedRow, Edits, KnownRow, RemovedRow } from './review-edits.js';

/**
 * @param pages number of the filing's sheets; 0 where it is not known
 * @throws ReviewConflictError where a row's revision is not the one that the reviewer saw
 * @throws InvalidCorrectionError where a row can't be added or removed
 */
export function checkRows(known: Map<string, KnownRow>, { added, removed, corrections }: Edits, pages: number): void {
  const faults = [
    ...faultsOf('remove', removed, (row, i) => removalFault(known, removed, row, i)),
    ...faultsOf('add', added, (row) => additionFault(known, row, pages)),
    ...faultsOf('changes', corrections, ({ transactionId }) =>
      removed.some((row) => row.transactionId === transactionId) ? `${transactionId} is removed as well` : null,
    ),
  ];
  if (faults.length > 0) throw new InvalidCorrectionError(faults);
  for (const { transactionId, revision } of removed) refuseStale(known.get(transactionId)!, revision);
}

function faultsOf<T>(list: string, entries: T[], faultOf: (entry: T, index: number) => string | null) {
  return entries.flatMap((entry, i) => {
    const fault = faultOf(entry, i);
    return fault === null ? [] : [{ field: `${list}.${i}`, message: `${list}.${i}: ${fault}` }];
  });
}

function removalFault(known: Map<string, KnownRow>, removed: RemovedRow[], row: RemovedRow, i: number): string | null {
  const { transactionId: id, revision } = row;
  if (!isKnownAs(known.get(id), revision)) return unknownRow(id, revision);
  return removed.findIndex((other) => other.transactionId === id) === i ? null : `${id} is removed twice`;
}

function additionFault(
  known: Map<string, KnownRow>,
  { content, page, afterId }: AddedRow,
  pages: number,
): string | null {
  if (pages > 0 && page > pages) return `the filing has ${pages} pages, not ${page}`;
  if (afterId !== null && !known.has(afterId)) return `the filing has no row ${afterId} to come after`;
  return amountFault(content);
}
