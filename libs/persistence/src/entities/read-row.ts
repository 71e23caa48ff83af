import type { ParsedTransaction } from '#rotunda/domain';

/** What a row says, without where it stands. */
export type RowContent = Omit<ParsedTransaction, 'ordinal' | 'place'>;

/** A row as it was read, under the id that it was stored with. */
export type ReadRow = RowContent & { id: string };

/**
 * What a reviewer may correct, under its name in the API: the meaning of a row. The raw texts stay as they were read:
 * they are the evidence.
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
