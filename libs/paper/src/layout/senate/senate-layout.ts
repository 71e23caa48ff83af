import type { Box } from '../../image/grey-image.js';
import type { HeaderCell, SheetLayout } from '../sheet-layout.js';
import type { Band } from '../ruled/cells.js';
import { hasPrintedBoxes, markedOptions, rowOf } from '../ruled/rows.js';
import type { TableSheet } from '../ruled/table-sheet.js';

/** Lays out the Senate's form: its first page has two printed examples above the rows, its continuation none. */
export function layOutSenate(sheet: TableSheet): SheetLayout | null {
  const { upright, table, ink, labels, body } = sheet;
  const first = body.findIndex((band) => !isExample(band, sheet));
  if (!labels || first === -1 || hasPrintedBoxes(sheet)) return null;
  const isFirst = first > 0;
  return {
    upright,
    kind: isFirst ? 'first' : 'further',
    form: { value: isFirst ? 'S1' : 'S2', confidence: 0.99, box: labels.box },
    headerCells: headerCells(sheet, isFirst),
    rows: body.slice(first).map((band) => rowOf(band, table.plan, ink)),
  };
}

/** The examples have the letters of "EXAMPLE" in the cells to the right of their mark. */
const isExample = (band: Band, { table, ink }: TableSheet): boolean => markedOptions(band, table.plan, ink) >= 6;

/** The filer's name is two bands above the labels, left of the columns for types. */
function headerCells({ head, table }: TableSheet, isFirst: boolean): Partial<Record<HeaderCell, Box>> {
  const band = head.at(-2);
  if (!band) return {};
  const width = table.plan.findIndex(({ role }) => role === 'purchase');
  const name = { ...band.cells[0]!, right: band.cells[width - 1]!.right };
  return isFirst ? { name, amendment: amendmentBox(name) } : { name };
}

/** The tick box is in the upper right part of the name's cell, before the word "Amendment". */
function amendmentBox({ left, top, right, bottom }: Box): Box {
  const [width, height] = [right - left, bottom - top];
  return { left: left + 0.64 * width, right: left + 0.71 * width, top, bottom: top + 0.2 * height };
}
