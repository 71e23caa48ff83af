import type { PaperRow } from './paper.js';

export const OWNERS = ['self', 'spouse', 'joint', 'dependent'] as const;
export type Owner = (typeof OWNERS)[number];

export const TRANSACTION_TYPES = ['purchase', 'sale', 'sale_partial', 'exchange'] as const;
export type TransactionType = (typeof TRANSACTION_TYPES)[number];

export const ROW_STATUSES = ['new', 'amended', 'deleted'] as const;
export type RowStatus = (typeof ROW_STATUSES)[number];

/** Where a row is in its document: a page (from 1) with a box in PDF points (origin bottom left), or a DOM row. */
export interface SourcePlace {
  page: number | null;
  /** left, bottom, right, top */
  box: [number, number, number, number] | null;
  domRow: number | null;
}

/**
 * One row of a PTR as its document has it. `…Raw` is the text as printed; the field beside it is its meaning, or null
 * where that is unknown (then `qualityFlags` says so).
 */
export interface ParsedTransaction {
  /** Position in document order, from 1. */
  ordinal: number;
  /** The 10-digit row id that the House prints on amended and deleted rows. */
  sourceRowId: string | null;
  ownerRaw: string;
  owner: Owner | null;
  assetNameRaw: string;
  assetName: string;
  assetType: string | null;
  tickerRaw: string | null;
  ticker: string | null;
  tickerSource: 'document' | null;
  typeRaw: string;
  type: TransactionType | null;
  tradedOnRaw: string;
  /** ISO calendar date. */
  tradedOn: string | null;
  notifiedOnRaw: string | null;
  notifiedOn: string | null;
  amountRaw: string;
  /** US dollars; bands are whole, exact sums keep cents. */
  amountMin: number | null;
  /** US dollars; null for an open-ended band. */
  amountMax: number | null;
  /** An open-ended band ("Over $50,000,000"). */
  amountOver: boolean;
  option: { type: string; strike: string | null; expires: string | null } | null;
  bond: { rate: string | null; matures: string | null } | null;
  exchange: { asset: string; ticker: string | null } | null;
  capGainsOver200: boolean | null;
  rowStatusRaw: string | null;
  rowStatus: RowStatus | null;
  description: string | null;
  comment: string | null;
  subholding: string | null;
  location: string | null;
  qualityFlags: string[];
  place: SourcePlace;
  /** How the row was read from a scan; absent where the document is electronic. */
  paper?: PaperRow;
}
