import type { LineageRow } from './lineage.js';
import { isCorrection, isOtherAsset, isSameAsset, likeness, rowKey } from './row-likeness.js';

export interface RestatedRow {
  before: LineageRow;
  after: LineageRow;
  score: number;
  /** Every compared field is the same. */
  isSame: boolean;
}

export interface RestatedRows {
  pairs: RestatedRow[];
  /** Rows of the earlier version that the later one does not contain. */
  leftOut: LineageRow[];
  /** 0 to 1: the share of the earlier rows that the later version surely contains, unchanged or corrected. */
  score: number;
}

/**
 * Pairs the rows of a report with the rows of its amendment: first identical ones, in order, as there may be several;
 * then the likeliest corrections; then rows that differ in their asset alone. The last do not count for the score: in
 * reports with many rows of one day and one band they pair by chance.
 */
export function restatedRows(before: LineageRow[], after: LineageRow[]): RestatedRows {
  const left = { before: [...before], after: [...after] };
  const same = takeSame(left);
  const sameAsset = takeLikeliest(left, (a, b) => isSameAsset(a, b) && isCorrection(a, b));
  const corrected = [...sameAsset, ...takeLikeliest(left, isCorrection)];
  const sure = same.length + corrected.length;
  const exchanged = takeLikeliest(left, isOtherAsset);
  return {
    pairs: [...same, ...corrected, ...exchanged].toSorted((a, b) => a.before.ordinal - b.before.ordinal),
    leftOut: left.before,
    score: before.length === 0 ? 0 : Math.round((sure / before.length) * 1000) / 1000,
  };
}

interface Left {
  before: LineageRow[];
  after: LineageRow[];
}

function takeSame(left: Left): RestatedRow[] {
  const byKey = new Map<string, LineageRow[]>();
  for (const row of left.after) byKey.set(rowKey(row), [...(byKey.get(rowKey(row)) ?? []), row]);
  const pairs: RestatedRow[] = [];
  for (const row of left.before) {
    const twin = byKey.get(rowKey(row))?.shift();
    if (twin) pairs.push({ before: row, after: twin, score: 1, isSame: true });
  }
  remove(left, pairs);
  return pairs;
}

function takeLikeliest(left: Left, isPair: (a: LineageRow, b: LineageRow) => boolean): RestatedRow[] {
  const possible = left.before.flatMap((before) =>
    left.after
      .filter((after) => isPair(before, after))
      .map((after) => ({ before, after, score: likeness(before, after), isSame: false })),
  );
  const taken = new Set<LineageRow>();
  const pairs: RestatedRow[] = [];
  for (const pair of possible.toSorted((a, b) => b.score - a.score)) {
    if (taken.has(pair.before) || taken.has(pair.after)) continue;
    taken.add(pair.before).add(pair.after);
    pairs.push(pair);
  }
  remove(left, pairs);
  return pairs;
}

function remove(left: Left, pairs: RestatedRow[]): void {
  const taken = new Set(pairs.flatMap(({ before, after }) => [before, after]));
  left.before = left.before.filter((row) => !taken.has(row));
  left.after = left.after.filter((row) => !taken.has(row));
}
