import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTsv } from './listing-file.js';

export type Cells = Record<string, string>;

/** A line of `filings.tsv`, and the lines of `rows.tsv` that belong to it, in their order. */
export interface FactsOfFiling {
  cells: Cells;
  rows: Cells[];
}

/** @param idColumn names the filing in both tables */
export async function readFactTables(folder: string, idColumn: string): Promise<FactsOfFiling[]> {
  const filings = (await readTsv(join(folder, 'filings.tsv'))).map((cells): FactsOfFiling => ({ cells, rows: [] }));
  const byId = new Map(filings.map((facts) => [facts.cells[idColumn]!, facts]));
  for (const row of await readTsv(join(folder, 'rows.tsv'))) byId.get(row[idColumn]!)?.rows.push(row);
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
