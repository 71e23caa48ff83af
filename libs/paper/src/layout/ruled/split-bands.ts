import type { ColumnPlan } from '../../forms/table-columns.js';
import { median } from '../../image/median.js';
import type { CellInk } from './cell-ink.js';
import { type Band, bandBetween } from './cells.js';
import type { TracedLine } from './traced-line.js';

/** A band is that of several rows where its height is their pitch times a whole number, about. */
const OFF_PITCH = 0.2;

/**
 * Parts bands whose line between two rows was lost in the scan: they are two or three rows high, and there is a date in
 * each of these. A name that takes two lines has one date.
 */
export function splitBands(
  bands: readonly Band[],
  columns: readonly TracedLine[],
  plan: ColumnPlan,
  ink: CellInk,
): Band[] {
  const date = plan.findIndex(({ role }) => role === 'tradedOn');
  const pitch = median(bands.map(({ cells }) => heightOf(cells[date]!)));
  return bands.flatMap((band) => {
    const times = Math.round(heightOf(band.cells[date]!) / pitch);
    if (times < 2 || Math.abs(heightOf(band.cells[date]!) / times - pitch) > OFF_PITCH * pitch) return [band];
    const parts = partsOf(band, times, columns);
    return parts.every(({ cells }) => ink.isWritten(cells[date]!)) ? parts : [band];
  });
}

function partsOf({ above, below }: Band, times: number, columns: readonly TracedLine[]): Band[] {
  const lineAt = (share: number): TracedLine => ({
    ...above,
    at: (along) => above.at(along) + (below.at(along) - above.at(along)) * share,
  });
  return Array.from({ length: times }, (_, index) =>
    bandBetween(lineAt(index / times), lineAt((index + 1) / times), columns),
  );
}

const heightOf = ({ top, bottom }: { top: number; bottom: number }): number => bottom - top;
