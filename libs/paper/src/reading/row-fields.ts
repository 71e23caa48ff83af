import type { Chamber, IsoDate, TransactionType } from '#rotunda/domain';
import type { Read } from '../layout/sheet-layout.js';
import { readAsset } from '../text/fields/asset-reader.js';
import { type DateReading, type LikelyDate, readDate, winnerOf } from '../text/fields/date-reader.js';
import { readOwner, splitOwner } from '../text/fields/owner-reader.js';
import { confidenceOf, type ReadField } from '../text/fields/confidence.js';
import { withWordGaps } from '../text/fields/word-gaps.js';
import { handOf } from '../text/fields/hand.js';
import type { RowFields } from './scan-reading.js';
import type { CellText, RowTexts } from './sheet-texts.js';

/** What is known of a filing before a row of it is read. */
export interface KnownFiling {
  chamber: Chamber;
  filedOn: IsoDate | null;
}

/** As the House's newer forms print them; A12 and the Senate's form write the first three alike. */
const TYPE_LABELS: Record<TransactionType, string> = {
  purchase: 'Purchase',
  sale: 'Sale',
  sale_partial: 'Partial Sale',
  exchange: 'Exchange',
};

/** Reads the cells of a row. */
export function rowFields({ layout, cells }: RowTexts, { chamber, filedOn }: KnownFiling): RowFields {
  const { owner, asset, tradedOn, notifiedOn } = cells;
  const { type, amount } = layout;
  const {
    value: name,
    raw,
    score,
  } = readAsset(asset.lines.map((line, index) => withWordGaps(line, asset.found[index]!)));
  const named = chamber === 'senate' ? splitOwner(name) : { owner: null, asset: name };
  const [traded, notified] = inOrder(
    readDate(tradedOn.lines, { filedOn }),
    notifiedOn && readDate(notifiedOn.lines, { filedOn }),
  );
  return {
    owner: owner ? ownerOf(owner) : { value: named.owner ?? 'self', raw: '', ...sureAs('asset_name', asset, score) },
    asset_name: { value: named.asset, raw, ...sureAs('asset_name', asset, score) },
    type: { ...type, raw: type.value === null ? '' : TYPE_LABELS[type.value] },
    traded_on: dateOf(tradedOn, traded),
    notified_on: notifiedOn ? dateOf(notifiedOn, notified!) : { value: null, raw: '', confidence: 1, box: layout.box },
    amount: { ...amount, raw: amount.value ?? '' },
  };
}

const sureAs = (field: ReadField, text: CellText, score: number): Pick<Read<unknown>, 'confidence' | 'box'> => ({
  confidence: confidenceOf(field, handOf(text), score),
  box: text.box,
});

function ownerOf(cell: CellText): RowFields['owner'] {
  const { value, raw, score } = readOwner(cell.lines);
  return { value, raw, ...sureAs('owner', cell, score) };
}

/** Cells without ink: 149 of 149 owners and 7 of 7 dates are empty. */
const EMPTY = 0.98;

function dateOf(cell: CellText, { value, raw, score }: DateReading): RowFields['traded_on'] {
  if (cell.found.length === 0) return { value, raw, confidence: EMPTY, box: cell.box };
  return { value, raw, ...sureAs('date', cell, score) };
}

/** A filer is notified of a trade after it; the other order is a rare error of the filer's (1 of 532 rows). */
const WRONG_ORDER = 0.02;

/** The likeliest pair of days, and the share of it among all pairs. */
function inOrder(traded: DateReading, notified: DateReading | null): [DateReading, DateReading | null] {
  if (!notified || traded.likely.length === 0 || notified.likely.length === 0) return [traded, notified];
  const pairs = traded.likely.flatMap((first) =>
    notified.likely.map((second) => ({
      first: first.date,
      second: second.date,
      share: first.share * second.share * (first.date <= second.date ? 1 : WRONG_ORDER),
    })),
  );
  const total = pairs.reduce((sum, { share }) => sum + share, 0);
  const shares = (day: 'first' | 'second'): LikelyDate[] => {
    const sums = new Map<string, number>();
    for (const pair of pairs) sums.set(pair[day], (sums.get(pair[day]) ?? 0) + pair.share / total);
    return [...sums].map(([date, share]) => ({ date, share })).sort((a, b) => b.share - a.share);
  };
  const [first, second] = [shares('first'), shares('second')];
  return [
    { ...traded, likely: first, ...winnerOf(first, traded.fit) },
    { ...notified, likely: second, ...winnerOf(second, notified.fit) },
  ];
}
