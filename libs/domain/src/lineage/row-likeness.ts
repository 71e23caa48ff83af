import { plain, type LineageRow } from './lineage.js';

/** How much each field counts for the likeness of two rows. */
const WEIGHTS = { asset: 0.4, tradedOn: 0.25, amount: 0.15, type: 0.1, owner: 0.1 };

/** The score of two names with the same ticker: a name may be corrected while the ticker stays. */
const SAME_TICKER = 0.95;
/**
 * From this score on two names are spellings of one asset: `Grayscale Ethereum Trust (ETH)` was amended to
 * `ETHE - Grayscale Ethereum Trust`, `PM` to `PMI`.
 */
const ALIKE_ASSET = 0.6;

/** Rows with the same key agree in every compared field. */
export const rowKey = (row: LineageRow): string =>
  JSON.stringify([row.owner, plain(row.assetName), row.ticker, row.type, row.tradedOn, row.amountMin, row.amountMax]);

/** 0 to 1; 1 for rows that agree in everything. */
export function likeness(a: LineageRow, b: LineageRow): number {
  const sum =
    WEIGHTS.asset * assetLikeness(a, b) +
    WEIGHTS.tradedOn * Number(a.tradedOn === b.tradedOn) +
    WEIGHTS.amount * Number(isSameAmount(a, b)) +
    WEIGHTS.type * (a.type === b.type ? 1 : isSameSide(a, b) ? 0.5 : 0) +
    WEIGHTS.owner * Number(a.owner === b.owner);
  return Math.round(sum * 1000) / 1000;
}

/**
 * Whether one row can be a correction of the other: the same asset, and at most one of date, side and amount differs.
 * The owner may differ, as filers amend whole reports from Self to Joint. Where the date differs, the asset must be
 * exactly the same: two trades of one stock on two days are two trades.
 */
export function isCorrection(a: LineageRow, b: LineageRow): boolean {
  const changes = [a.tradedOn !== b.tradedOn, !isSameSide(a, b), !isSameAmount(a, b)].filter(Boolean).length;
  if (changes > 1) return false;
  return a.tradedOn === b.tradedOn ? assetLikeness(a, b) >= ALIKE_ASSET : isSameAsset(a, b);
}

/** Everything but the asset agrees: between two versions of one report, that is a row whose asset was corrected. */
export const isOtherAsset = (a: LineageRow, b: LineageRow): boolean =>
  a.tradedOn === b.tradedOn && a.owner === b.owner && isSameSide(a, b) && isSameAmount(a, b);

/** The same name, or the same ticker. */
export const isSameAsset = (a: LineageRow, b: LineageRow): boolean => assetLikeness(a, b) >= SAME_TICKER;

const isSameAmount = (a: LineageRow, b: LineageRow): boolean =>
  a.amountMin === b.amountMin && a.amountMax === b.amountMax;

/** Filers confuse full and partial sales, and amend them, more often than anything else. */
const isSameSide = (a: LineageRow, b: LineageRow): boolean => side(a) === side(b);
const side = ({ type }: LineageRow): string | null => (type === 'sale_partial' ? 'sale' : type);

function assetLikeness(a: LineageRow, b: LineageRow): number {
  const [nameA, nameB] = [plain(a.assetName), plain(b.assetName)];
  if (nameA === nameB) return 1;
  if (a.ticker !== null && a.ticker === b.ticker) return SAME_TICKER;
  const alike = Math.min(SAME_TICKER - 0.01, commonPairs(nameA, nameB));
  // Funds of one provider have names that differ in a word; two tickers are two assets, whatever the names.
  return a.ticker !== null && b.ticker !== null ? alike / 2 : alike;
}

/** Dice's coefficient over pairs of neighbouring characters: twice the common pairs, divided by all pairs. */
function commonPairs(a: string, b: string): number {
  const [pairsA, pairsB] = [pairsOf(a), pairsOf(b)];
  const left = new Map<string, number>();
  for (const pair of pairsA) left.set(pair, (left.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of pairsB) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    left.set(pair, count - 1);
    common += 1;
  }
  return pairsA.length + pairsB.length === 0 ? 0 : (2 * common) / (pairsA.length + pairsB.length);
}

const pairsOf = (text: string): string[] => Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2));
