import { basename } from 'node:path';
import type { Owner, ParsedFiling, ParsedTransaction, TransactionType } from '#rotunda/domain';
import { parsePtr } from '../../apps/house-scraper/src/parse/parse-ptr.js';
import { type Cells, cellsNamed, type Sheet } from './comparison.js';
import { readDisputed } from './disputed.js';
import { filesIn, groupBy, readBytes, readJson, readTable, type TableRow } from './fixtures.js';
import { type AccuracyReport, tally } from './tally.js';

const OWNER_CODES: Record<Owner, string> = { self: '', spouse: 'SP', joint: 'JT', dependent: 'DC' };
const TYPE_CODES: Record<TransactionType, string> = {
  purchase: 'P',
  sale: 'S',
  sale_partial: 'S (partial)',
  exchange: 'E',
};

/** Not compared: sources whose reliability `expected/NOTES.md` calls low to medium. */
export const HOUSE_SOURCES_LEFT_OUT = [
  'house_stock_watcher.csv (owners and types keyed wrongly)',
  'tattooedhead.jsonl (names run into labels, rows lost)',
  'alicelmre_paper_llm_ocr.csv (scans, which are compared with what was read by eye)',
];

/** Compares the House's documents with all trusted expectations. */
export async function houseAccuracy(): Promise<AccuracyReport> {
  const documents = readTable('house', 'documents.tsv').filter(({ form }) => form!.startsWith('PTR'));
  const electronic = documents.filter(({ file }) => file!.startsWith('ptr/'));
  const filings = new Map<string, ParsedFiling>();
  for (const { file, doc_id: id } of documents) filings.set(id!, await parseHouseFile(file!));
  const sheets = [
    ...documents.map((document) => documentSheet(document, filings.get(document['doc_id']!)!)),
    ...rowSheets(electronic, filings),
    ...assetSheets(filings),
    ...verbatimSheets(filings),
  ];
  return tally('house', sheets, readDisputed());
}

const parsed = new Map<string, Promise<ParsedFiling>>();

/** Parses each document once, for all callers. */
export function parseHouseFile(file: string): Promise<ParsedFiling> {
  const filing = parsed.get(file) ?? parsePtr(readBytes('house', file));
  parsed.set(file, filing);
  return filing;
}

/** The fields of the index and of the page as a whole. */
function documentSheet(document: TableRow, filing: ParsedFiling): Sheet {
  const isScan = document['file']!.startsWith('ptr-paper/');
  const ticked = filing.transactions.filter(({ capGainsOver200 }) => capGainsOver200).length;
  const [month, day, year] = (document['signed'] ?? '').split('/');
  const text: Cells = {
    external_id: document['doc_id'],
    state_district: document['state_district'],
    signed_on: `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`,
    ...(document['cap_gain_ticks'] !== '' && { cap_gain_ticks: document['cap_gain_ticks'] }),
  };
  return {
    source: 'documents.tsv',
    document: document['doc_id']!,
    expected: [{ format: isScan ? 'paper' : 'electronic', ...(!isScan && text) }],
    found: [
      {
        format: filing.format,
        external_id: filing.externalId ?? '',
        state_district: filing.stateDistrict ?? '',
        signed_on: filing.signedOn ?? '',
        cap_gain_ticks: String(ticked),
      },
    ],
    holds: 'document',
  };
}

/** All rows in order: codes, dates, amounts, status, id. */
function rowSheets(electronic: readonly TableRow[], filings: ReadonlyMap<string, ParsedFiling>): Sheet[] {
  const byDocument = groupBy(readTable('house', 'expected/rows_poppler.csv'), (row) => row['doc_id']!);
  return electronic.map(({ doc_id: id }) => ({
    source: 'rows_poppler.csv',
    document: id!,
    expected: (byDocument.get(id!) ?? []).map((row) => ({
      owner: row['owner'],
      type: row['type'],
      traded_on: row['transaction_date'],
      notified_on: row['notification_date'],
      amount: row['amount'],
      row_status: row['filing_status']!.toLowerCase(),
      source_row_id: row['transaction_id'],
    })),
    found: filings.get(id!)!.transactions.map(codesOf),
    holds: 'all rows',
  }));
}

const codesOf = (row: ParsedTransaction): Cells => ({
  owner: row.owner === null ? row.ownerRaw : OWNER_CODES[row.owner],
  type: row.type === null ? row.typeRaw : TYPE_CODES[row.type],
  traded_on: row.tradedOn === null ? 'none' : row.tradedOnRaw,
  notified_on: row.notifiedOn === null ? 'none' : row.notifiedOnRaw!,
  amount: row.amountMin === null ? 'none' : row.amountRaw,
  row_status: row.rowStatus ?? '',
  source_row_id: row.sourceRowId ?? '',
});

/** Tickers and names. The source drops repeated rows, so its order and numbers are its own. */
function assetSheets(filings: ReadonlyMap<string, ParsedFiling>): Sheet[] {
  const rows = readTable('house', 'expected/alicelmre_transactions.csv');
  return [...groupBy(rows, (row) => row['doc_id']!)].map(([id, expected]) => {
    const filing = filings.get(id)!;
    // The source has the texts of the older template in their scrambled case.
    const inCase = (text: string): string =>
      bare(filing.qualityFlags.includes('case_scrambled') ? text.toLowerCase() : text);
    return {
      source: 'alicelmre_transactions.csv',
      document: id,
      expected: expected.map((row) => ({
        traded_on: row['transaction_date'],
        ticker: row['ticker'],
        asset_name: inCase(row['asset_description']!),
      })),
      found: filing.transactions.map((row) => ({
        traded_on: row.tradedOn ?? '',
        ticker: row.ticker ?? '',
        asset_name: inCase(row.assetName),
      })),
      holds: 'some rows',
    };
  });
}

/** Every field verbatim, of the documents that were read by hand. */
function verbatimSheets(filings: ReadonlyMap<string, ParsedFiling>): Sheet[] {
  return filesIn('house', 'expected/govfolio').map((file) => {
    const rows = readJson('house', `expected/govfolio/${file}`) as { payload: Record<string, unknown> }[];
    const id = basename(file, '.json');
    return {
      source: `govfolio/${file}`,
      document: id,
      expected: rows.map(({ payload }) => cellsNamed(VERBATIM_FIELDS, payload)),
      found: filings.get(id)!.transactions.map((row) => ({
        ordinal: String(row.ordinal),
        source_row_id: row.sourceRowId ?? '',
        owner: row.ownerRaw,
        asset_raw: row.assetNameRaw,
        asset_type: row.assetType ?? '',
        type: row.typeRaw,
        traded_on: row.tradedOnRaw,
        notified_on: row.notifiedOnRaw ?? '',
        amount: row.amountRaw,
        row_status: row.rowStatusRaw ?? '',
        subholding: row.subholding ?? '',
        description: row.description ?? '',
        comment: row.comment ?? '',
      })),
      holds: 'all rows',
    };
  });
}

const VERBATIM_FIELDS = {
  ordinal: 'row_ordinal',
  source_row_id: 'row_id_raw',
  owner: 'owner_code_raw',
  asset_raw: 'asset_raw',
  asset_type: 'asset_type_code_raw',
  type: 'transaction_type_raw',
  traded_on: 'transaction_date_raw',
  notified_on: 'notification_date_raw',
  amount: 'amount_raw',
  row_status: 'filing_status_raw',
  subholding: 'subholding_of_raw',
  description: 'description_raw',
  comment: 'comments_raw',
} as const;

/** Readers break lines at different places, so white space is not compared. */
const bare = (text: string): string => text.replace(/\s+/g, '');
