import { seen, textOf, type Page } from '../page/html-page.js';
import { LayoutChangedError } from '#rotunda/domain';

const COLUMNS = [
  '#',
  'Transaction Date',
  'Owner',
  'Ticker',
  'Asset Name',
  'Asset Type',
  'Type',
  'Amount',
  'Comment',
] as const;

type Elements = ReturnType<Page>;

/** The table of transactions, cell by cell. */
export interface TransactionsTable {
  /** Nine cells per row, in document order. */
  rows: Elements[];
  /** The number of other tables on the page. */
  otherTables: number;
}

/**
 * Finds the table by its nine headings.
 *
 * @throws LayoutChangedError where there is no such table, more than one, or a row without nine cells
 */
export function findTransactionsTable(page: Page): TransactionsTable {
  const tables = page('table')
    .toArray()
    .map((table) => page(table));
  const found = tables.filter((table) => headingsOf(page, table).join('|') === COLUMNS.join('|'));
  if (found.length !== 1) {
    const headings = tables.map((table) => `"${headingsOf(page, table).join(', ')}"`);
    throw new LayoutChangedError(
      `The PTR has ${found.length} tables with the known columns (${headings.join('; ') || 'no table at all'}): ${seen(page)}`,
    );
  }
  // All rows but the headings, wherever they are: rows in a second tbody or a tfoot count too.
  const rows = found[0]!.find('tr').toArray().slice(1);
  return { rows: rows.map((row, index) => cellsOf(page(row), index + 1)), otherTables: tables.length - 1 };
}

const headingsOf = (page: Page, table: Elements): string[] =>
  table
    .find('tr')
    .first()
    .children('th')
    .toArray()
    .map((cell) => textOf(page(cell)));

function cellsOf(row: Elements, number: number): Elements {
  const cells = row.children('td');
  if (cells.length !== COLUMNS.length || row.children().length !== COLUMNS.length) {
    throw new LayoutChangedError(`Row ${number} of the table has ${cells.length} cells, not ${COLUMNS.length}.`);
  }
  return cells;
}
