import { existsSync } from 'node:fs';
import type { Chamber, IsoDate } from '#rotunda/domain';
import { parseUsDate } from '#rotunda/domain';
import { AMOUNT_BANDS } from '#rotunda/scraping';
import { groupBy, pathOf, readTable, type TableRow } from '../fixtures.js';

/** The cells of a row that are compared. Dates are ISO, an empty cell is ''. */
export interface RowCells {
  owner: string;
  asset: string;
  type: string;
  amount: string;
  traded_on: string;
  notified_on: string;
}
export type RowField = keyof RowCells;

export interface ExpectedRow {
  page: number;
  cells: RowCells;
  hand: 'typed' | 'handwritten';
  /** Fields that nobody can read surely: these don't count as wrong. */
  doubtful: ReadonlySet<string>;
}

export interface ExpectedScan {
  chamber: Chamber;
  id: string;
  class: string;
  rotation: number;
  /** `C18+B15`: the first sheet's and the others'. */
  form: string;
  filedOn: IsoDate | null;
  rows: ExpectedRow[];
  /** Whether all rows of the scan are among them; otherwise only the first. */
  isComplete: boolean;
}

const DOCUMENTS = 'expected/paper_documents.tsv';

export const hasPaper = (chamber: Chamber): boolean => {
  const path = pathOf(chamber, DOCUMENTS);
  return path !== null && existsSync(path);
};

/** The scans of a chamber that were read by eye. */
export function expectedScans(chamber: Chamber): ExpectedScan[] {
  const rows = groupBy(readTable(chamber, 'expected/paper_rows.tsv'), (row) => row['doc_id']!);
  const filed = filingDates(chamber);
  return readTable(chamber, DOCUMENTS).map((document) => {
    const id = document['doc_id']!;
    return {
      chamber,
      id,
      class: document['class']!,
      rotation: Number(document['rotation']),
      form: document['form']!.replaceAll(' ', ''),
      filedOn: filed.get(id) ?? null,
      rows: (rows.get(id) ?? []).map(expectedRow),
      isComplete: document['complete'] !== 'no',
    };
  });
}

const LETTERS = new Map(Object.entries(AMOUNT_BANDS).map(([letter, band]) => [band, letter]));

const expectedRow = (row: TableRow): ExpectedRow => ({
  page: Number(row['page']),
  cells: {
    owner: row['owner']!,
    asset: row['asset_name']!,
    type: row['type']!,
    amount: LETTERS.get(row['amount']!) ?? row['amount']!,
    traded_on: row['traded_on']!,
    notified_on: row['notified_on']!,
  },
  hand: row['hand'] === 'handwritten' ? 'handwritten' : 'typed',
  doubtful: new Set(row['doubtful']!.split(',').map((field) => field.replace('asset_name', 'asset'))),
});

/** As listed; dates that were made up for the fixtures are left out. A folder of scans alone has none. */
function filingDates(chamber: Chamber): Map<string, IsoDate | null> {
  const file = chamber === 'house' ? 'documents.tsv' : 'listing.tsv';
  const path = pathOf(chamber, file);
  if (path === null || !existsSync(path)) return new Map();
  return new Map(
    readTable(chamber, file).map((row) => [
      row['doc_id'] ?? row['uuid'] ?? '',
      row['made_up'] === 'yes' ? null : parseUsDate(row['filing_date'] ?? row['filed'] ?? ''),
    ]),
  );
}
