import type { EntityManager } from 'typeorm';
import { storableText } from '#rotunda/domain';
import { Filing, type FilingRecord } from '../entities/filing.entity.js';
import type { SettledOutcome, UnfinishedOutcome } from './filing-outcome.js';
import { selectList } from '../database/select-list.js';
import { toColumns } from './stored-reasons.js';

export class UnknownFilingError extends Error {
  override readonly name = 'UnknownFilingError';
}

/** Locks the filing, so that two tasks with the same filing store it one after the other. */
export async function lockFiling(manager: EntityManager, filingId: string): Promise<FilingRecord> {
  const [filing] = await manager.query<FilingRecord[]>(
    `SELECT ${selectList(manager.dataSource, Filing, 'f')} FROM filings f WHERE id = $1 FOR UPDATE`,
    [filingId],
  );
  if (!filing) throw new UnknownFilingError(`There is no filing ${filingId}: store its listing first`);
  return filing;
}

/** Records that the document could not be fetched or read; the time of the last try is always updated. */
export async function markUnfinished(
  manager: EntityManager,
  filingId: string,
  { status, reason }: UnfinishedOutcome,
  taskId: string,
): Promise<FilingRecord> {
  const [rows] = await manager.query<[FilingRecord[], number]>(
    `UPDATE filings f SET status = $2, reason = $3, last_task_id = $4, last_tried_at = now() WHERE id = $1
     RETURNING ${selectList(manager.dataSource, Filing, 'f')}`,
    [filingId, status, storableText(reason), taskId],
  );
  return rows[0]!;
}

const READ = `status, reason, format, amendment_no, signed_on, review_reasons, quality_flags, parser_version,
  expected_rows, document_sha256, state_district, paper_class`;

/**
 * Stores the fields that a document gives its filing.
 * @param force write even where the row is unchanged, because the filing's transactions changed
 * @returns the filing as it is now; null where the row was not touched
 */
export async function markSettled(
  manager: EntityManager,
  filingId: string,
  { status, documentSha256, parsed, reason = null }: SettledOutcome & { reason?: string | null },
  taskId: string,
  force: boolean,
): Promise<FilingRecord | null> {
  const [reasons, codes] = toColumns(parsed.reviewReasons);
  const now = `$2, $14::text, $3, $4::integer, $5::date, $6::text[], $7::text[], $8, $9::integer, $10,
    coalesce(f.state_district, $11),
    CASE WHEN $2 <> 'paper' THEN coalesce($16, f.paper_class) END`;
  const [rows] = await manager.query<[FilingRecord[], number]>(
    `UPDATE filings f SET (${READ}) = ROW (${now}), review_reason_codes = $15::jsonb,
       last_task_id = $12, last_tried_at = now(), settled_at = coalesce(settled_at, now())
     WHERE id = $1 AND ($13 OR (${READ}) IS DISTINCT FROM (${now}))
     RETURNING ${selectList(manager.dataSource, Filing, 'f')}`,
    [
      filingId,
      status,
      parsed.format,
      parsed.amendmentNo,
      parsed.signedOn,
      reasons,
      parsed.qualityFlags,
      parsed.parserVersion,
      parsed.expectedRows,
      documentSha256,
      parsed.stateDistrict,
      taskId,
      force,
      reason,
      codes,
      parsed.paper?.class ?? null,
    ],
  );
  return rows[0] ?? null;
}
