import { type Bitmap, InkCounts } from '../../image/bitmap.js';
import type { Box } from '../../image/grey-image.js';
import { median } from '../../image/median.js';

/** Where a box is crossed, halfway down or across. Three tries: a speck may lie on one. */
const CROSSINGS = [0.4, 0.5, 0.6];

/** Shares of the empty cells without a printed tick box, and with more strokes than one box has. */
export function tickBoxes(bitmap: Bitmap, pen: InkCounts, cells: readonly Box[]): { without: number; doubled: number } {
  const empty = cells.filter((cell) => pen.in(cell) <= (cell.right - cell.left) * 0.5);
  const strokes = empty.map((cell) => {
    const [width, height] = [cell.right - cell.left, cell.bottom - cell.top];
    const across = CROSSINGS.map((share) => strokesAlong(bitmap, cell, 'x', Math.round(cell.top + height * share)));
    const down = CROSSINGS.map((share) => strokesAlong(bitmap, cell, 'y', Math.round(cell.left + width * share)));
    return { across: median(across), down: median(down) };
  });
  const share = (test: (of: { across: number; down: number }) => boolean): number =>
    strokes.filter(test).length / Math.max(1, strokes.length);
  return {
    without: share(({ across, down }) => across < 2 && down < 2),
    doubled: share(({ across, down }) => across > 2 || down > 2),
  };
}

/** How many strokes a line through a cell meets. */
function strokesAlong({ ink, width }: Bitmap, cell: Box, axis: 'x' | 'y', at: number): number {
  const [from, to] = axis === 'x' ? [cell.left, cell.right] : [cell.top, cell.bottom];
  let [strokes, before] = [0, 0];
  for (let place = from; place < to; place++) {
    const dark = axis === 'x' ? ink[at * width + place]! : ink[place * width + at]!;
    if (dark === 1 && before === 0) strokes++;
    before = dark;
  }
  return strokes;
}
