import { around, type Box } from '../image/grey-image.js';
import type { RowLayout, SheetLayout } from '../layout/sheet-layout.js';
import { type CellLine, findCellLines } from '../text/cell-lines.js';
import { handwrittenOdds } from '../text/fields/hand.js';
import type { ReadLine, TextRecogniser } from '../text/text-recogniser.js';

/** A cell with ink in it, or without: then it has no lines. */
export interface CellText {
  cell: Box;
  /** Of the ink; of the cell where there is none. */
  box: Box;
  found: CellLine[];
  lines: ReadLine[];
}

export interface RowTexts {
  layout: RowLayout;
  /** Null: the form has no such column. */
  cells: { owner: CellText | null; asset: CellText; tradedOn: CellText; notifiedOn: CellText | null };
}

export interface SheetTexts {
  header: { name?: CellText };
  /** Of the rows that are not empty. */
  rows: RowTexts[];
}

/** Reads all cells of a sheet in one go: the recogniser is faster with many lines. */
export async function readSheetTexts(sheet: SheetLayout, recogniser: TextRecogniser): Promise<SheetTexts> {
  const all: CellText[] = [];
  const cell = (box: Box): CellText => {
    const found = findCellLines(sheet.upright, box);
    const text = { cell: box, box: found.length === 0 ? box : around(found.map((line) => line.box)), found, lines: [] };
    all.push(text);
    return text;
  };
  const rows = sheet.rows
    .filter(({ isEmpty }) => !isEmpty)
    .map((layout): RowTexts => {
      const { owner, asset, tradedOn, notifiedOn } = layout.cells;
      return {
        layout,
        cells: {
          owner: owner && cell(owner),
          asset: cell(asset),
          tradedOn: cell(tradedOn),
          notifiedOn: notifiedOn && cell(notifiedOn),
        },
      };
    });
  const header: SheetTexts['header'] = {};
  if (sheet.headerCells.name) header.name = cell(sheet.headerCells.name);
  const read = await recogniser.read(all.flatMap(({ found }) => found.map(({ picture }) => picture)));
  let next = 0;
  for (const text of all) {
    text.lines = read.slice(next, next + text.found.length);
    next += text.found.length;
  }
  return { header, rows };
}

/** Log-odds of each cell that it was written by hand; cells with too little ink to tell are left out. */
export const oddsOfHand = (cells: readonly CellText[]): number[] =>
  cells.map((cell) => handwrittenOdds(cell)).filter((odds) => odds !== null);
