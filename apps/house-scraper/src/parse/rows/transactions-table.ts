import { columnsOf, type TableColumns } from './table-columns.js';
import { textOf, type TextLine } from '../pdf/text-lines.js';

/** A line of the transactions table, with the columns of its page. */
export interface TableLine {
  line: TextLine;
  columns: TableColumns;
  /** A labelled line below a row, set across all columns in a smaller font. */
  isSubLine: boolean;
}

export interface TransactionsTable {
  lines: TableLine[];
  /** Whether the table's header was found at all. */
  hasHeader: boolean;
}

/** Sub-lines are set at 0.92 (older template) and 0.95 (newer) of the height of the cells. */
const SUB_LINE_PER_CELL_HEIGHT = 0.975;
/** The headings of sections are set at 1.2 of the height of the table's header, and bold like it. */
const SECTION_PER_HEADER_HEIGHT = 1.1;
const EDGE_TOLERANCE = 2;
const FOOTNOTE = /^\* for the complete list/i;

/**
 * Takes the lines of the transactions table out of all lines of a document (pages in order, lines from top to bottom).
 *
 * A page break reprints the header anywhere inside a row. It is bold, which no row is, and so it is left out, whatever
 * it splits; what the next page prints below it goes on with the row.
 */
export function findTransactionsTable(lines: readonly TextLine[]): TransactionsTable {
  const table: TransactionsTable = { lines: [], hasHeader: false };
  let columns: TableColumns | null = null;
  let headerHeight = 0;
  let cellHeight = 0;
  for (const line of lines) {
    const header = columnsOf(line);
    if (header) {
      columns = header;
      headerHeight = line.height;
      table.hasHeader = true;
    } else if (columns && line.isBold) {
      if (line.height > headerHeight * SECTION_PER_HEADER_HEIGHT) columns = null;
    } else if (columns) {
      cellHeight ||= line.height;
      const isSubLine = line.height < cellHeight * SUB_LINE_PER_CELL_HEIGHT;
      if (isFootnote(line, columns, isSubLine)) columns = null;
      else table.lines.push({ line, columns, isSubLine });
    }
  }
  return table;
}

/** The note on asset codes, or any small print left of the asset column, where sub-lines never begin. */
function isFootnote(line: TextLine, columns: TableColumns, isSmall: boolean): boolean {
  if (line.left >= columns.asset - EDGE_TOLERANCE) return false;
  return isSmall || FOOTNOTE.test(textOf(line.glyphs));
}
