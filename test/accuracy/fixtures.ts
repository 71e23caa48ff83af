import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Chamber } from '#rotunda/domain';
import { fixturesFolder } from '#rotunda/testing';

const FIXTURES = fixturesFolder();

/** A line of a table, by column name. */
export type TableRow = Record<string, string>;

/** Whether the real documents of a chamber are available. */
export const hasFixtures = (chamber: Chamber): boolean =>
  FIXTURES !== null && existsSync(resolve(FIXTURES, chamber, 'documents.tsv'));

/** Where a file would be; null where there is no folder of real documents. */
export const pathOf = (chamber: Chamber, file: string): string | null =>
  FIXTURES === null ? null : resolve(FIXTURES, chamber, file);

/** @throws Error where the documents are missing: check `hasFixtures` first */
function knownPath(chamber: Chamber, file: string): string {
  const path = pathOf(chamber, file);
  if (path === null) throw new Error('There are no real documents: set ROTUNDA_FIXTURES to their folder');
  return path;
}

export const readBytes = (chamber: Chamber, file: string): Buffer => readFileSync(knownPath(chamber, file));

export const readText = (chamber: Chamber, file: string): string => readBytes(chamber, file).toString();

export const filesIn = (chamber: Chamber, folder: string): string[] => readdirSync(knownPath(chamber, folder));

export const readJson = (chamber: Chamber, file: string): unknown => JSON.parse(readText(chamber, file));

export function readJsonLines(chamber: Chamber, file: string): TableRow[] {
  const lines = readText(chamber, file).trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as TableRow);
}

/** Reads a `.tsv`, or a `.csv` whose values are quoted if they contain a comma or a quote. */
export function readTable(chamber: Chamber, file: string): TableRow[] {
  return parseTable(readText(chamber, file), file.endsWith('.tsv') ? (line) => line.split('\t') : splitCsvLine);
}

export function parseTable(text: string, split: (line: string) => string[]): TableRow[] {
  const [head, ...lines] = text.trimEnd().split(/\r?\n/).map(split);
  return lines.map((values) => Object.fromEntries(head!.map((name, index) => [name, values[index] ?? ''])));
}

const splitCsvLine = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );

export function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
