import { type Cells, type FactsOfFiling, factsFolder, readFactTables } from '../fact-tables.js';
import { type HouseFiling, readFiling } from './house-filing.js';
import { paperFacts } from './scan/read-paper-facts.js';
import type { PaperFacts } from './scan/paper-facts.js';
import type { PtrFacts, PtrRowFacts, PtrTemplate, Vehicle } from './pdf/ptr-facts.js';

/** How to render the document of a filing. */
export type DocumentFacts =
  | { form: 'ptr'; ptr: PtrFacts }
  | { form: 'paper'; docId: string; pages: number; paper: PaperFacts | null }
  | { form: 'other'; docId: string };

export interface HouseFacts {
  filings: HouseFiling[];
  documents: ReadonlyMap<string, DocumentFacts>;
}

/**
 * The project's own facts: `filings.tsv` (the index, and the kind of each document), `rows.tsv` (the rows of the
 * e-filed PTRs, in document order), `paper.tsv` and `paper_rows.tsv` (what is written on reports on paper).
 *
 * Facts under a real person's name are public record, taken from the filing with that DocID. Invented rows have DocIDs
 * from 29990001 on and filers named Example, Sample or Fiction.
 */
export async function readHouseFacts(folder: string = factsFolder('house')): Promise<HouseFacts> {
  const facts = await readFactTables(folder, 'doc_id');
  return {
    filings: facts.map(({ cells }) => readFiling(cells, cells['disclosure_type']!)),
    documents: new Map(facts.map((known) => [known.cells['doc_id']!, documentFacts(known)])),
  };
}

function documentFacts(known: FactsOfFiling): DocumentFacts {
  const { cells, rows } = known;
  const docId = cells['doc_id']!;
  switch (cells['form']) {
    case 'older':
    case 'newer':
      return { form: 'ptr', ptr: ptrFacts(cells, cells['form'], rows) };
    case 'paper':
      return { form: 'paper', docId, pages: Number(cells['pages']), paper: paperFacts(known) };
    case 'other':
      return { form: 'other', docId };
    default:
      throw new Error(`facts of ${docId}: unknown form ${cells['form']}`);
  }
}

function ptrFacts(cells: Cells, template: PtrTemplate, rows: readonly Cells[]): PtrFacts {
  if (rows.length === 0) throw new Error(`facts of ${cells['doc_id']}: the PTR has no rows`);
  return {
    docId: cells['doc_id']!,
    template,
    filerName: cells['filer_name']!,
    filerStatus: cells['filer_status']!,
    stateDistrict: cells['state_district']!,
    signedOn: cells['signed_on']!,
    vehicles: cells['vehicles']!.split(' | ').filter(Boolean).map(toVehicle),
    rows: rows.map(toRow),
  };
}

function toVehicle(text: string): Vehicle {
  const [name = '', location = ''] = text.split('; Location: ');
  return { name, location };
}

const CAP_GAINS = new Map([
  ['yes', true],
  ['no', false],
  ['', null],
]);

function toRow(cells: Cells): PtrRowFacts {
  const capGainsOver200 = CAP_GAINS.get(cells['cap_gains']!);
  if (capGainsOver200 === undefined) throw new Error(`facts of ${cells['doc_id']}: cap_gains must be yes, no or empty`);
  return {
    rowId: cells['row_id']!,
    owner: cells['owner']!,
    asset: cells['asset']!,
    type: cells['type']!,
    tradedOn: cells['traded_on']!,
    notifiedOn: cells['notified_on']!,
    amount: cells['amount']!,
    capGainsOver200,
    status: cells['status']!,
    subholding: cells['subholding']!,
    location: cells['location']!,
    description: cells['description']!,
    comment: cells['comment']!,
  };
}
