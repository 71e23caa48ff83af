import type { IsoDate } from '../calendar.js';
import type { Coded } from '../coded.js';
import type { ParsedTransaction } from '../transaction.js';

/**
 * `restates`: says the same again. `amends`: says it otherwise. `withdraws`: says that it is not so: a Deleted row, or
 * an amended report that leaves a row out.
 */
export const LINEAGE_KINDS = ['amends', 'withdraws', 'restates'] as const;
export type LineageKind = (typeof LINEAGE_KINDS)[number];

/**
 * How a predecessor was found. `row_id`: the House's own id of the row. `content`: the one row of the same filer that it
 * can be. `title`: the same filer's report of the same title, and its rows. `decision`: a person said so.
 */
export const LINEAGE_METHODS = ['row_id', 'content', 'title', 'decision'] as const;
export type LineageMethod = (typeof LINEAGE_METHODS)[number];

/** What of a row tells which row it was before. */
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
  /** 0 to 1: how much of the predecessor is in the successor. */
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

/** A filing of which it is not clear what it amends: nothing is switched, somebody has to look. */
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

/** What people decided: the id of a filing (Senate) or row (House) → its predecessor's, null where it has none. */
export type LineageDecisions = ReadonlyMap<string, string | null>;

const AMENDMENT = /\(\s*Amendment[^)]*\)/gi;

/** `Periodic Transaction Report for 10/04/2022 (Amendment 1)` without its amendment, to compare. */
export const reportTitle = (titleRaw: string): string => plain(titleRaw.replaceAll(AMENDMENT, ' '));

/** A text as it is compared: without case and with single blanks. */
export const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().toLowerCase();
