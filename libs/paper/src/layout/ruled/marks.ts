import { around, type Box } from '../../image/grey-image.js';
import type { Read } from '../sheet-layout.js';
import type { CellInk } from './cell-ink.js';

/** A cell that a mark in chooses its value. */
export interface Option<T> {
  value: T;
  box: Box;
}

/** The option with a mark. Two marks, or a faint one, make it doubtful. */
export function readMark<T>(options: readonly Option<T>[], ink: CellInk): Read<T | null> {
  const weighed = options.map((option) => ({ ...option, ink: ink.ofMark(option.box) })).sort((a, b) => b.ink - a.ink);
  const [best, second] = [weighed[0]!, weighed[1]!];
  if (best.ink < ink.least) {
    return {
      value: null,
      confidence: best.ink < ink.least / 2 ? BLANK : DOUBTFUL,
      box: around(options.map(({ box }) => box)),
    };
  }
  return { value: best.value, confidence: confidenceOf(best.ink, second.ink, ink.least), box: best.box };
}

/** Nothing at all in any of the cells. */
const BLANK = 0.95;
const DOUBTFUL = 0.5;

function confidenceOf(best: number, second: number, least: number): number {
  if (second > 0.6 * best) return DOUBTFUL;
  if (second > 0.35 * best) return 0.9;
  return best < 1.4 * least ? 0.9 : 0.998;
}
