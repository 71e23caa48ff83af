import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { ListedFiling, ParsedFiling, ParsedTransaction } from '#rotunda/domain';
import { borrowTestDatabase } from '#rotunda/testing';
import { dataSourceOptions } from '../src/data-source.js';
import type { FilingRecord } from '../src/entities/filing.entity.js';
import type { SettledOutcome } from '../src/rows/filing-outcome.js';
import { Filings } from '../src/filings/filings.js';
import { RawDocuments } from '../src/filings/raw-documents.js';

export const TASK = 'task-a';
export const FIRST_ATTEMPT = { taskId: TASK, attempt: 1 };
export const SILENT = () => [];

export interface Sample {
  url: string;
  dataSource: DataSource;
  filings: Filings;
  close(): Promise<void>;
}

/** A migrated database with a pool; close it after the test. */
export async function openSample(): Promise<Sample> {
  const database = await borrowTestDatabase();
  const dataSource = await new DataSource(dataSourceOptions({ databaseUrl: database.url })).initialize();
  const close = async (): Promise<void> => {
    await dataSource.destroy();
    await database.drop();
  };
  return { url: database.url, dataSource, filings: new Filings(dataSource), close };
}

/** Names are invented: no trade here belongs to anybody. */
export const listed = (externalId: string, change: Partial<ListedFiling> = {}): ListedFiling => ({
  chamber: 'house',
  externalId,
  filingType: 'ptr',
  titleRaw: 'Periodic Transaction Report',
  filerNameRaw: 'Hon. Testina Sample',
  officeRaw: 'ZZ01',
  stateDistrict: 'ZZ01',
  filedAtRaw: '3/20/2025',
  filedOn: '2025-03-20',
  documentUrl: `https://clerk.test/ptr-pdfs/2025/${externalId}.pdf`,
  ...change,
});

export const row = (ordinal: number, change: Partial<ParsedTransaction> = {}): ParsedTransaction => ({
  ordinal,
  sourceRowId: null,
  ownerRaw: 'SP',
  owner: 'spouse',
  assetNameRaw: `Sample Company ${ordinal} (SMPL) [ST]`,
  assetName: `Sample Company ${ordinal}`,
  assetType: 'ST',
  tickerRaw: '(SMPL)',
  ticker: 'SMPL',
  tickerSource: 'document',
  typeRaw: 'P',
  type: 'purchase',
  tradedOnRaw: '03/03/2025',
  tradedOn: '2025-03-03',
  notifiedOnRaw: '03/04/2025',
  notifiedOn: '2025-03-04',
  amountRaw: '$1,001 - $15,000',
  amountMin: 1001,
  amountMax: 15_000,
  amountOver: false,
  option: null,
  bond: null,
  exchange: null,
  capGainsOver200: false,
  rowStatusRaw: 'New',
  rowStatus: 'new',
  description: null,
  comment: null,
  subholding: null,
  location: null,
  qualityFlags: [],
  place: { page: 1, box: [22.5, 100, 580, 120.25], domRow: null },
  ...change,
});

export const reading = (transactions: ParsedTransaction[], change: Partial<ParsedFiling> = {}): ParsedFiling => ({
  format: 'electronic',
  externalId: null,
  filerNameRaw: 'Hon. Testina Sample',
  stateDistrict: 'ZZ01',
  signedOn: '2025-03-19',
  amendmentNo: null,
  expectedRows: transactions.length,
  transactions,
  reviewReasons: [],
  qualityFlags: [],
  parserVersion: 'house-1',
  ...change,
});

/** Stores one listed filing for `TASK`. */
export async function enterOne({ filings }: Sample, externalId = '20099001', change = {}): Promise<FilingRecord> {
  const entered = await filings.enter('house', [listed(externalId, change)], TASK);
  return entered.at(0)!;
}

/** Archives a document of random bytes. */
export const archive = ({ dataSource }: Sample): Promise<string> =>
  new RawDocuments(dataSource).save({
    url: 'https://clerk.test/document.pdf',
    mediaType: 'application/pdf',
    bytes: randomBytes(32),
    fetchedAt: new Date('2025-03-21T02:00:00Z'),
    etag: null,
    lastModified: null,
  });

export async function parsedOutcome(
  sample: Sample,
  transactions: ParsedTransaction[],
  change: Partial<ParsedFiling> = {},
): Promise<SettledOutcome> {
  return { status: 'parsed', documentSha256: await archive(sample), parsed: reading(transactions, change) };
}

/** Every row of the tables that storing writes to, with the transaction that wrote it last. */
export async function fingerprint({ dataSource }: Sample): Promise<unknown> {
  return dataSource.query(
    `SELECT 'filing' AS kind, id::text, xmin::text FROM filings
     UNION ALL SELECT 'row', id || '/' || revision, xmin::text FROM transactions
     UNION ALL SELECT 'outbox', message_id, xmin::text FROM outbox ORDER BY 1, 2`,
  );
}
