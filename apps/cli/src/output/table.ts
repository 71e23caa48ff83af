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

/** A column narrower than this is not broken into lines: the terminal does that. */
const NARROWEST = 16;

/**
 * The lines of a table: a heading, then each row, in columns as wide as their widest cell. Where the terminal is too narrow
 * for the last column, its cells go on below.
 */
export function tableLines<T>(rows: readonly T[], columns: readonly Column<T>[], paper: Paper): string[] {
  const texts = rows.map((row) => columns.map(({ cell }) => inOneLine(String(cell(row) ?? NOTHING))));
  const headings = columns.map(({ name }) => name.toUpperCase());
  // Not Math.max(...): as arguments, the rows of a large archive would overflow the stack.
  const widths = columns.map((_, n) =>
    texts.reduce((most, cells) => Math.max(most, cells[n]!.length), headings[n]!.length),
  );
  const before = widths.slice(0, -1).reduce((sum, width) => sum + width + GAP.length, 0);
  const left = paper.width - before;
  const padded = (text: string, n: number): string => {
    if (columns[n]!.align === 'right') return text.padStart(widths[n]!);
    return n === columns.length - 1 ? text : text.padEnd(widths[n]!);
  };
  const linesOf = (cells: string[], painted: (text: string, n: number) => string): string[] => {
    const last = cells.at(-1)!;
    const [first = '', ...more] = left < NARROWEST ? [last] : broken(last, left);
    const line = [...cells.slice(0, -1), first].map((text, n) => painted(padded(text, n), n)).join(GAP);
    return [line, ...more.map((text) => ' '.repeat(before) + painted(text, cells.length - 1))];
  };
  return [
    ...linesOf(headings, (text) => paint('dim', text, paper)),
    ...rows.flatMap((row, r) => linesOf(texts[r]!, (text, n) => paint(columns[n]!.colour?.(row) ?? null, text, paper))),
  ];
}

/** Breaks a text between words where it can, into lines of at most this width. */
function broken(text: string, width: number): string[] {
  if (text.length <= width) return [text];
  const space = text.lastIndexOf(' ', width);
  const end = space > 0 ? space : width;
  return [text.slice(0, end), ...broken(text.slice(end).trimStart(), width)];
}
