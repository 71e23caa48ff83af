import { basename } from 'node:path';
import { load } from 'cheerio';
import type { ParsedTransaction } from '#rotunda/domain';
import { type ParsedPtr, parsePtr } from '../../apps/senate-scraper/src/parse/parse-ptr.js';
import { type Cells, cellsNamed, type Sheet } from './comparison.js';
import { readDisputed } from './disputed.js';
import { filesIn, groupBy, readBytes, readJson, readJsonLines, readTable, type TableRow } from './fixtures.js';
import { type AccuracyReport, tally } from './tally.js';

/** Not compared: sources whose reliability `expected/NOTES.md` calls low to medium. */
export const SENATE_SOURCES_LEFT_OUT = ['alicelmre_paper_llm_ocr.csv (paper, which is not read)'];

/** Compares the Senate's pages with each source, where `agreement.csv` says that the source has the page's rows. */
export function senateAccuracy(): AccuracyReport {
  const agreement = readTable('senate', 'expected/agreement.csv');
  const sheets = [
    ...readTable('senate', 'documents.tsv').map(documentSheet),
    ...agreement.filter(({ jeremiak }) => jeremiak !== '').map(({ file }) => jeremiakSheet(file!)),
    ...agreedSheets(agreement, 'senate_stock_watcher', 'senate_stock_watcher.jsonl', stockWatcherRows()),
    ...agreedSheets(agreement, 'kadoa', 'kadoa.jsonl', kadoaRows()),
    ...agreedSheets(agreement, 'alicelmre', 'alicelmre_transactions.csv', alicelmreRows()),
    ...filesIn('senate', 'expected/govfolio').map(verbatimSheet),
  ];
  return tally('senate', sheets, readDisputed());
}

const parsed = new Map<string, ParsedPtr>();

/** Parses each page once, for all callers. */
export function parseSenateFile(file: string): ParsedPtr {
  const filing = parsed.get(file) ?? parsePtr(readBytes('senate', file));
  parsed.set(file, filing);
  return filing;
}

const idOf = (file: string): string => basename(file, '.html');
const OWNERS = ['self', 'joint', 'spouse', 'dependent'] as const;

/** The fields of each page as a whole; its own count of rows is compared with ours. */
function documentSheet({ file, title, filer, filed, rows, summary }: TableRow): Sheet {
  const filing = parseSenateFile(file!);
  const counts = [...summary!.matchAll(/(\d+) (?:Self|Joint|Spouse|Dependent)/g)].map(([, count]) => count);
  const owned = OWNERS.map((owner) => filing.transactions.filter((row) => row.owner === owner).length);
  return {
    source: 'documents.tsv',
    document: file!,
    expected: [{ title, filer, filed_at: filed, rows_in_page: rows, rows_by_owner: counts.join(' ') }],
    found: [
      {
        title: filing.titleRaw,
        filer: filing.filerNameRaw ?? '',
        filed_at: filing.filedAtRaw ?? '',
        rows_in_page: String(filing.transactions.length),
        rows_by_owner: owned.join(' '),
      },
    ],
    holds: 'document',
  };
}

type ExpectedRow = { id: string } & Partial<Record<(typeof FIELDS)[number], string | null | undefined>>;

const FIELDS = ['traded_on', 'owner', 'ticker', 'asset', 'asset_type', 'type', 'amount', 'comment'] as const;

/** Pages whose rows the source has: all of them, or all but repeated ones. */
function agreedSheets(agreement: readonly TableRow[], column: string, source: string, rows: ExpectedRow[]): Sheet[] {
  const byId = groupBy(rows, ({ id }) => id);
  return agreement
    .filter((page) => /^(?:equal|drops \d+ identical rows)$/.test(page[column]!))
    .map(({ file }) => ({
      source,
      document: file!,
      expected: (byId.get(idOf(file!)) ?? []).map(normalised),
      found: parseSenateFile(file!).transactions.map(cellsOf),
      holds: 'some rows',
    }));
}

function jeremiakSheet(file: string): Sheet {
  const source = `jeremiak/${idOf(file)}.json`;
  const report = readJson('senate', `expected/${source}`) as { data: { rows: TableRow[] }[] };
  const expected = report.data
    .flatMap(({ rows }) => rows)
    .map((row) =>
      normalised({
        ...row,
        traded_on: row['transaction-date'],
        asset: row['asset-name'],
        asset_type: row['asset-type'],
      }),
    );
  return {
    source: 'jeremiak',
    document: file,
    expected,
    found: parseSenateFile(file).transactions.map(cellsOf),
    holds: 'all rows',
  };
}

