import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTsv } from '../listing-file.js';
import type { HouseFiling } from './house-filing.js';
import type { PtrFacts, PtrRowFacts, PtrTemplate, Vehicle } from './pdf/ptr-facts.js';

/** What the document of a filing is to look like. */
export type DocumentFacts =
  | { form: 'ptr'; ptr: PtrFacts }
  | { form: 'paper'; docId: string; pages: number }
  | { form: 'other'; docId: string };

export interface HouseFacts {
  filings: HouseFiling[];
  documents: ReadonlyMap<string, DocumentFacts>;
}

type Cells = Record<string, string>;

/**
 * The project's own facts: `filings.tsv` (the index, and what each document is) and `rows.tsv` (the rows of the
 * e-filed PTRs, in the order of the document).
 *
 * What stands under the name of a real person is public record, taken from the filing with that DocID. Invented rows
 * have DocIDs from 29990001 on and filers named Example, Sample or Fiction.
 */
export async function readHouseFacts(folder: string = factsFolder()): Promise<HouseFacts> {
  const filings = await readTsv(join(folder, 'filings.tsv'));
  const rows = byDocId(await readTsv(join(folder, 'rows.tsv')));
  const documents = filings.map(
    (cells) => [cells['doc_id']!, documentFacts(cells, rows.get(cells['doc_id']!) ?? [])] as const,
  );
  return { filings: filings.map(toFiling), documents: new Map(documents) };
}

function byDocId(rows: readonly Cells[]): Map<string, Cells[]> {
  const groups = new Map<string, Cells[]>();
  for (const row of rows) {
    const docId = row['doc_id']!;
    const group = groups.get(docId);
    if (group) group.push(row);
    else groups.set(docId, [row]);
  }
  return groups;
}

/** Data files are not compiled: built code finds them beside its source. */
function factsFolder(): string {
  const candidates = ['./facts/', '../../../../../apps/stand-ins/src/house/facts/'];
  const folders = candidates.map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = folders.find((folder) => existsSync(folder));
  if (found === undefined) throw new Error(`the stand-in's facts are missing: looked in ${folders.join(' and ')}`);
  return found;
}

function documentFacts(cells: Cells, rows: readonly Cells[]): DocumentFacts {
  const docId = cells['doc_id']!;
  switch (cells['form']) {
    case 'older':
    case 'newer':
      return { form: 'ptr', ptr: ptrFacts(cells, cells['form'], rows) };
    case 'paper':
      return { form: 'paper', docId, pages: Number(cells['pages']) };
    case 'other':
      return { form: 'other', docId };
    default:
      throw new Error(`facts of ${docId}: unknown form ${cells['form']}`);
  }
}

function ptrFacts(cells: Cells, template: PtrTemplate, rows: readonly Cells[]): PtrFacts {
  if (rows.length === 0) throw new Error(`facts of ${cells['doc_id']}: a PTR without rows`);
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
  if (capGainsOver200 === undefined) throw new Error(`facts of ${cells['doc_id']}: cap_gains is yes, no or empty`);
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

function toFiling(cells: Cells): HouseFiling {
  return {
    docId: cells['doc_id']!,
    year: Number(cells['year']),
    filingType: cells['filing_type']!,
    prefix: cells['prefix']!,
    last: cells['last']!,
    first: cells['first']!,
    suffix: cells['suffix']!,
    stateDistrict: cells['state_district']!,
    filingDate: cells['filing_date']!,
    disclosureType: cells['disclosure_type']!,
  };
}
