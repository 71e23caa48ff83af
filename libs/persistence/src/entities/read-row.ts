import type { ParsedTransaction } from '#rotunda/domain';

/** The content of a row, without its place in the document and how surely it was read there. */
export type RowContent = Omit<ParsedTransaction, 'ordinal' | 'place' | 'paper'>;

/** A row as it was read, with the id under which it was stored. */
export type ReadRow = RowContent & { id: string };

/**
 * API name → field: the interpreted values of a row, which a reviewer may correct. The raw texts stay as they were
 * read: they are the evidence.
 */
export const CORRECTABLE_FIELDS = {
  source_row_id: 'sourceRowId',
  owner: 'owner',
  asset_name: 'assetName',
  asset_type: 'assetType',
  ticker: 'ticker',
  type: 'type',
  traded_on: 'tradedOn',
  notified_on: 'notifiedOn',
  amount_min: 'amountMin',
  amount_max: 'amountMax',
  amount_over: 'amountOver',
  option: 'option',
  bond: 'bond',
  exchange: 'exchange',
  cap_gains_over_200: 'capGainsOver200',
  row_status: 'rowStatus',
  description: 'description',
  comment: 'comment',
  subholding: 'subholding',
  location: 'location',
} as const satisfies Record<string, keyof RowContent>;

export type CorrectableField = keyof typeof CORRECTABLE_FIELDS;
