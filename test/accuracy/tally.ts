import type { Chamber } from '#rotunda/domain';
import { compare, type Difference, type Sheet } from './comparison.js';
import { type DisputedCase, isDisputed } from './disputed.js';

/** The results for one field of a chamber. */
export interface FieldTally {
  field: string;
  /** Expected values; a row that several sources have counts once for each. */
  expected: number;
  /** Expected values that our rows have, right or wrong. */
  found: number;
  wrong: number;
  missing: number;
  /** Our rows that no source expects. */
  extra: number;
  /** Differences where the document shows that the expectation is wrong: see `disputed.tsv`. */
  disputed: number;
}

export interface AccuracyReport {
  chamber: Chamber;
  fields: FieldTally[];
  /** Undisputed differences: parser errors. */
  faults: Difference[];
  /** Cases of `disputed.tsv` that no longer occur. */
  settled: DisputedCase[];
}

/** Compares all sheets of a chamber, and counts by field. */
export function tally(chamber: Chamber, sheets: readonly Sheet[], disputes: readonly DisputedCase[]): AccuracyReport {
  const fields = new Map<string, FieldTally>();
  const faults: Difference[] = [];
  const cases = disputes.filter((dispute) => dispute.chamber === chamber);
  const open = new Set(cases);
  for (const sheet of sheets) {
    const { differences, compared } = compare(sheet);
    for (const [field, count] of compared) tallyOf(fields, field).expected += count;
    for (const difference of differences) {
      const field = tallyOf(fields, difference.field);
      const known = cases.find((dispute) => isDisputed(dispute, difference));
      if (known) {
        open.delete(known);
        field.disputed += 1;
        continue;
      }
      faults.push(difference);
      if (difference.field !== 'row') field.wrong += 1;
      else if (difference.row === 0) field.missing += 1;
      else field.extra += 1;
    }
  }
  const all = [...fields.values()].map((field) => ({ ...field, found: field.expected - field.missing }));
  return { chamber, fields: all, faults, settled: [...open] };
}

function tallyOf(fields: Map<string, FieldTally>, field: string): FieldTally {
  const known = fields.get(field);
  if (known) return known;
  const fresh = { field, expected: 0, found: 0, wrong: 0, missing: 0, extra: 0, disputed: 0 };
  fields.set(field, fresh);
  return fresh;
}

/** Share of expected values that are right; an extra row counts as a wrong one. */
export function percentRight({ expected, wrong, missing, extra }: FieldTally): number {
  return expected === 0 ? 100 : (100 * (expected - wrong - missing - extra)) / expected;
}

/** The required percentage for each field. */
export function barOf(chamber: Chamber, field: string): number {
  if (chamber === 'senate') return 100;
  return HOUSE_BARS.get(field) ?? 99.9;
}

const HOUSE_BARS = new Map([
  ['ticker', 99.5],
  ['asset_name', 99.5],
  ['cap_gain_ticks', 100],
  ['format', 100],
]);

export const isBelowBar = (chamber: Chamber, field: FieldTally): boolean =>
  percentRight(field) < barOf(chamber, field.field);
