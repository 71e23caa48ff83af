import type { InkCounts } from '../../image/bitmap.js';
import { around, type Box } from '../../image/grey-image.js';
import type { Read } from '../sheet-layout.js';
import { median } from '../../image/median.js';

/** A cell that may be ticked, with what a tick in it means and the ink in its middle. */
export interface Option<T> {
  value: T;
  cell: Box;
  ink: number;
}

/** Less is a speck, or the ragged edge of a box. */
const FAINTEST_MARK = 14;
/** A second option with this share of the best one's ink is a mark, too. */
const RIVAL = 0.5;

/**
 * Ink is counted in millionths of the square of the table's width: a small typed x has 30, a cross that fills a box 100.
 * A mark that sticks out of its cell counts where its middle is.
 */
export function inkOf(pen: InkCounts, { left, top, right, bottom }: Box, tableWidth: number): number {
  const [aside, above] = [(right - left) * 0.2, (bottom - top) * 0.15];
  const middle = { left: left + aside, top: top + above, right: right - aside, bottom: bottom - above };
  return (pen.in(middle) * 1e6) / tableWidth ** 2;
}

/**
 * What is a mark on this sheet, by its empty cells: nearly all cells but the darkest of each row are. Specks and smudges
 * lift it.
 *
 * @param rows the options of each row's type, and of each row's amount
 */
export function faintestMark(rows: readonly (readonly Option<unknown>[])[]): number {
  const empty = rows.flatMap((options) => inksOf(options).slice(1)).sort((one, other) => one - other);
  return Math.max(FAINTEST_MARK, 1.25 * (empty[Math.floor(empty.length * 0.95)] ?? 0));
}

/** A mark on an otherwise empty line has to look like the others of its sheet. */
export function clearMark(rows: readonly (readonly Option<unknown>[])[]): number {
  const marks = rows.map((options) => inksOf(options)[0]!).filter((ink) => ink >= 2 * FAINTEST_MARK);
  return Math.max(2.5 * FAINTEST_MARK, 0.6 * median(marks));
}

/** Which option of a row is ticked. Two are none: a person has to look. */
export function readMark<T>(options: readonly Option<T>[], faintest: number): Read<T | null> {
  const [best, second] = [...options].sort((one, other) => other.ink - one.ink) as [Option<T>, Option<T>];
  if (best.ink < faintest)
    return { value: null, confidence: sureness(faintest / (best.ink + 3)), box: spanOf(options) };
  if (second.ink > RIVAL * best.ink && second.ink >= faintest) return unclear(options);
  const margin = Math.min(best.ink / faintest, best.ink / (second.ink + 3) / 2);
  return { value: best.value, confidence: sureness(margin), box: best.cell };
}

/** Ink that is no answer. */
export const unclear = (options: readonly Option<unknown>[]): Read<null> => ({
  value: null,
  confidence: 0.2,
  box: spanOf(options),
});

export const inksOf = (options: readonly Option<unknown>[]): number[] =>
  options.map(({ ink }) => ink).sort((one, other) => other - one);

/** A margin of one is a toss-up. */
const sureness = (margin: number): number => 1 - 0.5 * Math.exp(-2 * (Math.max(1, margin) - 1));

const spanOf = (options: readonly Option<unknown>[]): Box => around(options.map(({ cell }) => cell));
