import type { TransactionType } from '#rotunda/domain';
import { AMOUNT_LETTERS, type AmountLetter } from './form-versions.js';

/** Heights of a table's parts, in widths of the table, from its upper edge. */
export interface Bands {
  /** "FULL ASSET NAME", and so on. */
  title: number;
  /** "Purchase", "$1,001-$15,000", and so on. */
  labels: number;
  /** The printed example; 0 where there is none. */
  example: number;
  row: number;
  rows: number;
}

/** The table of a family of forms. Its printings differ in words and boxes; see `form-version.ts`. */
export interface PrintedTable {
  family: 'A' | 'B' | 'C' | 'D';
  /** The vertical lines, from 0 at the left edge to 1 at the right one: owner, asset, types, two dates, amounts. */
  lines: readonly number[];
  types: readonly TransactionType[];
  amounts: readonly AmountLetter[];
  first: Bands;
  further: Bands;
}

const THREE_TYPES: readonly TransactionType[] = ['purchase', 'sale', 'exchange'];
const FOUR_TYPES: readonly TransactionType[] = ['purchase', 'sale', 'sale_partial', 'exchange'];
const A_TO_J = AMOUNT_LETTERS.slice(0, 10);

const DATES_AND_AMOUNTS_OF_2015 = [
  ...[0.461, 0.5396, 0.5818, 0.6239, 0.6659, 0.7077, 0.7495],
  ...[0.791, 0.8328, 0.8746, 0.9164, 0.9585, 1],
];
const BANDS_OF_2015 = {
  first: { title: 0.0815, labels: 0.1465, example: 0.0255, row: 0.0405, rows: 4 },
  further: { title: 0.0856, labels: 0.1563, example: 0, row: 0.0433, rows: 7 },
};

/** Measured on the scans; each printing keeps to them within 0.005. */
export const PRINTED_TABLES: readonly PrintedTable[] = [
  {
    family: 'A',
    lines: [
      ...[0, 0.0579, 0.3685, 0.3978, 0.4263, 0.4548, 0.5286, 0.6026, 0.6427],
      ...[0.6828, 0.7225, 0.7621, 0.8021, 0.8419, 0.8814, 0.9207, 0.9605, 1],
    ],
    types: THREE_TYPES,
    amounts: A_TO_J,
    first: { title: 0.1032, labels: 0.0909, example: 0.0303, row: 0.0432, rows: 5 },
    further: { title: 0.1042, labels: 0.0916, example: 0, row: 0.0432, rows: 6 },
  },
  {
    family: 'B',
    lines: [0, 0.0328, 0.2898, 0.3244, 0.359, 0.3934, ...DATES_AND_AMOUNTS_OF_2015],
    types: THREE_TYPES,
    amounts: AMOUNT_LETTERS,
    ...BANDS_OF_2015,
  },
  {
    family: 'C',
    lines: [0, 0.0328, 0.2547, 0.29, 0.3244, 0.3591, 0.3934, ...DATES_AND_AMOUNTS_OF_2015],
    types: FOUR_TYPES,
    amounts: AMOUNT_LETTERS,
    ...BANDS_OF_2015,
  },
  {
    family: 'D',
    lines: [
      ...[0, 0.0289, 0.2507, 0.2895, 0.3283, 0.3677, 0.4105, 0.5141, 0.6114, 0.6452],
      ...[0.6808, 0.7164, 0.7519, 0.7873, 0.823, 0.8582, 0.8936, 0.9292, 0.9649, 1],
    ],
    types: FOUR_TYPES,
    amounts: AMOUNT_LETTERS,
    first: { title: 0.108, labels: 0.162, example: 0.0232, row: 0.0336, rows: 4 },
    further: { title: 0.1093, labels: 0.1617, example: 0, row: 0.0329, rows: 8 },
  },
];

/** Where the table's horizontal lines are: its edge, labels, example (if any), first row, and below each row. */
export function linesDown({ title, labels, example, row, rows }: Bands): number[] {
  const lines = [0, title, title + labels, ...(example > 0 ? [title + labels + example] : [])];
  const top = lines.at(-1)!;
  return [...lines, ...Array.from({ length: rows }, (_, index) => top + row * (index + 1))];
}
