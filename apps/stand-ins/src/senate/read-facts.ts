import { type Cells, type FactsOfFiling, factsFolder, readFactTables } from '../fact-tables.js';
import type { PtrFacts, PtrRowFacts } from './pages/ptr-facts.js';
import { type SenatePaperFacts, senatePaperFacts } from './scan/paper-facts.js';
import { type SenateFiling, readFiling, readKind } from './pages/senate-filing.js';

/** How to render the document of a filing. */
export type DocumentFacts =
  | { form: 'ptr'; ptr: PtrFacts }
  | { form: 'paper'; pages: number; paper: SenatePaperFacts | null }
  | { form: 'annual' }
  | { form: 'extension' };

export interface SenateFacts {
  filings: SenateFiling[];
  /** By UUID, spelt as in the listing. */
  documents: ReadonlyMap<string, DocumentFacts>;
}

/**
 * The project's own facts: `filings.tsv` (the listing, and the kind of each document), `rows.tsv` (the rows of the
 * electronic PTRs, in document order), `paper.tsv` and `paper_rows.tsv` (what is written on reports on paper).
 *
 * Facts under a real person's name are public record, taken from the report with that UUID. Invented reports have UUIDs
 * that begin with 29990000 and filers named Example or Sample.
 */
export async function readSenateFacts(folder: string = factsFolder('senate')): Promise<SenateFacts> {
  const facts = await readFactTables(folder, 'uuid');
  return {
    filings: facts.map(({ cells }) => readFiling(cells, cells['filed_on']!)),
    documents: new Map(facts.map((known) => [known.cells['uuid']!, documentFacts(known)])),
  };
}

function documentFacts(known: FactsOfFiling): DocumentFacts {
  const { cells, rows } = known;
  switch (readKind(cells['kind']!)) {
    case 'ptr':
      return { form: 'ptr', ptr: ptrFacts(cells, rows) };
    case 'paper':
      return { form: 'paper', pages: readPages(cells), paper: senatePaperFacts(known) };
    case 'annual':
      return { form: 'annual' };
    case 'extension-notice/regular':
      return { form: 'extension' };
  }
}

function ptrFacts(cells: Cells, rows: readonly Cells[]): PtrFacts {
  if (rows.length === 0) throw new Error(`facts of ${cells['uuid']}: the PTR has no rows`);
  return { title: cells['title']!, filer: cells['filer']!, filedAt: cells['filed_at']!, rows: rows.map(toRow) };
}

function readPages({ uuid, pages }: Cells): number {
  const count = Number(pages);
  if (!Number.isInteger(count) || count < 1) throw new Error(`facts of ${uuid}: a paper report must have pages`);
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
