import stringify from 'safe-stable-stringify';
import type { RowContent } from '../entities/read-row.js';
import type { AlignmentKeys } from './row-alignment.js';

/** The content of a row, without its place. As a record, so that the compiler demands every new field here. */
const CONTENT = {
  sourceRowId: true,
  ownerRaw: true,
  owner: true,
  assetNameRaw: true,
  assetName: true,
  assetType: true,
  tickerRaw: true,
  ticker: true,
  tickerSource: true,
  typeRaw: true,
  type: true,
  tradedOnRaw: true,
  tradedOn: true,
  notifiedOnRaw: true,
  notifiedOn: true,
  amountRaw: true,
  amountMin: true,
  amountMax: true,
  amountOver: true,
  option: true,
  bond: true,
  exchange: true,
  capGainsOver200: true,
  rowStatusRaw: true,
  rowStatus: true,
  description: true,
  comment: true,
  subholding: true,
  location: true,
  qualityFlags: true,
} satisfies Record<keyof RowContent, true>;

export const CONTENT_FIELDS = Object.keys(CONTENT) as (keyof RowContent)[];

/** The whole content of a row, as a string to compare. */
export const contentOf = (row: RowContent): string => stringify(CONTENT_FIELDS.map((field) => row[field]));

/** Only the content fields of a row. */
export const pickContent = (row: RowContent): RowContent =>
  Object.fromEntries(CONTENT_FIELDS.map((field) => [field, row[field]])) as unknown as RowContent;

/** What identifies a row for a reader: a corrected reading seldom changes these fields. */
const gistOf = (row: RowContent): string => stringify([row.assetNameRaw, row.tradedOnRaw, row.typeRaw]);

export const ALIGNMENT_KEYS: AlignmentKeys<RowContent, RowContent>[] = [
  { ofKnown: contentOf, ofFound: contentOf },
  { ofKnown: gistOf, ofFound: gistOf },
];

/** Whether two values are the same JSON. Postgres returns the keys of jsonb in an order of its own. */
export const isSameValue = (a: unknown, b: unknown): boolean => stringify(a) === stringify(b);
