import { join } from 'node:path';
import { readTsv } from '../listing-file.js';
import { readIfThere, type SourceFile } from '../source-file.js';
import { type HouseFiling, readFiling } from './house-filing.js';
import type { HouseSource } from './house-source.js';

/** Real documents in a folder: `house/listing.tsv`, its files, and `house/index/{YYYY}FD.zip` for `realIndex`. */
export async function readDocumentFolder(folder: string, realIndex: boolean): Promise<HouseSource> {
  const house = join(folder, 'house');
  const rows = await readTsv(join(house, 'listing.tsv'));
  const files = new Map(rows.map((row) => [row['doc_id']!, row['file']!]));
  const document = async (filing: HouseFiling): Promise<SourceFile | null> => {
    const file = files.get(filing.docId);
    return file === undefined ? null : await readIfThere(join(house, file));
  };
  // The listing has no column disclosure_type: its PTRs are those of type P.
  const filings = rows.map((row) => readFiling(row, row['filing_type'] === 'P' ? 'PTR' : 'FD'));
  if (!realIndex) return { filings, document };
  return { filings, document, indexZip: (year) => readIfThere(join(house, 'index', `${year}FD.zip`)) };
}
