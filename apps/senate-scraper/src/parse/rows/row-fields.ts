import {
  isImpossibleDate,
  isKnownBand,
  parseAmount,
  parseUsDate,
  type Amount,
  type IsoDate,
  type Owner,
  type ParsedTransaction,
  type TransactionType,
} from '#rotunda/domain';
import { readAssetCell, type AssetCell } from './asset-cell.js';
import type { PrintedRow } from './ptr-rows.js';
import { ROW_FLAGS, type RowFlag } from './row-flags.js';
import { readAssetDetails } from './sub-lines.js';
import { readTickerCell, type TickerCell } from './ticker-cell.js';

/** What the meaning of a row depends on besides its own text. */
export interface RowContext {
  /** Position in document order, from 1. A filing may hold identical rows, so nothing printed in a row is a key. */
  ordinal: number;
  /** ISO filing date of the report. */
  filedOn: IsoDate | null;
}

const OWNERS = new Map<string, Owner>([
  ['SELF', 'self'],
  ['SPOUSE', 'spouse'],
  ['JOINT', 'joint'],
  ['CHILD', 'dependent'],
]);
const TYPES = new Map<string, TransactionType>([
  ['PURCHASE', 'purchase'],
  ['SALE (FULL)', 'sale'],
  ['SALE (PARTIAL)', 'sale_partial'],
  ['EXCHANGE', 'exchange'],
]);

/** Interprets a printed row. A value of unknown meaning keeps its raw text, is null, and gets a quality flag. */
export function readTransaction(row: PrintedRow, context: RowContext): ParsedTransaction {
  const { cells } = row;
  const asset = readAssetCell(row.assetLines);
  const ticker = readTickerCell(row.tickerLines, asset.received === null ? 1 : 2);
  const amount = parseAmount(cells.amount);
  const transaction: ParsedTransaction = {
    ordinal: context.ordinal,
    sourceRowId: null,
    ownerRaw: cells.owner,
    owner: OWNERS.get(cells.owner.toUpperCase()) ?? null,
    assetNameRaw: row.assetLines.join('\n'),
    assetName: asset.name,
    assetType: textOrNone(cells.assetType),
    tickerRaw: ticker.raw || null,
    ticker: ticker.ticker,
    tickerSource: ticker.ticker === null ? null : 'document',
    typeRaw: cells.type,
    type: TYPES.get(cells.type.toUpperCase()) ?? null,
    tradedOnRaw: cells.tradedOn,
    tradedOn: parseUsDate(cells.tradedOn),
    // The Senate's form has no notification date, no capital gains and no row status.
    notifiedOnRaw: null,
    notifiedOn: null,
    amountRaw: cells.amount,
    amountMin: amount?.min ?? null,
    amountMax: amount?.max ?? null,
    amountOver: amount?.over ?? false,
    ...readAssetDetails(row.subLines),
    exchange: asset.received === null ? null : { asset: asset.received, ticker: ticker.receivedTicker },
    capGainsOver200: null,
    rowStatusRaw: null,
    rowStatus: null,
    comment: textOrNone(cells.comment),
    subholding: null,
    qualityFlags: [],
    place: { page: null, box: null, domRow: row.domRow },
  };
  return { ...transaction, qualityFlags: flagsOf(transaction, { asset, ticker, amount }, context) };
}

/** The form prints `--` where the filer entered nothing. */
const textOrNone = (text: string): string | null => (text === '' || text === '--' ? null : text);

interface ReadCells {
  asset: AssetCell;
  ticker: TickerCell;
  amount: Amount | null;
}

function flagsOf(row: ParsedTransaction, { asset, ticker, amount }: ReadCells, { filedOn }: RowContext): RowFlag[] {
  const isExchange = row.type === 'exchange';
  const checks: [isSet: boolean, flag: RowFlag][] = [
    [row.owner === null, ROW_FLAGS.unknownOwner],
    [row.type === null, ROW_FLAGS.unknownType],
    [amount === null || !isKnownBand(amount), ROW_FLAGS.unknownBand],
    [row.tradedOn === null, ROW_FLAGS.invalidTradeDate],
    [isImpossibleDate(row.tradedOn, filedOn), ROW_FLAGS.impossibleTradeDate],
    [row.tradedOn !== null && filedOn !== null && row.tradedOn > filedOn, ROW_FLAGS.tradedAfterFiled],
    [textOrNone(asset.name) === null, ROW_FLAGS.missingAsset],
    [asset.hasUnknownLines || (asset.received !== null && !isExchange), ROW_FLAGS.unknownAssetLines],
    [ticker.hasUnknown, ROW_FLAGS.unknownTicker],
    [isExchange && asset.received === null, ROW_FLAGS.exchangeWithoutCounterpart],
    [printedTexts(row).some((text) => text?.includes('\uFFFD')), ROW_FLAGS.unreadableCharacters],
  ];
  return checks.filter(([isSet]) => isSet).map(([, flag]) => flag);
}

const printedTexts = (row: ParsedTransaction): (string | null)[] => [
  row.assetNameRaw,
  row.assetType,
  row.amountRaw,
  row.description,
  row.comment,
  row.location,
];
