import type { ParsedTransaction, RowQualityFlag } from '#rotunda/domain';
import type { AddedContent, AddedRow } from './review-edits.js';

/** The flag of a row that no parser read. */
const ADDED_FLAG: RowQualityFlag = 'added_by_reviewer';

/** A whole row from what a reviewer typed. Nobody read its raw texts: they repeat what was typed. */
export const addedRow = ({ content, page, box }: AddedRow): ParsedTransaction => ({
  // Its place among the others is decided with them.
  ordinal: 0,
  sourceRowId: null,
  ownerRaw: content.owner ?? '',
  owner: content.owner,
  assetNameRaw: content.assetName,
  assetName: content.assetName,
  assetType: content.assetType ?? null,
  tickerRaw: content.ticker ?? null,
  ticker: content.ticker ?? null,
  tickerSource: content.ticker ? 'document' : null,
  typeRaw: content.type ?? '',
  type: content.type,
  tradedOnRaw: content.tradedOn ?? '',
  tradedOn: content.tradedOn,
  notifiedOnRaw: content.notifiedOn,
  notifiedOn: content.notifiedOn,
  amountRaw: amountText(content),
  amountMin: content.amountMin,
  amountMax: content.amountMax,
  amountOver: content.amountOver,
  ...{ option: null, bond: null, exchange: null },
  capGainsOver200: content.capGainsOver200 ?? null,
  rowStatusRaw: content.rowStatus ?? null,
  rowStatus: content.rowStatus ?? null,
  description: content.description ?? null,
  comment: content.comment ?? null,
  ...{ subholding: null, location: null },
  qualityFlags: [ADDED_FLAG],
  place: { page, box, domRow: null },
});

function amountText({ amountMin: min, amountMax: max, amountOver }: AddedContent): string {
  if (min === null) return '';
  if (amountOver) return `Over ${dollars(min)}`;
  return min === max ? dollars(min) : `${dollars(min)} - ${dollars(max!)}`;
}

const dollars = (amount: number): string => `$${amount.toLocaleString('en-US')}`;
