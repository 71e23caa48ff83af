import type { SourcePlace } from '#rotunda/domain';
import { drawnTextOf, type CapitalHeights } from './drawn-case.js';
import type { Glyph } from '../pdf/pdf-glyphs.js';
import { readSubLines, type SubLine } from './sub-lines.js';
import { cellsOf, type ColumnName, type TableColumns } from './table-columns.js';
import { joinWrapped, textOf, type TextLine } from '../pdf/text-lines.js';
import type { TableLine } from './transactions-table.js';

/** One row of the transactions table as printed. */
export interface PrintedRow {
  /** Text by column; a wrapped cell is joined. */
  cells: Record<ColumnName, string>;
  /** The asset cell in its drawn case; null where that is unknown. */
  drawnAsset: string | null;
  subLines: SubLine[];
  /** Whether its template has the column "Cap. Gains > $200?". */
  hasCapGains: boolean;
  /** Its places, page by page: a page break may cut it. */
  spans: RowSpan[];
  place: SourcePlace;
}

/** The part of a row on one page. */
export interface RowSpan {
  page: number;
  top: number;
  columns: TableColumns;
}

type CellsOfLine = ReadonlyMap<ColumnName, Glyph[]>;

interface OpenRow {
  cellLines: TableLine[];
  /** The cells of each line. */
  cells: CellsOfLine[];
  subLines: TableLine[];
}

/** Splits the table's lines into rows: lines of cells followed by sub-lines across all columns. */
export function readRows(lines: readonly TableLine[], capitals: CapitalHeights = new Map()): PrintedRow[] {
  const rows: OpenRow[] = [];
  for (const line of lines) {
    const open = rows.at(-1);
    if (open && line.isSubLine) {
      open.subLines.push(line);
      continue;
    }
    const cells = cellsOf(line.line, line.columns);
    if (open && !beginsRow(cells, open)) {
      open.cellLines.push(line);
      open.cells.push(cells);
    } else rows.push({ cellLines: [line], cells: [cells], subLines: [] });
  }
  return rows.map((row) => printedRow(row, capitals));
}

/** Cells after sub-lines begin a new row, and so does another date: dates never wrap. */
function beginsRow(cells: CellsOfLine, open: OpenRow): boolean {
  if (open.subLines.length > 0) return true;
  return textOf(cells.get('tradedOn')!) !== '' || textOf(cells.get('notifiedOn')!) !== '';
}

function printedRow({ cellLines, cells: byLine, subLines }: OpenRow, capitals: CapitalHeights): PrintedRow {
  const cell = (name: ColumnName): string => joinWrapped(byLine.map((cells) => textOf(cells.get(name)!)));
  const drawnAsset = byLine.map((cells) => drawnTextOf(cells.get('asset')!, capitals));
  const lines = [...cellLines, ...subLines];
  return {
    cells: {
      id: cell('id'),
      owner: cell('owner'),
      asset: cell('asset'),
      type: cell('type'),
      tradedOn: cell('tradedOn'),
      notifiedOn: cell('notifiedOn'),
      amount: cell('amount'),
      capGains: cell('capGains'),
    },
    drawnAsset: drawnAsset.every((text) => text !== null) ? joinWrapped(drawnAsset) : null,
    subLines: readSubLines(subLines.map(({ line }) => line)),
    hasCapGains: cellLines[0]!.columns.capGains !== null,
    spans: spansOf(lines),
    place: placeOf(lines.map(({ line }) => line)),
  };
}

function spansOf(lines: readonly TableLine[]): RowSpan[] {
  const firstByPage = new Map<number, TableLine>();
  for (const tableLine of lines) {
    if (!firstByPage.has(tableLine.line.page)) firstByPage.set(tableLine.line.page, tableLine);
  }
  return [...firstByPage].map(([page, { line, columns }]) => ({ page, top: line.baseline + line.height, columns }));
}

/** The page where the row begins, and the box of the part on that page. */
function placeOf(lines: readonly TextLine[]): SourcePlace {
  const page = lines[0]!.page;
  const box = { left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity };
  for (const line of lines) if (line.page === page) grow(box, line.glyphs);
  return { page, box: [tenth(box.left), tenth(box.bottom), tenth(box.right), tenth(box.top)], domRow: null };
}

type Box = Record<'left' | 'bottom' | 'right' | 'top', number>;

function grow(box: Box, glyphs: readonly Glyph[]): void {
  for (const { left, bottom, right, top } of glyphs) {
    if (left < box.left) box.left = left;
    if (bottom < box.bottom) box.bottom = bottom;
    if (right > box.right) box.right = right;
    if (top > box.top) box.top = top;
  }
}

const tenth = (points: number): number => Math.round(points * 10) / 10;
