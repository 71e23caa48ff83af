import type { EntityManager } from 'typeorm';
import { Filing, type FilingRecord } from '../entities/filing.entity.js';
import { Transaction, type TransactionRecord } from '../entities/transaction.entity.js';
import { selectList } from '../database/select-list.js';

/**
 * The filings as the archive knew them at an instant, in place of the table.
 * @param ids only these, if it is given
 */
export function filingsAt(at: string, ids?: string): string {
  const these = (column: string): string => (ids ? `AND ${column} = ANY(${ids}::uuid[])` : '');
  return `(
    SELECT now.* FROM filings now WHERE now.first_seen_at <= ${at} ${these('now.id')} AND NOT EXISTS (
      SELECT FROM filing_versions v WHERE v.filing_id = now.id AND v.known_to > ${at})
    UNION ALL
    SELECT earlier.* FROM (SELECT DISTINCT ON (v.filing_id) v.version FROM filing_versions v
        WHERE v.known_to > ${at} ${these('v.filing_id')} ORDER BY v.filing_id, v.known_to) v
      CROSS JOIN LATERAL jsonb_populate_record(NULL::filings, v.version) earlier
    WHERE earlier.first_seen_at <= ${at})`;
}

/** Of a try after the instant nothing was known. A further try alone makes no version. */
export function asKnownAt(filing: FilingRecord, asOf: Date | undefined): FilingRecord {
  const isLater = asOf !== undefined && filing.lastTriedAt !== null && filing.lastTriedAt > asOf;
  return isLater ? { ...filing, lastTriedAt: null, lastTaskId: null } : filing;
}

/** Filings by their ids, as they are or as they were. */
export async function filingsById(manager: EntityManager, ids: string[], asOf?: Date): Promise<FilingRecord[]> {
  const columns = selectList(manager.dataSource, Filing, 'f');
  const filings = await (asOf === undefined
    ? manager.query<FilingRecord[]>(`SELECT ${columns} FROM filings f WHERE id = ANY($1::uuid[])`, [ids])
    : manager.query<FilingRecord[]>(`SELECT ${columns} FROM ${filingsAt('$2', '$1')} f`, [ids, asOf]));
  return filings.map((filing) => asKnownAt(filing, asOf));
}

/** Whether a row of `trade_search` holds, now or at an instant. */
export const knownAt = (row: string, at: string | undefined): string =>
  at === undefined ? `${row}.known_to = 'infinity'` : `${row}.known_from <= ${at} AND ${row}.known_to > ${at}`;

/** A filing's rows as they were, in document order. */
export async function rowsAt(manager: EntityManager, filingId: string, asOf: Date): Promise<TransactionRecord[]> {
  const rows = await manager.query<TransactionRecord[]>(
    `SELECT ${selectList(manager.dataSource, Transaction, 't')}
     FROM trade_search s JOIN transactions t ON (t.id, t.revision) = (s.trade_id, s.revision)
     WHERE s.filing_id = $1 AND ${knownAt('s', '$2')} ORDER BY s.place DESC`,
    [filingId, asOf],
  );
  return rows.map((row) => notYetSuperseded(row, asOf));
}

/** A revision as it was then: what superseded it later was not known. */
export const notYetSuperseded = (row: TransactionRecord, asOf: Date | undefined): TransactionRecord =>
  asOf === undefined ? row : { ...row, supersededAt: null };
