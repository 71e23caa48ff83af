import type { Glyph } from '../pdf/pdf-glyphs.js';
import { wordsOf, type TextLine } from '../pdf/text-lines.js';

/** The columns of the transactions table, in the form's order. The last one exists since 2018. */
const COLUMNS = ['id', 'owner', 'asset', 'type', 'tradedOn', 'notifiedOn', 'amount', 'capGains'] as const;
export type ColumnName = (typeof COLUMNS)[number];

/** Left edges in PDF points; null where the template lacks the column. */
export type TableColumns = Record<Exclude<ColumnName, 'capGains'>, number> & { capGains: number | null };

/** The first words of the column headings, which are on the first line of the header. */
const HEADINGS: readonly (readonly [heading: string, column: ColumnName])[] = [
  ['id', 'id'],
  ['owner', 'owner'],
  ['asset', 'asset'],
  ['transaction', 'type'],
  ['date', 'tradedOn'],
  ['notification', 'notifiedOn'],
  ['amount', 'amount'],
  ['cap.', 'capGains'],
];

/** Cells begin within a tenth of a point of their heading; the padding between columns is 3.75 points. */
const EDGE_TOLERANCE = 2;

/** The columns, if this is the first line of the table's header; their positions differ by document. */
export function columnsOf(line: TextLine): TableColumns | null {
  if (!line.isBold) return null;
  const found = new Map<string, number>();
  for (const word of wordsOf(line.glyphs)) {
    found.set(
      word
        .map(({ char }) => char)
        .join('')
        .toLowerCase(),
      word[0]!.left,
    );
  }
  const edges = new Map(HEADINGS.flatMap(([heading, column]) => edgeOf(column, found.get(heading))));
  const isHeader = COLUMNS.every((column) => column === 'capGains' || edges.has(column));
  return isHeader ? ({ capGains: null, ...Object.fromEntries(edges) } as TableColumns) : null;
}

const edgeOf = (column: ColumnName, left: number | undefined): [ColumnName, number][] =>
  left === undefined ? [] : [[column, left]];

/** The column of an x coordinate: text may overflow to the right, but never begins left of its column. */
export function columnAt(columns: TableColumns, x: number): ColumnName {
  let found: ColumnName = 'id';
  for (const column of COLUMNS) {
    const left = columns[column];
    if (left !== null && x >= left - EDGE_TOLERANCE) found = column;
  }
  return found;
}

/** The characters of a line by column. Each is assigned singly: a full cell leaves no gap to the next one. */
export function cellsOf(line: TextLine, columns: TableColumns): Map<ColumnName, Glyph[]> {
  const cells = new Map<ColumnName, Glyph[]>(COLUMNS.map((column) => [column, []]));
  let name: ColumnName = 'id';
  let cell = cells.get(name)!;
  for (const glyph of line.glyphs) {
    const next = columnAt(columns, glyph.left);
    if (next !== name) cell = cells.get((name = next))!;
    cell.push(glyph);
  }
  return cells;
}