const stockWatcherRows = (): ExpectedRow[] =>
  readJsonLines('senate', 'expected/senate_stock_watcher.jsonl').map((row) => ({
    ...row,
    id: row['ptr_link']!.split('/').at(-2)!,
    traded_on: row['transaction_date'],
    asset: row['asset_description'],
  }));

const kadoaRows = (): ExpectedRow[] =>
  readJsonLines('senate', 'expected/kadoa.jsonl').map((row) => ({
    ...row,
    id: row['doc_url']!.split('/').at(-2)!,
    traded_on: usDate(row['transaction_date']!),
    asset: row['asset_name'],
    type: row['transaction_type'],
    amount: row['amount_range_label'],
  }));

const alicelmreRows = (): ExpectedRow[] =>
  readTable('senate', 'expected/alicelmre_transactions.csv').map((row) => ({
    ...row,
    id: row['doc_id']!,
    traded_on: usDate(row['transaction_date']!),
    asset: row['asset_description'],
    // The source's word for that of the form.
    asset_type: row['asset_type'] === 'Option' ? 'Stock Option' : row['asset_type'],
    type: row['operation_type'],
    amount: row['amount_range'],
    comment: undefined,
  }));

/** All texts of a row as its page prints them: what the parser took apart is joined again. */
function cellsOf(row: ParsedTransaction): Cells {
  return normalised({
    traded_on: row.tradedOn === null ? 'none' : row.tradedOnRaw,
    owner: row.owner === null ? 'none' : row.ownerRaw,
    ticker: row.tickerRaw,
    asset: printedAsset(row),
    asset_type: row.assetType,
    type: row.type === null ? 'none' : row.typeRaw,
    amount: row.amountMin === null ? 'none' : row.amountRaw,
    comment: row.comment,
  });
}

function printedAsset({ assetNameRaw, bond, option, description, location }: ParsedTransaction): string {
  const lines = description?.split('\n') ?? [];
  const [company, platform] = ['Company: ', 'Exchange/Platform: '].map((label) =>
    lines.find((line) => line.startsWith(label)),
  );
  const described = lines.filter((line) => line !== company && line !== platform);
  return [
    assetNameRaw,
    bond && `Rate/Coupon: ${bond.rate} Matures: ${bond.matures}`,
    option && `Option Type: ${option.type} Strike price: ${option.strike} Expires: ${option.expires}`,
    company,
    location && `(${location})`,
    described.length > 0 && `Description: ${described.join(' ')}`,
    platform,
  ]
    .filter(Boolean)
    .join(' ');
}

/** Removes markup and entities, which some sources keep, and white space and `--` from all cells. */
function normalised(row: Omit<ExpectedRow, 'id'>): Cells {
  return Object.fromEntries(
    FIELDS.map((field) => [field, row[field] === undefined ? undefined : bare(row[field] ?? '')]),
  );
}

function bare(text: string): string {
  const words = /[<&]/.test(text) ? load(text, null, false).text() : text;
  const printed = words.replace(/\s+/g, '');
  return printed === '--' ? '' : printed;
}

/** Every cell verbatim, of the pages that were read by hand. */
function verbatimSheet(file: string): Sheet {
  const rows = readJson('senate', `expected/govfolio/${file}`) as { payload: Record<string, unknown> }[];
  const document = `ptr/${basename(file, '.json')}.html`;
  return {
    source: `govfolio/${file}`,
    document,
    expected: rows.map(({ payload }) => cellsNamed(VERBATIM_FIELDS, payload)),
    found: parseSenateFile(document).transactions.map((row) => ({
      ordinal: String(row.ordinal),
      traded_on: row.tradedOnRaw,
      owner: row.ownerRaw,
      ticker: row.tickerRaw === '--' ? '' : (row.tickerRaw ?? ''),
      asset_name: row.assetNameRaw,
      asset_detail: row.bond ? `Rate/Coupon: ${row.bond.rate} Matures: ${row.bond.matures}` : '',
      asset_type: row.assetType ?? '',
      type: row.typeRaw,
      amount: row.amountRaw,
      comment: row.comment ?? '',
    })),
    holds: 'all rows',
  };
}

const VERBATIM_FIELDS = {
  ordinal: 'row_ordinal',
  traded_on: 'transaction_date_raw',
  owner: 'owner_raw',
  ticker: 'ticker_raw',
  asset_name: 'asset_name_raw',
  asset_detail: 'asset_detail_raw',
  asset_type: 'asset_type_raw',
  type: 'transaction_type_raw',
  amount: 'amount_raw',
  comment: 'comment_raw',
} as const;

function usDate(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `${month}/${day}/${year}`;
}
