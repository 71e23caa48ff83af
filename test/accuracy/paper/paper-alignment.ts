import type { ExpectedRow, ExpectedScan, RowCells, RowField } from './paper-expected.js';
import type { FoundRow } from './paper-reading.js';

export interface RowPair {
  expected: ExpectedRow | null;
  found: FoundRow | null;
}

export const ROW_FIELDS = ['owner', 'asset', 'type', 'amount', 'traded_on', 'notified_on'] as const;

/** Assets are compared by their letters and digits alone, in any case. */
const plain = (field: RowField, value: string): string =>
  field === 'asset' ? value.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '') : value;

export const isRight = (field: RowField, expected: ExpectedRow, found: RowCells): boolean =>
  expected.doubtful.has(field) || plain(field, expected.cells[field]) === plain(field, found[field]);

/**
 * Pairs the rows of each page, in order: with the most equal cells in total. Where only a scan's first rows are
 * expected, those found after them are left out.
 */
export function pairRows(scan: ExpectedScan, found: readonly FoundRow[]): RowPair[] {
  const pages = [...new Set([...scan.rows, ...found].map(({ page }) => page))].toSorted((a, b) => a - b);
  const pairs = pages.flatMap((page) =>
    pairPage(
      scan.rows.filter((row) => row.page === page),
      found.filter((row) => row.page === page),
    ),
  );
  return scan.isComplete ? pairs : pairs.slice(0, pairs.findLastIndex(({ expected }) => expected) + 1);
}

/** Two rows with less in common are not the same row. */
const LEAST_EQUAL = 2;

function likeness(expected: ExpectedRow, { cells }: FoundRow): number {
  const equal = ROW_FIELDS.filter((field) => isRight(field, expected, cells)).length;
  return equal >= LEAST_EQUAL ? equal : -Infinity;
}

/** The best alignment of two sequences, by dynamic programming. */
function pairPage(expected: readonly ExpectedRow[], found: readonly FoundRow[]): RowPair[] {
  const best = Array.from({ length: expected.length + 1 }, () => Array.from({ length: found.length + 1 }, () => 0));
  for (let i = expected.length - 1; i >= 0; i -= 1) {
    for (let j = found.length - 1; j >= 0; j -= 1) {
      const both = likeness(expected[i]!, found[j]!) + best[i + 1]![j + 1]!;
      best[i]![j] = Math.max(both, best[i + 1]![j]!, best[i]![j + 1]!);
    }
  }
  const pairs: RowPair[] = [];
  for (let i = 0, j = 0; i < expected.length || j < found.length;) {
    const [one, other] = [expected[i] ?? null, found[j] ?? null];
    if (one && other && best[i]![j] === likeness(one, other) + best[i + 1]![j + 1]!) {
      pairs.push({ expected: one, found: other });
      i += 1;
      j += 1;
    } else if (one && (!other || best[i]![j] === best[i + 1]![j])) {
      pairs.push({ expected: one, found: null });
      i += 1;
    } else {
      pairs.push({ expected: null, found: other });
      j += 1;
    }
  }
  return pairs;
}
