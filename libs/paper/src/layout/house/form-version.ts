import type { FormVersion } from '../../forms/form-versions.js';
import type { Bitmap, InkCounts } from '../../image/bitmap.js';
import { despeckle } from '../../image/components.js';
import type { Box } from '../../image/grey-image.js';
import { lastDigitIsZero } from './example-year.js';
import type { Read } from '../sheet-layout.js';
import { type TableGrid, tableBox } from './table-grid.js';
import { tickBoxes } from './tick-boxes.js';

/** A version, and how sure it is. */
type Version = Pick<Read<FormVersion>, 'value' | 'confidence'>;

/**
 * The printing of a form. Its table tells the family; what else differs:
 * - B15 and B15n by the tick boxes;
 * - C18 and C20 by the boxes, which C20 has twice;
 * - D20 and D24 by the year of the example, D24b by "Page 1 of" at the foot. Their further sheets are the same.
 */
export function formVersion(bitmap: Bitmap, pen: InkCounts, grid: TableGrid): Read<FormVersion> {
  return { ...versionOf(bitmap, pen, grid), box: tableBox(grid.table) };
}

function versionOf(bitmap: Bitmap, pen: InkCounts, grid: TableGrid): Version {
  const { printed, kind } = grid.table;
  switch (printed.family) {
    case 'A':
      return { value: 'A12', confidence: 0.99 };
    case 'B': {
      const { without } = boxesOf(bitmap, pen, grid);
      return without > 0.5 ? { value: 'B15n', confidence: 0.98 } : { value: 'B15', confidence: 0.98 };
    }
    case 'C': {
      const { doubled } = boxesOf(bitmap, pen, grid);
      const confidence = Math.min(0.98, 0.6 + 2 * Math.abs(doubled - 0.2));
      return { value: doubled > 0.2 ? 'C20' : 'C18', confidence };
    }
    case 'D':
      return kind === 'first' ? firstOfD(bitmap, pen, grid) : { value: 'D20', confidence: 0.4 };
  }
}

function boxesOf(bitmap: Bitmap, pen: InkCounts, { table, cell }: TableGrid) {
  const { printed, kind, down, across } = table;
  const dates = 2 + printed.types.length;
  const columns = across
    .slice(0, -1)
    .flatMap((_, column) => (column < 2 || column === dates || column === dates + 1 ? [] : [column]));
  const first = down.length - 1 - printed[kind].rows;
  const cells = columns.flatMap((column) =>
    Array.from({ length: printed[kind].rows }, (_, index) => cell(column, first + index, 2)),
  );
  const cellSize = cells[0]!.right - cells[0]!.left;
  return tickBoxes(despeckle(bitmap, cellSize), pen, cells);
}

function firstOfD(bitmap: Bitmap, pen: InkCounts, { table, cell }: TableGrid): Version {
  const { left, top, right, bottom } = tableBox(table);
  const width = right - left;
  const foot: Box = {
    ...{ left: left + 0.97 * width, right: left + 1.04 * width },
    ...{ top: bottom + 0.012 * width, bottom: bottom + 0.04 * width },
  };
  const hasPage = top < bottom && (pen.in(foot) * 1e6) / width ** 2 > 60;
  const dates = 2 + table.printed.types.length;
  const zero = Math.max(...[dates, dates + 1].map((column) => lastDigitIsZero(bitmap, cell(column, 2, 3)) ?? -1));
  if (zero > 0.35) return { value: 'D20', confidence: hasPage ? 0.6 : Math.min(0.97, 0.6 + zero) };
  return { value: hasPage ? 'D24b' : 'D24', confidence: zero === -1 ? 0.4 : 0.95 };
}
