import { type ColumnPlan, type ColumnRole, K17_COLUMNS, SENATE_COLUMNS } from '../src/forms/table-columns.js';
import type { Box, GreyImage } from '../src/image/grey-image.js';
import { canvas } from './canvas.js';

/** What a test writes into a row: text cells and marks by column, or a heading. */
export interface DrawnRow {
  marks?: readonly ColumnRole[];
  texts?: readonly ColumnRole[];
  /** Black cells to the right of the name. */
  isBlack?: boolean;
}

/** A trade's row with its marks. */
export const trade = (...marks: ColumnRole[]): DrawnRow => ({
  marks,
  texts: ['owner', 'asset', 'tradedOn', 'notifiedOn'],
});
export const emptyRow: DrawnRow = {};
export const blackHeading: DrawnRow = { texts: ['asset'], isBlack: true };
export const plainHeading: DrawnRow = { texts: ['asset'] };

interface DrawnTable {
  plan: ColumnPlan;
  size: { width: number; height: number };
  left: number;
  right: number;
  /** Where its first line is; the header's labels lie between the first two heights. */
  top: number;
  heights: readonly number[];
}

type Sheet = ReturnType<typeof canvas>;

/** Edges of the columns in pixels, from the left. */
function edgesOf({ plan, left, right }: DrawnTable): number[] {
  let at = left;
  return [left, ...plan.map(({ share }) => Math.round((at += share * (right - left))))];
}

const cellOf = (table: DrawnTable, role: ColumnRole, top: number, height: number): Box => {
  const index = table.plan.findIndex((column) => column.role === role);
  const [left = 0, right = 0] = edgesOf(table).slice(index, index + 2);
  return { left, right, top, bottom: top + height };
};

/** Short strokes side by side, as small print has. */
function print({ fill }: Sheet, { left, top, right, bottom }: Box): void {
  for (let x = left + 6; x < Math.min(right - 6, left + 90); x += 6)
    fill({ left: x, right: x + 2, top: top + 6, bottom: bottom - 5 });
}

function drawRow(sheet: Sheet, table: DrawnTable, row: DrawnRow, top: number, height: number): void {
  for (const role of row.texts ?? []) {
    if (table.plan.some((column) => column.role === role)) print(sheet, cellOf(table, role, top, height));
  }
  for (const role of row.marks ?? []) {
    const { left, right } = cellOf(table, role, top, height);
    const [x, y, size] = [(left + right) / 2, top + height / 2, Math.min(10, height / 2)];
    sheet.cross({
      left: Math.round(x - size / 2),
      right: Math.round(x + size / 2),
      top: Math.round(y - size / 2),
      bottom: Math.round(y + size / 2),
    });
  }
  const blacked = { ...cellOf(table, 'purchase', top, height), right: table.right };
  const { fill } = sheet;
  if (row.isBlack) fill(blacked);
}

/** Lines around rows of these heights, below one another. */
function drawLines(sheet: Sheet, table: DrawnTable): void {
  let y = table.top;
  for (const height of [0, ...table.heights]) sheet.across((y += height), table.left, table.right + 2);
  for (const x of edgesOf(table)) sheet.down(x, table.top, y + 2);
}

export interface ListOptions {
  hasHeader?: boolean;
  pitch?: number;
}

/** A typed spreadsheet with the columns of the House's form, as K17 has them. */
export function listSheet(rows: readonly DrawnRow[], { hasHeader = true, pitch = 20 }: ListOptions = {}): GreyImage {
  const header = hasHeader ? [30, 160] : [];
  const heights = [...header, ...rows.map(() => pitch)];
  const table = { plan: K17_COLUMNS, size: { width: 2200, height: 1700 }, left: 100, right: 2080, top: 150, heights };
  const sheet = canvas(table.size.width, table.size.height);
  drawLines(sheet, table);
  if (hasHeader) drawLabels(sheet, table, 180, 160);
  let top = 150 + header.reduce((sum, height) => sum + height, 0);
  for (const row of rows) {
    drawRow(sheet, table, row, top, pitch);
    top += pitch;
  }
  return sheet.image;
}

function drawLabels(sheet: Sheet, table: DrawnTable, top: number, height: number): void {
  for (const { role } of table.plan) print(sheet, cellOf(table, role, top + height - 40, 40));
}

/** The Senate's form, at half its usual resolution; the columns of every other amount are grey. */
export function senateSheet(rows: readonly DrawnRow[], { hasExamples = false, shade = 245 } = {}): GreyImage {
  const head = hasExamples ? [190, 130, 30, 340, 70, 70] : [90, 30, 340];
  const table: DrawnTable = {
    plan: SENATE_COLUMNS,
    size: { width: 1700, height: 2200 },
    left: 270,
    right: 1460,
    top: hasExamples ? 240 : 210,
    heights: [...head, ...rows.map(() => 70)],
  };
  const sheet = canvas(table.size.width, table.size.height);
  const { fill } = sheet;
  const bottom = table.heights.reduce((sum, height) => sum + height, table.top);
  for (const role of ['purchase', 'exchange', 'A', 'C', 'E', 'K', 'H', 'J'] as const) {
    const column = { ...cellOf(table, role, table.top, 0), bottom };
    fill(column, shade);
  }
  drawLines(sheet, table);
  let top = table.top;
  for (const [index, height] of table.heights.entries()) {
    const row = rows[index - head.length];
    if (row) drawRow(sheet, table, row, top, height);
    else if (height === 340) drawLabels(sheet, table, top, height);
    else if (height === 70)
      drawRow(
        sheet,
        table,
        { texts: ['asset', 'tradedOn', 'E', 'F', 'K', 'G', 'H', 'I', 'J'], marks: ['sale', 'B'] },
        top,
        height,
      );
    top += height;
  }
  return sheet.image;
}
