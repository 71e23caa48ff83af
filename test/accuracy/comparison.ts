/** The fields of a row. An undefined field is not compared. Texts are compared as they are here. */
export type Cells = Record<string, string | undefined>;

/** Some fields of a record under our names; a missing one is empty. */
export const cellsNamed = (names: Record<string, string>, record: Record<string, unknown>): Cells =>
  Object.fromEntries(
    Object.entries(names).map(([field, name]) => [field, String((record[name] as string | number | null) ?? '')]),
  );

/** What another reader found in a document, and what our parser found. */
export interface Sheet {
  source: string;
  document: string;
  expected: Cells[];
  found: Cells[];
  /**
   * `document`: one line about the document as a whole. `all rows`: in document order, and each of our rows must be
   * among them. `some rows`: each of them must be among our rows.
   */
  holds: 'document' | 'all rows' | 'some rows';
}

export interface Difference {
  document: string;
  /** Our ordinal, from 1; 0 for the document as a whole and for an expected row without a counterpart. */
  row: number;
  source: string;
  /** `row` where a whole row is missing or extra. */
  field: string;
  expected: string;
  found: string;
}

export interface Comparison {
  differences: Difference[];
  /** Number of expected values that were compared, by field. */
  compared: Map<string, number>;
}

/** Compares field by field. Where the order is unreliable, each expected row is paired with the most similar one. */
export function compare(sheet: Sheet): Comparison {
  const pairs = sheet.holds === 'some rows' ? pairByLikeness(sheet) : pairInOrder(sheet);
  const compared = new Map<string, number>();
  for (const row of sheet.expected) {
    for (const field of fieldsOf(row)) compared.set(field, (compared.get(field) ?? 0) + 1);
  }
  if (sheet.holds !== 'document') compared.set('row', sheet.expected.length);
  return { differences: pairs.flatMap((pair) => differencesOf(sheet, pair)), compared };
}

interface Pair {
  expected: Cells | undefined;
  found: Cells | undefined;
  row: number;
}

function pairInOrder({ expected, found, holds }: Sheet): Pair[] {
  return Array.from({ length: Math.max(expected.length, found.length) }, (_, index) => ({
    expected: expected[index],
    found: found[index],
    row: found[index] && holds !== 'document' ? index + 1 : 0,
  }));
}

/** Pairs equal rows first, then each remaining row with the most similar one. */
function pairByLikeness({ expected, found }: Sheet): Pair[] {
  const left = found.map((cells, index) => ({ found: cells, row: index + 1 }));
  const take = (index: number): { found: Cells; row: number } | undefined => left.splice(index, 1)[0];
  const unpaired = expected.filter((row) => {
    const index = left.findIndex((candidate) => differing(candidate.found, row).length === 0);
    if (index !== -1) take(index);
    return index === -1;
  });
  return unpaired.map((row) => {
    const distances = left.map((candidate) => differing(candidate.found, row).length);
    const best = take(distances.indexOf(Math.min(...distances)));
    return { expected: row, found: best?.found, row: best?.row ?? 0 };
  });
}

const fieldsOf = (row: Cells): string[] => Object.keys(row).filter((field) => row[field] !== undefined);

const differing = (found: Cells, expected: Cells): string[] =>
  fieldsOf(expected).filter((field) => found[field] !== expected[field]);

function differencesOf({ document, source }: Sheet, { expected, found, row }: Pair): Difference[] {
  const at = { document, source, row };
  if (!expected || !found) {
    return [{ ...at, field: 'row', expected: textOf(expected), found: textOf(found) }];
  }
  return differing(found, expected).map((field) => ({
    ...at,
    field,
    expected: expected[field]!,
    found: found[field] ?? '',
  }));
}

const textOf = (row: Cells | undefined): string => (row ? Object.values(row).join(' | ') : '');
