import type { Bitmap } from '../../image/bitmap.js';
import type { UprightSheet } from '../../image/grey-image.js';
import type { TableColumn } from '../sheet-layout.js';
import { CellInk } from './cell-ink.js';
import { bandsOf, type Band } from './cells.js';
import { eraseStreaks } from './erase-streaks.js';
import { partHeader } from './header.js';
import type { RuledTable } from './ruled-table.js';
import { splitBands } from './split-bands.js';

/** An upright sheet with a table whose columns are known. */
export interface TableSheet {
  upright: UprightSheet;
  table: RuledTable;
  ink: CellInk;
  /** The bands above `labels`, from the top. */
  head: Band[];
  /** The band with the columns' labels; null where the table has no header. */
  labels: Band | null;
  body: Band[];
}

export function tableSheet(upright: UprightSheet, bitmap: Bitmap, table: RuledTable): TableSheet {
  const ink = new CellInk(eraseStreaks(bitmap, table.streaks));
  const { body, ...header } = partHeader(bandsOf(table), ink);
  return { upright, table, ink, ...header, body: splitBands(body, table.columns, table.plan, ink) };
}

export function columnsOf({ table, labels, body }: TableSheet): TableColumn[] {
  const [first, last] = [body[0]!, body.at(-1)!];
  return table.plan.map(({ role }, index) => {
    const [top, bottom] = [first.cells[index]!, last.cells[index]!];
    const box = {
      left: Math.min(top.left, bottom.left),
      right: Math.max(top.right, bottom.right),
      top: top.top,
      bottom: bottom.bottom,
    };
    return { box, role, label: labels?.cells[index] ?? null };
  });
}
