import type { ExpectedScan } from './paper-expected.js';
import { isRight, type RowPair } from './paper-alignment.js';

/** Counts of rows; `right` cells are those of all expected rows, so that a missing row has none. */
export interface RowTally {
  expected: number;
  found: number;
  /** Found, and not on the sheet. */
  extra: number;
  owner: number;
  asset: number;
  typeAndAmount: number;
  dates: number;
  /** Stored without a person, extra ones too. */
  stored: number;
  /** Stored, and right in every field but the asset. */
  storedRight: number;
}

export const emptyTally = (): RowTally => ({
  ...{ expected: 0, found: 0, extra: 0, owner: 0, asset: 0, typeAndAmount: 0, dates: 0, stored: 0, storedRight: 0 },
});

export function count(tally: RowTally, { expected, found }: RowPair): void {
  if (found?.isStored) tally.stored += 1;
  if (!expected) {
    tally.extra += 1;
    return;
  }
  tally.expected += 1;
  if (!found) return;
  tally.found += 1;
  const right = (...fields: Parameters<typeof isRight>[0][]): boolean =>
    fields.every((field) => isRight(field, expected, found.cells));
  if (right('owner')) tally.owner += 1;
  if (right('asset')) tally.asset += 1;
  if (right('type', 'amount')) tally.typeAndAmount += 1;
  if (right('traded_on')) tally.dates += 0.5;
  if (right('notified_on')) tally.dates += 0.5;
  if (found.isStored && right('owner', 'type', 'amount', 'traded_on', 'notified_on')) tally.storedRight += 1;
}

/** The form of the sheet with a row: `C18+B15` is that of the first sheet and that of the others. */
export function formOf({ form }: ExpectedScan, page: number): string {
  const [first, others = first] = form.split('+');
  return (page === 1 ? first : others)!;
}

/** What a scan's sheets are, in the words of the expectation: `C18+B15`. */
export function formsOf(sheets: readonly { form: string | null }[]): string {
  const known = sheets.flatMap(({ form }) => form ?? []);
  return [...new Set(known)].join('+');
}
