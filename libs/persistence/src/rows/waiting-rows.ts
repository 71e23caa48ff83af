import type { EntityManager } from 'typeorm';
import type { ParsedTransaction } from '#rotunda/domain';
import { selectList } from '../database/select-list.js';
import { toRow } from '../database/snake-names.js';
import { WaitingRow, type WaitingRowRecord } from '../entities/paper.entities.js';
import { isSameValue } from './row-content.js';

/** A row of a scan that a person has to confirm. */
export interface RowToWait {
  /** Null for one that was not known before. */
  id: string | null;
  row: ParsedTransaction;
}

/** The reading that the rows come from. */
export interface RowOrigin {
  documentSha256: string;
  parserVersion: string;
}

/** The rows of a filing that wait now, in document order. */
export async function waitingRows(manager: EntityManager, filingId: string): Promise<WaitingRowRecord[]> {
  return manager.query<WaitingRowRecord[]>(
    `SELECT ${selectList(manager.dataSource, WaitingRow, 'w')} FROM paper_rows w
     WHERE filing_id = $1 AND superseded_at IS NULL ORDER BY ordinal`,
    [filingId],
  );
}

/** Ends what waits, because it was decided or is read differently; the rows stay as history. */
export async function endWaiting(manager: EntityManager, rows: WaitingRowRecord[]): Promise<void> {
  if (rows.length === 0) return;
  await manager.query(
    `UPDATE paper_rows SET superseded_at = now() WHERE superseded_at IS NULL AND id = ANY($1::uuid[])`,
    [rows.map(({ id }) => id)],
  );
}

/**
 * Makes exactly these rows wait. Each change keeps the row as it was; storing the same again changes nothing.
 * @returns the rows that wait now, and whether any differs
 */
export async function storeWaiting(
  manager: EntityManager,
  filingId: string,
  origin: RowOrigin,
  known: WaitingRowRecord[],
  rows: RowToWait[],
): Promise<{ waiting: Pick<WaitingRowRecord, 'id' | 'ordinal'>[]; changed: boolean }> {
  const before = new Map(known.map((row) => [row.id, row]));
  const isKnown = ({ id, row }: RowToWait): boolean =>
    isAsBefore(id === null ? undefined : before.get(id), row, origin);
  const kept = new Set(rows.filter(isKnown).map(({ id }) => id));
  const ended = known.filter(({ id }) => !kept.has(id));
  const fresh = rows.filter((row) => !isKnown(row));
  await endWaiting(manager, ended);
  const entered = await insert(manager, filingId, origin, fresh);
  return {
    waiting: [...known.filter(({ id }) => kept.has(id)), ...entered],
    changed: ended.length + entered.length > 0,
  };
}

const isAsBefore = (before: WaitingRowRecord | undefined, row: ParsedTransaction, origin: RowOrigin): boolean =>
  before !== undefined &&
  before.documentSha256 === origin.documentSha256 &&
  before.parserVersion === origin.parserVersion &&
  isSameValue(before.fields, row);

async function insert(
  manager: EntityManager,
  filingId: string,
  origin: RowOrigin,
  rows: RowToWait[],
): Promise<Pick<WaitingRowRecord, 'id' | 'ordinal'>[]> {
  if (rows.length === 0) return [];
  const values = rows.map(({ id, row }) => toRow({ id, ordinal: row.ordinal, fields: row, filingId, ...origin }));
  return manager.query(
    `INSERT INTO paper_rows (id, filing_id, ordinal, fields, document_sha256, parser_version)
     SELECT coalesce(r.id, uuidv7()), r.filing_id, r.ordinal, r.fields, r.document_sha256, r.parser_version
     FROM jsonb_populate_recordset(NULL::paper_rows, $1::jsonb) AS r RETURNING id, ordinal`,
    [JSON.stringify(values)],
  );
}
