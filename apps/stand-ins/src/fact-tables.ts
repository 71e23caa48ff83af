import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTsv } from './listing-file.js';

export type Cells = Record<string, string>;

/** A line of `filings.tsv`, and the lines of the other tables that belong to it, in their order. */
export interface FactsOfFiling {
  cells: Cells;
  /** `rows.tsv`: the rows of an electronic report. */
  rows: Cells[];
  /** `paper.tsv`: what is written on a report on paper beside its rows; absent where no facts are known. */
  paper?: Cells;
  /** `paper_rows.tsv`. */
  paperRows: Cells[];
}

/** @param idColumn names the filing in all tables */
export async function readFactTables(folder: string, idColumn: string): Promise<FactsOfFiling[]> {
  const filings = (await readTsv(join(folder, 'filings.tsv'))).map((cells): FactsOfFiling => ({
    cells,
    rows: [],
    paperRows: [],
  }));
  const byId = new Map(filings.map((facts) => [facts.cells[idColumn]!, facts]));
  for (const row of await readTsv(join(folder, 'rows.tsv'))) byId.get(row[idColumn]!)?.rows.push(row);
  for (const cells of await readTsv(join(folder, 'paper.tsv'))) {
    const facts = byId.get(cells[idColumn]!);
    if (facts !== undefined) facts.paper = cells;
  }
  for (const row of await readTsv(join(folder, 'paper_rows.tsv'))) byId.get(row[idColumn]!)?.paperRows.push(row);
  return filings;
}

/** Data files are not compiled: built code finds them beside its source. */
export function factsFolder(chamber: 'house' | 'senate'): string {
  const candidates = [`./${chamber}/facts/`, `../../../../apps/stand-ins/src/${chamber}/facts/`];
  const folders = candidates.map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = folders.find((folder) => existsSync(folder));
  if (found === undefined) throw new Error(`the stand-in's facts are missing: looked in ${folders.join(' and ')}`);
  return found;
}
