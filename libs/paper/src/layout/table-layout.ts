import { K17_COLUMNS, OTHER_LISTS, SENATE_COLUMNS } from '../forms/table-columns.js';
import type { Bitmap } from '../image/bitmap.js';
import { ROTATIONS } from '../image/grey-image.js';
import { turn } from '../image/turn.js';
import { type LevelScan, uprightSheet } from '../image/upright.js';
import { layOutList } from './list/list-layout.js';
import { layOutSenate } from './senate/senate-layout.js';
import type { SheetLayout } from './sheet-layout.js';
import { matchTable } from './ruled/ruled-table.js';
import { tableSheet } from './ruled/table-sheet.js';
import { linesOf } from './ruled/trace-lines.js';
import { turnLines } from './ruled/turn-lines.js';

const PLANS = [K17_COLUMNS, SENATE_COLUMNS, ...OTHER_LISTS];

/**
 * Lays out what is not the House's printed form: the Senate's form, or a filer's own table. Null: it is neither.
 * @param bitmap the ink of `level`
 */
export function layOutTable(level: LevelScan, bitmap: Bitmap): SheetLayout | null {
  const lines = linesOf(bitmap);
  const found = ROTATIONS.flatMap((rotation) => {
    const turned = turnLines(lines, rotation);
    return PLANS.flatMap((plan) => {
      const table = matchTable(turned, plan);
      return table ? [{ rotation, table }] : [];
    });
  });
  const best = found.sort((a, b) => a.table.misfit - b.table.misfit)[0];
  if (!best) return null;
  const { width, height, pixels: ink } = turn({ ...bitmap, pixels: bitmap.ink }, best.rotation);
  const sheet = tableSheet(uprightSheet(level, best.rotation), { width, height, ink }, best.table);
  return best.table.plan === SENATE_COLUMNS ? layOutSenate(sheet) : layOutList(sheet);
}
