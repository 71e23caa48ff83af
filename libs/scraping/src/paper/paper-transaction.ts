import {
  type Chamber,
  type IsoDate,
  isImpossibleDate,
  PAPER_FIELDS,
  type PaperField,
  type PaperFieldReading,
  type PaperRow,
  parseAmount,
  type ParsedTransaction,
  type PictureBox,
  type RowQualityFlag,
} from '#rotunda/domain';
import { type Box, type RowReading, type SheetLayout, THRESHOLDS } from '#rotunda/paper';
import { AMOUNT_BANDS, amountLabel } from './amount-labels.js';

/** What a row's meaning depends on besides its own cells. */
export interface PaperRowContext {
  chamber: Chamber;
  /** Position in document order, from 1. */
  ordinal: number;
  filedOn: IsoDate | null;
  sheet: SheetLayout;
  /** The row's place on the page as it was filed; null where the page is not of a PDF. */
  toPoints: ((box: Box) => [number, number, number, number]) | null;
}

/** A row of a scan as a transaction. A value that was not read is null and has a quality flag. */
export function paperTransaction(row: RowReading, context: PaperRowContext): ParsedTransaction & { paper: PaperRow } {
  const { owner, asset_name: asset, type, traded_on: traded, notified_on: notified, amount } = row.fields;
  const { sheet, toPoints } = context;
  const band = amount.value === null ? null : parseAmount(AMOUNT_BANDS[amount.value]);
  const { name, ticker } = readAsset(asset.value);
  const hasNotification = context.chamber === 'house';
  const transaction = {
    ordinal: context.ordinal,
    sourceRowId: null,
    ownerRaw: owner.raw,
    owner: owner.value,
    assetNameRaw: asset.raw,
    assetName: name,
    assetType: null,
    tickerRaw: ticker,
    ticker,
    tickerSource: ticker === null ? null : ('document' as const),
    typeRaw: type.raw,
    type: type.value,
    tradedOnRaw: traded.raw,
    tradedOn: traded.value,
    notifiedOnRaw: hasNotification ? notified.raw : null,
    notifiedOn: notified.value,
    amountRaw: amount.value === null ? amount.raw : labelOf(amount.value, sheet),
    amountMin: band?.min ?? null,
    amountMax: band?.max ?? null,
    amountOver: band?.over ?? false,
    option: null,
    bond: null,
    exchange: null,
    capGainsOver200: null,
    rowStatusRaw: null,
    rowStatus: null,
    description: null,
    comment: null,
    subholding: null,
    location: null,
    qualityFlags: flagsOf(row, context),
    place: { page: row.page, box: toPoints?.(sheet.upright.toScan(row.box)) ?? null, domRow: null },
  };
  return { ...transaction, paper: paperRow(row, transaction.qualityFlags) };
}

const labelOf = (letter: keyof typeof AMOUNT_BANDS, { form, kind }: SheetLayout): string =>
  amountLabel(letter, form?.value ?? null, kind);

/** `Allergan plc (AGN)`: filers write a ticker in parentheses at the end. */
const TICKER_AT_END = /\s*\(([A-Z]{1,5}(?:[./][A-Z]{1,2})?)\)$/;
/** Words that end an asset's name in the same way. */
const NO_TICKERS = new Set(['IRA', 'SEP', 'LLC', 'LLP', 'LP', 'ETF', 'REIT', 'ADR', 'ADS', 'USA']);

function readAsset(text: string): { name: string; ticker: string | null } {
  const match = TICKER_AT_END.exec(text);
  if (!match || NO_TICKERS.has(match[1]!)) return { name: text, ticker: null };
  return { name: text.slice(0, match.index), ticker: match[1]! };
}

function flagsOf({ fields }: RowReading, { chamber, filedOn }: PaperRowContext): RowQualityFlag[] {
  const { owner, asset_name: asset, type, amount } = fields;
  const [traded, notified] = [fields.traded_on.value, fields.notified_on.value];
  const checks: [isSet: boolean, flag: RowQualityFlag][] = [
    [owner.value === null, 'unknown_owner'],
    [type.value === null, 'unknown_type'],
    [amount.value === null, 'unknown_band'],
    [traded === null, 'invalid_trade_date'],
    [chamber === 'house' && notified === null, 'invalid_notification_date'],
    [isImpossibleDate(traded, filedOn), 'impossible_trade_date'],
    [isImpossibleDate(notified, filedOn), 'impossible_notification_date'],
    [traded !== null && notified !== null && traded > notified, 'traded_after_notified'],
    [traded !== null && filedOn !== null && traded > filedOn, 'traded_after_filed'],
    [asset.value === '', 'missing_asset'],
  ];
  return checks.filter(([isSet]) => isSet).map(([, flag]) => flag);
}

/** Flags that make a field doubtful however surely its letters were read: here a misreading is likelier than an error. */
const DOUBTS: Partial<Record<RowQualityFlag, PaperField[]>> = {
  unknown_owner: ['owner'],
  unknown_type: ['type'],
  unknown_band: ['amount'],
  invalid_trade_date: ['traded_on'],
  impossible_trade_date: ['traded_on'],
  impossible_notification_date: ['notified_on'],
  traded_after_notified: ['traded_on', 'notified_on'],
  traded_after_filed: ['traded_on'],
  missing_asset: ['asset_name'],
};

function paperRow({ page, box, hand, fields }: RowReading, flags: RowQualityFlag[]): PaperRow {
  const doubted = new Set(flags.flatMap((flag) => DOUBTS[flag] ?? []));
  const { raw, value } = fields.notified_on;
  // An empty cell is a reading too: 7 of 532 rows have no date of notification.
  if (value === null && raw !== '') doubted.add('notified_on');
  const read = (field: PaperField): PaperFieldReading => ({
    raw: fields[field].raw,
    confidence: fields[field].confidence,
    isDoubtful: doubted.has(field) || fields[field].confidence < THRESHOLDS[field],
    box: pictureBox(fields[field].box),
  });
  const readings = Object.fromEntries(PAPER_FIELDS.map((field) => [field, read(field)]));
  return { page, box: pictureBox(box), hand, fields: readings as Record<PaperField, PaperFieldReading> };
}

const pictureBox = ({ left, top, right, bottom }: Box): PictureBox =>
  [left, top, right, bottom].map(Math.round) as PictureBox;
