import { inOneLine } from '#rotunda/contracts/light';
import { type Colour, paint, type Paper } from './paint.js';

export interface Column<T> {
  /** Its heading; shown in capitals. */
  name: string;
  /** The text of a cell, from anywhere: it is made safe to print. */
  cell: (row: T) => string | number | null | undefined;
  /** Numbers are aligned to the right. */
  align?: 'left' | 'right';
  colour?: (row: T) => Colour | null;
}

const GAP = '  ';
const NOTHING = '-';

/** The lines of a table: a heading, then a line for each row, in columns as wide as their widest cell. */
export function tableLines<T>(rows: readonly T[], columns: readonly Column<T>[], paper: Paper): string[] {
  const texts = rows.map((row) => columns.map(({ cell }) => inOneLine(String(cell(row) ?? NOTHING))));
  const headings = columns.map(({ name }) => name.toUpperCase());
  const widths = columns.map((_, n) => Math.max(...[headings, ...texts].map((cells) => cells[n]!.length)));
  const padded = (cells: string[]): string[] =>
    cells.map((text, n) =>
      columns[n]!.align === 'right'
        ? text.padStart(widths[n]!)
        : n === cells.length - 1
          ? text
          : text.padEnd(widths[n]!),
    );
  const painted = (row: T, cells: string[]): string[] =>
    cells.map((text, n) => paint(columns[n]!.colour?.(row) ?? null, text, paper));
  return [
    paint('dim', padded(headings).join(GAP), paper),
    ...texts.map((cells, n) => painted(rows[n]!, padded(cells)).join(GAP)),
  ];
}
