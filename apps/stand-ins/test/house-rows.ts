import type { ParsedTransaction } from '#rotunda/domain';
import type { PtrRowFacts } from '../src/house/pdf/ptr-facts.js';

/** A row as a reader finds it, in the words of the facts. */
export const rowRead = (row: ParsedTransaction): PtrRowFacts => ({
  rowId: row.sourceRowId ?? '',
  owner: row.ownerRaw,
  asset: row.assetNameRaw,
  type: row.typeRaw,
  tradedOn: row.tradedOnRaw,
  notifiedOn: row.notifiedOnRaw ?? '',
  amount: row.amountRaw,
  capGainsOver200: row.capGainsOver200,
  status: row.rowStatusRaw ?? '',
  subholding: row.subholding ?? '',
  location: row.location ?? '',
  description: row.description ?? '',
  comment: row.comment ?? '',
});

/** The older form reads in another case than it was written in. */
export const lowerCase = (value: unknown): unknown => JSON.parse(JSON.stringify(value).toLowerCase()) as unknown;
