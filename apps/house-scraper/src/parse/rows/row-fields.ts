import {
  isImpossibleDate,
  isKnownBand,
  parseAmount,
  parseUsDate,
  type Amount,
  type Owner,
  type ParsedTransaction,
  type RowStatus,
  type TransactionType,
} from '#rotunda/domain';
import { readAssetCell } from './asset-cell.js';
import type { PrintedRow } from './ptr-rows.js';
import { ROW_FLAGS, type RowFlag } from './row-flags.js';
import { subLineText } from './sub-lines.js';

/** What the meaning of a row depends on besides its own text. */
export interface RowContext {
  /** Position in document order, from 1. */
  ordinal: number;
  capGainsOver200: boolean | null;
  /** ISO date of the report's signature. */
  signedOn: string | null;
  isCaseScrambled: boolean;
}

/** Blank means the member (the form's instructions): a parser that looks for a code would miss all those rows. */
const OWNERS = new Map<string, Owner>([
  ['', 'self'],
  ['SP', 'spouse'],
  ['JT', 'joint'],
  ['DC', 'dependent'],
]);
const TYPES = new Map<string, TransactionType>([
  ['P', 'purchase'],
  ['S', 'sale'],
  ['S (PARTIAL)', 'sale_partial'],
  ['E', 'exchange'],
]);
const ROW_STATUSES = new Map<string, RowStatus>([
  ['NEW', 'new'],
  ['AMENDED', 'amended'],
  ['DELETED', 'deleted'],
]);

/** Interprets a printed row. A value of unknown meaning keeps its raw text, is null, and gets a quality flag. */
export function readTransaction(row: PrintedRow, context: RowContext): ParsedTransaction {
  const { cells, subLines, place } = row;
  const asset = readAssetCell(cells.asset, row.drawnAsset ?? (context.isCaseScrambled ? null : cells.asset));
  const amount = parseAmount(cells.amount);
  const rowStatusRaw = subLineText(subLines, 'filingStatus');
  const transaction: ParsedTransaction = {
    ordinal: context.ordinal,
    sourceRowId: cells.id || null,
    ownerRaw: cells.owner,
    owner: OWNERS.get(cells.owner.toUpperCase()) ?? null,
    assetNameRaw: cells.asset,
    assetName: asset.name,
    assetType: asset.typeCode,
    tickerRaw: asset.tickerRaw,
    ticker: asset.ticker,
    tickerSource: asset.ticker === null ? null : 'document',
    typeRaw: cells.type,
    type: TYPES.get(cells.type.toUpperCase()) ?? null,
    tradedOnRaw: cells.tradedOn,
    tradedOn: parseUsDate(cells.tradedOn),
    notifiedOnRaw: cells.notifiedOn,
    notifiedOn: parseUsDate(cells.notifiedOn),
    amountRaw: cells.amount,
    amountMin: amount?.min ?? null,
    amountMax: amount?.max ?? null,
    amountOver: amount?.over ?? false,
    option: null,
    bond: null,
    exchange: null,
    capGainsOver200: context.capGainsOver200,
    rowStatusRaw,
    rowStatus: ROW_STATUSES.get(rowStatusRaw?.toUpperCase() ?? '') ?? null,
    description: subLineText(subLines, 'description'),
    comment: subLineText(subLines, 'comment'),
    subholding: subLineText(subLines, 'subholding'),
    location: subLineText(subLines, 'location'),
    qualityFlags: [],
    place,
  };
  return { ...transaction, qualityFlags: flagsOf(transaction, row, amount, context) };
}

function flagsOf(
  row: ParsedTransaction,
  { hasCapGains, drawnAsset }: PrintedRow,
  amount: Amount | null,
  context: RowContext,
): RowFlag[] {
  const { tradedOn, notifiedOn } = row;
  const checks: [isSet: boolean, flag: RowFlag][] = [
    [row.owner === null, ROW_FLAGS.unknownOwner],
    [row.type === null, ROW_FLAGS.unknownType],
    [amount === null || !isKnownBand(amount), ROW_FLAGS.unknownBand],
    [tradedOn === null, ROW_FLAGS.invalidTradeDate],
    [notifiedOn === null, ROW_FLAGS.invalidNotificationDate],
    [isImpossibleDate(tradedOn, context.signedOn), ROW_FLAGS.impossibleTradeDate],
    [isImpossibleDate(notifiedOn, context.signedOn), ROW_FLAGS.impossibleNotificationDate],
    [row.rowStatus === null, ROW_FLAGS.unknownRowStatus],
    [isAfter(tradedOn, notifiedOn), ROW_FLAGS.tradedAfterNotified],
    [isAfter(tradedOn, context.signedOn), ROW_FLAGS.tradedAfterSigned],
    [row.assetNameRaw === '', ROW_FLAGS.missingAsset],
    [hasCapGains && row.capGainsOver200 === null, ROW_FLAGS.missingCapGainsBox],
    [context.isCaseScrambled, ROW_FLAGS.caseScrambled],
    [drawnAsset !== null && drawnAsset !== row.assetNameRaw, ROW_FLAGS.caseRestored],
    [printedTexts(row).some((text) => text?.includes('\uFFFD')), ROW_FLAGS.unreadableCharacters],
  ];
  return checks.filter(([isSet]) => isSet).map(([, flag]) => flag);
}

const isAfter = (date: string | null, other: string | null): boolean => date !== null && other !== null && date > other;

const printedTexts = (row: ParsedTransaction): (string | null)[] => [
  row.assetNameRaw,
  row.amountRaw,
  row.description,
  row.comment,
  row.subholding,
  row.location,
];
