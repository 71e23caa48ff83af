import type { RowContent } from '../entities/read-row.js';
import type { AlignmentKeys } from './row-alignment.js';

/** The record makes the compiler ask for each field that is added. */
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

/** The whole content of a row, as a text to compare. */
export const contentOf = (row: RowContent): string => canonicalJson(CONTENT_FIELDS.map((field) => row[field]));

/** A row's content alone, of whatever else it is made. */
export const pickContent = (row: RowContent): RowContent =>
  Object.fromEntries(CONTENT_FIELDS.map((field) => [field, row[field]])) as unknown as RowContent;

/** What names a row for a reader: a corrected reading of it seldom changes these. */
const gistOf = (row: RowContent): string => canonicalJson([row.assetNameRaw, row.tradedOnRaw, row.typeRaw]);

export const ALIGNMENT_KEYS: AlignmentKeys<RowContent, RowContent>[] = [
  { ofKnown: contentOf, ofFound: contentOf },
  { ofKnown: gistOf, ofFound: gistOf },
];

/** JSON with the keys of objects in order: Postgres gives jsonb back in an order of its own. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
