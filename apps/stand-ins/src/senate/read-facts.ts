import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTsv } from '../listing-file.js';
import type { PtrFacts, PtrRowFacts } from './pages/ptr-facts.js';
import { type SenateFiling, readKind } from './pages/senate-filing.js';

/** What the document of a filing is to look like. */
export type DocumentFacts =
  | { form: 'ptr'; ptr: PtrFacts }
  | { form: 'paper'; pages: number }
  | { form: 'annual' }
  | { form: 'extension' };

export interface SenateFacts {
  filings: SenateFiling[];
  /** By UUID, in the case of the listing. */
  documents: ReadonlyMap<string, DocumentFacts>;
}

type Cells = Record<string, string>;

/**
 * The project's own facts: `filings.tsv` (the listing, and what each document is) and `rows.tsv` (the rows of the
 * electronic PTRs, in the order of the document).
 *
 * What stands under the name of a real person is public record, taken from the report with that UUID. Invented reports
 * have UUIDs that begin with 29990000 and filers named Example or Sample.
 */
export async function readSenateFacts(folder: string = factsFolder()): Promise<SenateFacts> {
  const filings = await readTsv(join(folder, 'filings.tsv'));
  const rows = byUuid(await readTsv(join(folder, 'rows.tsv')));
  const documents = filings.map(
    (cells) => [cells['uuid']!, documentFacts(cells, rows.get(cells['uuid']!) ?? [])] as const,
  );
  return { filings: filings.map(toFiling), documents: new Map(documents) };
}

function byUuid(rows: readonly Cells[]): Map<string, Cells[]> {
  const groups = new Map<string, Cells[]>();
  for (const row of rows) {
    const uuid = row['uuid']!;
    const group = groups.get(uuid);
    if (group) group.push(row);
    else groups.set(uuid, [row]);
  }
  return groups;
}

/** Data files are not compiled: built code finds them beside its source. */
function factsFolder(): string {
  const candidates = ['./facts/', '../../../../../apps/stand-ins/src/senate/facts/'];
  const folders = candidates.map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = folders.find((folder) => existsSync(folder));
  if (found === undefined) throw new Error(`the stand-in's facts are missing: looked in ${folders.join(' and ')}`);
  return found;
}

function documentFacts(cells: Cells, rows: readonly Cells[]): DocumentFacts {
  switch (readKind(cells['kind']!)) {
    case 'ptr':
      return { form: 'ptr', ptr: ptrFacts(cells, rows) };
    case 'paper':
      return { form: 'paper', pages: readPages(cells) };
    case 'annual':
      return { form: 'annual' };
    case 'extension-notice/regular':
      return { form: 'extension' };
  }
}

function ptrFacts(cells: Cells, rows: readonly Cells[]): PtrFacts {
  if (rows.length === 0) throw new Error(`facts of ${cells['uuid']}: a PTR without rows`);
  return { title: cells['title']!, filer: cells['filer']!, filedAt: cells['filed_at']!, rows: rows.map(toRow) };
}

function readPages({ uuid, pages }: Cells): number {
  const count = Number(pages);
  if (!Number.isInteger(count) || count < 1) throw new Error(`facts of ${uuid}: a report on paper has pages`);
  return count;
}

function toRow(cells: Cells): PtrRowFacts {
  return {
    number: cells['number']!,
    tradedOn: cells['traded_on']!,
    owner: cells['owner']!,
    ticker: cells['ticker']!,
    receivedTicker: cells['received_ticker']!,
    asset: cells['asset']!,
    receivedAsset: cells['received_asset']!,
    assetType: cells['asset_type']!,
    type: cells['type']!,
    amount: cells['amount']!,
    optionType: cells['option_type']!,
    strike: cells['strike']!,
    expires: cells['expires']!,
    rate: cells['rate']!,
    matures: cells['matures']!,
    company: cells['company']!,
    place: cells['place']!,
    platform: cells['platform']!,
    description: cells['description']!,
    comment: cells['comment']!,
  };
}

function toFiling(cells: Cells): SenateFiling {
  return {
    uuid: cells['uuid']!,
    kind: readKind(cells['kind']!),
    first: cells['first']!,
    last: cells['last']!,
    office: cells['office']!,
    title: cells['title']!,
    filedOn: cells['filed_on']!,
  };
}
