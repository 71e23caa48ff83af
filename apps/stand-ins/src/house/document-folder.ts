import { join } from 'node:path';
import { readTsv } from '../listing-file.js';
import { readIfThere, type SourceFile } from '../source-file.js';
import type { HouseFiling } from './house-filing.js';
import type { HouseSource } from './house-source.js';

/**
 * Real documents of a folder: `house/listing.tsv`, the files it names, and `house/index/{YYYY}FD.zip` for `realIndex`.
 */
export async function readDocumentFolder(folder: string, realIndex: boolean): Promise<HouseSource> {
  const house = join(folder, 'house');
  const rows = await readTsv(join(house, 'listing.tsv'));
  const files = new Map(rows.map((row) => [row['doc_id']!, row['file']!]));
  const document = async (filing: HouseFiling): Promise<SourceFile | null> => {
    const file = files.get(filing.docId);
    return file === undefined ? null : await readIfThere(join(house, file));
  };
  const filings = rows.map(toFiling);
  if (!realIndex) return { filings, document };
  return { filings, document, indexZip: (year) => readIfThere(join(house, 'index', `${year}FD.zip`)) };
}

function toFiling(row: Record<string, string>): HouseFiling {
  return {
    docId: row['doc_id']!,
    year: Number(row['year']),
    filingType: row['filing_type']!,
    prefix: row['prefix']!,
    last: row['last']!,
    first: row['first']!,
    suffix: row['suffix']!,
    stateDistrict: row['state_district']!,
    filingDate: row['filing_date']!,
    // The listing has no such column: its PTRs are those of type P.
    disclosureType: row['filing_type'] === 'P' ? 'PTR' : 'FD',
  };
}
