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
  /** Whether the document has the table's header. */
  hasHeader: boolean;
}

/** The height of sub-lines is 0.92 (older template) or 0.95 (newer) of that of cells. */
const SUB_LINE_PER_CELL_HEIGHT = 0.975;
/** Section headings are bold like the table's header, and 1.2 times as high. */
const SECTION_PER_HEADER_HEIGHT = 1.1;
const EDGE_TOLERANCE = 2;
const FOOTNOTE = /^\* for the complete list/i;

/**
 * Picks the lines of the transactions table from all lines of a document (pages in order, lines from top to bottom).
 *
 * A page break reprints the header anywhere inside a row. The header is bold, which no row is, so it is left out
 * wherever it is; the lines below it on the next page continue the row.
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

/** The note on asset codes, or any small print left of the asset column, where no sub-line begins. */
function isFootnote(line: TextLine, columns: TableColumns, isSmall: boolean): boolean {
  if (line.left >= columns.asset - EDGE_TOLERANCE) return false;
  return isSmall || FOOTNOTE.test(textOf(line.glyphs));
}
