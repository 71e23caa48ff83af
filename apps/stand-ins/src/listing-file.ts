import { readFile } from 'node:fs/promises';

/**
 * Reads a tab-separated file; the first line names the columns. A cell with quotes is quoted as in CSV
 * (`"Charles J. ""Chuck"""`). Cells contain neither tabs nor line ends.
 *
 * @throws {Error} for a row whose number of cells differs from the header's: shifted cells would go unnoticed.
 */
export async function readTsv(path: string): Promise<Record<string, string>[]> {
  const [header = '', ...lines] = (await readFile(path, 'utf8')).replace(/\r?\n$/, '').split(/\r?\n/);
  const names = header.split('\t');
  return lines.map((line, index) => {
    const cells = line.split('\t');
    if (cells.length !== names.length) {
      throw new Error(`${path}:${index + 2}: ${cells.length} cells, the header has ${names.length}`);
    }
    return Object.fromEntries(names.map((name, column) => [name, unquoted(cells[column]!)]));
  });
}

const unquoted = (cell: string): string => (/^".*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell);
