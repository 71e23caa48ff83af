import type { IsoDate } from '../calendar.js';
import type { Coded } from '../coded.js';
import type { ParsedTransaction } from '../transaction.js';

/**
 * `restates`: repeats it unchanged. `amends`: corrects it. `withdraws`: takes it back: a Deleted row, or an amended
 * report that leaves a row out.
 */
export const LINEAGE_KINDS = ['amends', 'withdraws', 'restates'] as const;
export type LineageKind = (typeof LINEAGE_KINDS)[number];

/**
 * How a predecessor was found. `row_id`: by the House's id of the row. `content`: the only row of the same filer that
 * fits. `title`: the same filer's report of the same title, and its rows. `decision`: a person decided.
 */
export const LINEAGE_METHODS = ['row_id', 'content', 'title', 'decision'] as const;
export type LineageMethod = (typeof LINEAGE_METHODS)[number];

/** The fields of a row that are compared to find its predecessor. */
export type LineageRow = { id: string } & Pick<
  ParsedTransaction,
  | 'ordinal'
  | 'sourceRowId'
  | 'owner'
  | 'assetName'
  | 'ticker'
  | 'type'
  | 'tradedOn'
  | 'amountMin'
  | 'amountMax'
  | 'rowStatus'
>;

export interface LineageFiling {
  id: string;
  externalId: string;
  filedOn: IsoDate | null;
  /** Null for an original. */
  amendmentNo: number | null;
  /** In document order. */
  rows: LineageRow[];
}

interface Link {
  kind: LineageKind;
  method: LineageMethod;
  /** 0 to 1: the share of the predecessor that the successor contains. */
  score: number;
}

export interface FilingLink extends Link {
  successor: string;
  predecessor: string;
}

export interface RowLink extends Link {
  successorFiling: string;
  /** Null where the successor withdraws the row by leaving it out. */
  successor: string | null;
  predecessor: string;
}

/** A filing whose predecessor is unclear. Nothing is superseded; a person has to look. */
export interface LineageDoubt {
  filing: string;
  doubts: Doubt[];
}

/** A row, under the external id of its filing. */
export interface RowPlace {
  filing: string;
  row: number;
}

/** Code → parameters; filings under their external ids. Stored with reviews: neither ever changes. */
export interface Doubts {
  row_named_twice: { row_id: string };
  row_unclear: { row: number; candidates: RowPlace[] };
  row_contested: { row: number; claimed: RowPlace; rivals: RowPlace[] };
  /** The most of an earlier report's rows that it repeats is too little. */
  too_few_rows: { filing: string; percent: number };
  report_unclear: { candidates: { filing: string; percent: number }[] };
  report_contested: { filing: string; rivals: string[] };
}

export type Doubt = Coded<Doubts>;

export interface Lineage {
  filings: FilingLink[];
  rows: RowLink[];
  doubts: LineageDoubt[];
}

/** What people decided: the id of a filing (Senate) or row (House) → its predecessor's id, null where it has none. */
export type LineageDecisions = ReadonlyMap<string, string | null>;

const AMENDMENT = /\(\s*Amendment[^)]*\)/gi;

/** `Periodic Transaction Report for 10/04/2022 (Amendment 1)` without its amendment, normalised to be compared. */
export const reportTitle = (titleRaw: string): string => plain(titleRaw.replaceAll(AMENDMENT, ' '));

/** A text normalised to be compared: lower case, single blanks. */
export const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().toLowerCase();
