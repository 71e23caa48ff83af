import type { EntityManager } from 'typeorm';
import { approvedStatus, type ReviewReason, reviewStatus } from '#rotunda/domain';
import type { FilingRecord } from '../entities/filing.entity.js';
import { reviewsOf } from '../reviews/filing-reviews.js';
import { areSameReasons, isAmong, reasonsOfFiling, reasonsOfReview, toColumns } from '../rows/stored-reasons.js';

/**
 * Adds or removes a filing's `lineage_unclear` reason, and opens, renews or closes its review accordingly. A reviewer
 * who decided with this same doubt in view is not asked again.
 */
export async function recordDoubt(
  manager: EntityManager,
  filing: FilingRecord,
  doubt: ReviewReason | null,
  taskId: string,
): Promise<void> {
  const { open, decided } = await reviewsOf(manager, filing.id);
  const known = reasonsOfFiling(filing);
  const isSeen = doubt !== null && decided !== null && isAmong(reasonsOfReview(decided), doubt);
  const others = known.filter(({ code }) => code !== 'lineage_unclear');
  const reasons = doubt === null || isSeen ? others : [...others, doubt];
  if (areSameReasons(reasons, known)) return;
  const [approved, inReview] = [approvedStatus(filing.format), reviewStatus(filing.format)];
  await manager.query(
    `UPDATE filings SET review_reasons = $2::text[], review_reason_codes = $3::jsonb,
       status = CASE WHEN status IN ($4, $5) THEN $6 ELSE status END WHERE id = $1`,
    [filing.id, ...toColumns(reasons), approved, inReview, reasons.length > 0 ? inReview : approved],
  );
  if (open) await renew(manager, open.id, reasons);
  else if (reasons.length > 0) await put(manager, filing.id, reasons, taskId);
}

async function renew(manager: EntityManager, reviewId: string, reasons: ReviewReason[]): Promise<void> {
  await manager.query(
    reasons.length > 0
      ? `UPDATE reviews SET reasons = $2::text[], reason_codes = $3::jsonb, version = version + 1 WHERE id = $1`
      : `UPDATE reviews SET reasons = $2::text[], reason_codes = $3::jsonb, status = 'outdated' WHERE id = $1`,
    [reviewId, ...toColumns(reasons)],
  );
}

/** Copies the reading of the last review, so that its corrections are kept. A null reading is filled from the rows later. */
async function put(manager: EntityManager, filingId: string, reasons: ReviewReason[], taskId: string): Promise<void> {
  await manager.query(
    `INSERT INTO reviews (filing_id, reasons, reason_codes, reading, opened_by_task)
     SELECT $1, $2::text[], $3::jsonb,
       (SELECT reading FROM reviews WHERE filing_id = $1 ORDER BY id DESC LIMIT 1), $4`,
    [filingId, ...toColumns(reasons), taskId],
  );
}
