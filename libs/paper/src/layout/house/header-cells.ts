import { headerPlaces } from '../../forms/header-places.js';
import type { FormVersion } from '../../forms/form-versions.js';
import type { HeaderCell, SheetLayout } from '../sheet-layout.js';
import { type TableGrid, tableBox } from './table-grid.js';

/** What is written outside of the table, and the date of the printed example. */
export function headerCells({ table, cell }: TableGrid, form: FormVersion): SheetLayout['headerCells'] {
  const { left, top, right, bottom } = tableBox(table);
  const width = right - left;
  const cells: SheetLayout['headerCells'] = {};
  for (const [name, place] of Object.entries(headerPlaces(table.printed.family, table.kind, form))) {
    const from = name === 'notes' ? bottom : top;
    cells[name as HeaderCell] = {
      left: Math.round(left + place[0] * width),
      top: Math.round(from + place[1] * width),
      right: Math.round(left + place[2] * width),
      bottom: Math.round(from + place[3] * width),
    };
  }
  if (table.kind === 'first') cells.exampleDate = cell(2 + table.printed.types.length, 2, 2);
  return cells;
}
