import type { TransactionType } from '#rotunda/domain';
import type { AmountLetter } from './form-versions.js';

/** What a column of a table of trades has. `line` is the printed number of the row. */
export type ColumnRole = 'line' | 'owner' | 'asset' | TransactionType | 'tradedOn' | 'notifiedOn' | AmountLetter;

export interface PlannedColumn {
  role: ColumnRole;
  /** Its share of the table's width, about. */
  share: number;
}

/** The columns of a table, from the left. */
export type ColumnPlan = readonly PlannedColumn[];

function planned(...columns: [ColumnRole, number][]): ColumnPlan {
  const total = columns.reduce((sum, [, share]) => sum + share, 0);
  return columns.map(([role, share]) => ({ role, share: share / total }));
}

const HEAD: [ColumnRole, number][] = [
  ['owner', 40],
  ['asset', 256],
  ['purchase', 40],
  ['sale', 25],
];
const DATES: [ColumnRole, number][] = [
  ['tradedOn', 53],
  ['notifiedOn', 65],
];
const AMOUNTS: [ColumnRole, number][] = [
  ['A', 35],
  ['B', 33],
  ['C', 39],
  ['D', 39],
  ['E', 38],
  ['F', 45],
  ['G', 45],
  ['H', 51],
  ['I', 51],
  ['J', 50],
];

/** A typed spreadsheet with the columns of the House's form of 2015; means of 37 sheets, each column up to 40 % off. */
export const K17_COLUMNS = planned(...HEAD, ['exchange', 42], ...DATES, ...AMOUNTS, ['K', 51]);

/** The columns of the House's other forms, as somebody may type them: nobody has seen such a list yet. */
export const OTHER_LISTS: readonly ColumnPlan[] = [
  planned(...HEAD, ['sale_partial', 40], ['exchange', 42], ...DATES, ...AMOUNTS, ['K', 51]),
  planned(...HEAD, ['exchange', 42], ...DATES, ...AMOUNTS),
];

/** The Senate's form: K stands where its band begins, between F and G. Its continuation has the same columns. */
export const SENATE_COLUMNS = planned(
  ['line', 21],
  ['asset', 217],
  ['purchase', 22],
  ['sale', 28],
  ['exchange', 27],
  ['tradedOn', 76],
  ['A', 26],
  ['B', 27],
  ['C', 22],
  ['D', 27],
  ['E', 22],
  ['F', 28],
  ['K', 27],
  ['G', 22],
  ['H', 26],
  ['I', 22],
  ['J', 28],
);
