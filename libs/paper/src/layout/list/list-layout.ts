import { K17_COLUMNS } from '../../forms/table-columns.js';
import type { SheetLayout } from '../sheet-layout.js';
import { hasPrintedBoxes, rowOf } from '../ruled/rows.js';
import { columnsOf, type TableSheet } from '../ruled/table-sheet.js';

/**
 * Lays out a filer's own table with the columns of the House's form. Its form stays open where the sheet has no header:
 * see `continueLists`. Null: it is the printed form.
 */
export function layOutList(sheet: TableSheet): SheetLayout | null {
  const { upright, table, ink, labels, body } = sheet;
  const rows = body.map((band) => rowOf(band, table.plan, ink));
  if (rows.length === 0 || hasPrintedBoxes(sheet)) return null;
  const isK17 = table.plan === K17_COLUMNS && labels !== null;
  return {
    upright,
    kind: 'list',
    form: isK17 ? { value: 'K17', confidence: 0.99, box: labels.box } : null,
    headerCells: {},
    rows,
    columns: columnsOf(sheet),
  };
}
