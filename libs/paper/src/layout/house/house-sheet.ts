import { InkCounts } from '../../image/bitmap.js';
import { ROTATIONS, type Rotation } from '../../image/grey-image.js';
import { turnRules } from '../../image/turn-rules.js';
import { type FoundTable, findTable } from './find-table.js';
import { formVersion } from './form-version.js';
import { headerCells } from './header-cells.js';
import { houseRows } from './house-rows.js';
import { type LevelSheet, turnSheet } from '../level-sheet.js';
import { penInk } from './pen-ink.js';
import type { SheetLayout } from '../sheet-layout.js';
import { gridOf, tableBox } from './table-grid.js';

/** Printed tables fit with 0.8 and more, lists of other printings with 0.5 at most. */
const LEAST_SCORE = 0.65;
/** Runs of ink that are longer than this are lines, in widths of the table: letters and the strokes of marks are shorter. */
const LONGEST_STROKE = 0.012;

/** A sheet of the House's printed form, upright. Null: it is none. */
export function houseSheet(sheet: LevelSheet): SheetLayout | null {
  const found = bestTable(sheet);
  if (found === null) return null;
  const { upright, bitmap, rules } = turnSheet(sheet, found.rotation);
  const grid = gridOf(found.table, rules);
  const { left, right } = tableBox(found.table);
  const pen = new InkCounts(penInk(bitmap, Math.round((right - left) * LONGEST_STROKE)));
  const form = formVersion(bitmap, pen, grid);
  return {
    upright,
    kind: found.table.kind,
    form,
    headerCells: headerCells(grid, form.value),
    rows: houseRows(pen, grid),
  };
}

/** The form's table is the same no way up but one. */
function bestTable({ rules, scan, side }: LevelSheet): { table: FoundTable; rotation: Rotation } | null {
  let best: { table: FoundTable; rotation: Rotation } | null = null;
  for (const rotation of ROTATIONS) {
    const table = findTable(turnRules(rules, rotation, scan), side);
    if (table !== null && table.score > (best?.table.score ?? LEAST_SCORE)) best = { table, rotation };
  }
  return best;
}
