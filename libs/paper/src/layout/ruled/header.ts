import type { CellInk } from './cell-ink.js';
import type { Band } from './cells.js';

/** The header's last band has a label in most of its columns: no row of trades does. */
const LABELLED = 0.75;
/** The header ends within this many bands. */
const DEEPEST = 8;

export interface Parts {
  head: Band[];
  labels: Band | null;
  body: Band[];
}

/** Parts a table's header from its rows. */
export function partHeader(bands: readonly Band[], ink: CellInk): Parts {
  const index = bands.slice(0, DEEPEST).findIndex(({ cells }) => {
    const labelled = cells.filter((cell) => ink.in(cell) >= 2 * ink.least && !ink.isBlack(cell)).length;
    return labelled >= LABELLED * cells.length;
  });
  return { head: bands.slice(0, Math.max(0, index)), labels: bands[index] ?? null, body: bands.slice(index + 1) };
}
