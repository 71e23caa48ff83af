import type { PaperClass } from '#rotunda/domain';
import type { SheetLayout } from '../layout/sheet-layout.js';
import type { Hand } from '../text/fields/hand.js';

/** How the parts of a scan are written: of each cell the log-odds that by hand. */
export interface Hands {
  header: number[];
  assets: number[];
  dates: number[];
}

/** The class of a scan. A form without rows or words has none. */
export function classOf(sheets: readonly SheetLayout[], rows: number, hands: Hands, saysNothing: boolean): PaperClass {
  if (rows === 0) return saysNothing ? 'nothing' : 'unknown';
  if (sheets.some(({ kind, rows: lines }) => kind === 'list' && lines.some(({ isEmpty }) => !isEmpty))) {
    return 'attachment';
  }
  const parts = [...handsOf(hands.header, HEADER), ...[hands.assets, hands.dates].flatMap((odds) => handsOf(odds))];
  if (new Set(parts).size > 1) return 'mixed';
  const all = [...hands.header, ...hands.assets, ...hands.dates];
  return parts[0] ?? (meanOf(all) > 0 ? 'handwritten' : 'typed');
}

/** Typed cells are about -4; between the two are a few neat capitals by hand, or a typed name in broken print. */
const CELLS = { typed: -2.5, handwritten: 0.8 };
/** The name stands on a line of dots or dashes, which look like a few strokes by hand. */
const HEADER = { typed: -1.5, handwritten: 2 };

function handsOf(odds: readonly number[], surely = CELLS): Hand[] {
  const mean = meanOf(odds);
  if (mean < surely.typed) return ['typed'];
  return mean > surely.handwritten ? ['handwritten'] : [];
}

/** Of some cells together; 0 where none tells. */
export const meanOf = (odds: readonly number[]): number =>
  odds.reduce((sum, each) => sum + each, 0) / Math.max(1, odds.length);
