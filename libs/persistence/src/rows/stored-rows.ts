import type { EntityManager } from 'typeorm';
import type { ParsedTransaction } from '#rotunda/domain';
import type { FilingRecord } from '../entities/filing.entity.js';
import { Transaction, type TransactionRecord } from '../entities/transaction.entity.js';
import { alignRows } from './row-alignment.js';
import type { RowContent } from '../entities/read-row.js';
import { ALIGNMENT_KEYS, contentOf } from './row-content.js';
import { columnNames, selectList } from '../database/select-list.js';
import { toRow } from '../database/snake-names.js';
import { timelinessOf, type Timeliness } from './timeliness.js';

/** The reading that the rows come from. */
export interface Reading {
  filing: FilingRecord;
  documentSha256: string;
  parserVersion: string;
  amendmentNo: number | null;
  taskId: string;
}

export interface StoredRows {
  /** Rows with a new id, and new revisions of known ones (`revision` above 1), in document order. */
  stored: TransactionRecord[];
  /** Number of rows that were already stored. */
  skipped: number;
  /** Rows that the new reading lacks, as they were. */
  vanished: TransactionRecord[];
}

type Candidate = ParsedTransaction & Timeliness;

/**
 * Updates the rows of a filing to a reading. An unchanged row keeps its revision and so its provenance: that document,
 * box and parser are where it was read, and the archive still has them.
 */
export async function storeRows(
  manager: EntityManager,
  reading: Reading,
  rows: ParsedTransaction[],
): Promise<StoredRows> {
  const known = await currentRows(manager, reading.filing.id);
  const found = rows
    .map((row): Candidate => ({
      ...row,
      ...timelinessOf(row, { ...reading.filing, amendmentNo: reading.amendmentNo }),
    }))
    .toSorted((a, b) => a.ordinal - b.ordinal);
  const { pairs, vanished, added } = alignRows<TransactionRecord, Candidate>(known, found, ALIGNMENT_KEYS);
  const revised = pairs.filter(({ known: before, found: now }) => !saysTheSame(before, now));

  await supersede(manager, [...vanished, ...revised.map((pair) => pair.known)]);
  const stored = await insert(manager, [
    ...added.map((row) => toInsert(reading, row, undefined)),
    ...revised.map((pair) => toInsert(reading, pair.found, pair.known)),
  ]);
  return { stored, skipped: pairs.length - revised.length, vanished };
}

/** A row and its content as a reviewer corrected it. */
export interface CorrectedRow {
  before: TransactionRecord;
  now: RowContent;
}

/** Supersedes rows with their next revision; their document, place and parser version stay. */
export async function reviseRows(
  manager: EntityManager,
  filing: FilingRecord,
  rows: CorrectedRow[],
): Promise<TransactionRecord[]> {
  const befores = rows.map(({ before }) => before);
  await supersede(manager, befores);
  return insert(
    manager,
    rows.map(({ before, now }) => ({
      ...before,
      ...now,
      ...timelinessOf(now, filing),
      revision: before.revision + 1,
    })),
  );
}

/** A filing's current revisions, in document order. */
export async function currentRows(manager: EntityManager, filingId: string): Promise<TransactionRecord[]> {
  return manager.query<TransactionRecord[]>(
    `SELECT ${selectList(manager.dataSource, Transaction, 't')} FROM transactions t
     WHERE filing_id = $1 AND superseded_at IS NULL ORDER BY ordinal`,
    [filingId],
  );
}

function saysTheSame(before: TransactionRecord, now: Candidate): boolean {
  return (
    before.ordinal === now.ordinal &&
    before.daysToFile === now.daysToFile &&
    before.late === now.late &&
    contentOf(before) === contentOf(now)
  );
}

async function supersede(manager: EntityManager, rows: TransactionRecord[]): Promise<void> {
  if (rows.length === 0) return;
  await manager.query(
    `UPDATE transactions SET superseded_at = now()
     WHERE superseded_at IS NULL AND id = ANY($1::uuid[])`,
    [rows.map(({ id }) => id)],
  );
}

function toInsert(reading: Reading, { place, ...row }: Candidate, before: TransactionRecord | undefined): object {
  return {
    ...row,
    ...place,
    id: before?.id ?? null,
    revision: before ? before.revision + 1 : 1,
    firstSeenAt: before?.firstSeenAt ?? null,
    firstTaskId: before?.firstTaskId ?? reading.taskId,
    filingId: reading.filing.id,
    documentSha256: reading.documentSha256,
    parserVersion: reading.parserVersion,
  };
}

/** Columns that get a default from the database where the row leaves them empty. */
const FILLED = new Map([
  ['id', 'coalesce(r.id, uuidv7())'],
  ['first_seen_at', 'coalesce(r.first_seen_at, now())'],
  ['recorded_at', 'now()'],
  ['superseded_at', 'NULL'],
  ['is_current', 'true'],
]);

/** One statement for all rows: one filing had 700 of them. */
async function insert(manager: EntityManager, rows: object[]): Promise<TransactionRecord[]> {
  if (rows.length === 0) return [];
  const columns = columnNames(manager.dataSource, Transaction);
  const values = columns.map((column) => FILLED.get(column) ?? `r.${column}`);
  const stored = await manager.query<TransactionRecord[]>(
    `INSERT INTO transactions AS t (${columns.join(', ')})
     SELECT ${values.join(', ')} FROM jsonb_populate_recordset(NULL::transactions, $1::jsonb) AS r
     RETURNING ${selectList(manager.dataSource, Transaction, 't')}`,
    [JSON.stringify(rows.map(toRow))],
  );
  return stored.toSorted((a, b) => a.ordinal - b.ordinal);
}
