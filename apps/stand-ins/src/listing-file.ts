import { readFile } from 'node:fs/promises';

/**
 * Rows of a tab-separated file by the names in its first line. A cell that holds quotes is quoted as in CSV
 * (`"Charles J. ""Chuck"""`); neither tabs nor line ends stand in cells.
 *
 * @throws {Error} for a row whose number of cells differs from the header's: a shifted cell would be believed.
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
