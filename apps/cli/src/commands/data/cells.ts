const LONGEST_CELL = 36;

/** The part of a trade's answer that is shown. */
export interface TradeCells {
  owner: string | null;
  owner_raw: string;
  type: string | null;
  type_raw: string;
  asset_name: string;
  ticker: string | null;
  traded_on: string | null;
  traded_on_raw: string;
  amount_raw: string;
  amount_min: number | null;
  amount_max: number | null;
  amount_over: boolean;
}

export interface FilingCells {
  chamber: string;
  external_id: string;
  filer_name_raw: string;
  filed_on: string | null;
  filed_at_raw: string;
}

/** As the document has it, where its meaning is not known. */
export const filedOn = ({ filed_on, filed_at_raw }: FilingCells): string => filed_on ?? filed_at_raw;
export const tradedOn = ({ traded_on, traded_on_raw }: TradeCells): string => traded_on ?? traded_on_raw;
export const ownerOf = ({ owner, owner_raw }: TradeCells): string => owner ?? owner_raw;
export const typeOf = ({ type, type_raw }: TradeCells): string => (type ?? type_raw).replace('_', ' ');
export const filerOf = ({ filer_name_raw }: FilingCells): string => inCell(filer_name_raw);

export const assetOf = ({ ticker, asset_name }: TradeCells): string =>
  inCell(ticker === null ? asset_name : `${ticker} ${asset_name}`);

const DOLLARS = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  trailingZeroDisplay: 'stripIfInteger',
});

/** Both bounds of the band, or the exact sum. */
export function amountOf({ amount_min: min, amount_max: max, amount_over, amount_raw }: TradeCells): string {
  if (min === null) return amount_raw;
  if (amount_over) return `over ${DOLLARS.format(min)}`;
  if (max === null) return `${DOLLARS.format(min)} or more`;
  return min === max ? DOLLARS.format(min) : `${DOLLARS.format(min)} - ${DOLLARS.format(max)}`;
}

/** Documents have names of any length, and lines break in them. */
export function inCell(text: string, longest = LONGEST_CELL): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1).trimEnd()}…`;
}

/** An instant without its seconds. */
export const minuteOf = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')}Z`;
