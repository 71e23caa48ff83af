import type { EntityManager } from 'typeorm';
import type { FilingRecord } from '../entities/filing.entity.js';
import { reviewsOf } from '../reviews/filing-reviews.js';

/** How a reason of a review begins that is about lineage, and not about how the document was read. */
const DOUBT = 'What it amends is not clear: ';

export const doubtReason = (reason: string): string => `${DOUBT}${reason}.`;

/**
 * Puts another filing than the one being stored up for review, or takes it back, because of what has become clear or
 * unclear about it. A reviewer who saw this very doubt and decided is not asked again.
 */
export async function tellDoubt(
  manager: EntityManager,
  filing: FilingRecord,
  doubt: string | null,
  taskId: string,
): Promise<void> {
  const { open, decided } = await reviewsOf(manager, filing.id);
  const isDecided = doubt !== null && decided?.reasons.includes(doubt);
  const others = filing.reviewReasons.filter((reason) => !reason.startsWith(DOUBT));
  const reasons = doubt === null || isDecided ? others : [...others, doubt];
  if (isSame(reasons, filing.reviewReasons)) return;
  await manager.query(
    `UPDATE filings SET review_reasons = $2::text[],
       status = CASE WHEN status IN ('parsed', 'needs_review') THEN $3 ELSE status END WHERE id = $1`,
    [filing.id, reasons, reasons.length > 0 ? 'needs_review' : 'parsed'],
  );
  if (open) await renew(manager, open.id, reasons);
  else if (reasons.length > 0) await put(manager, filing.id, reasons, taskId);
}

async function renew(manager: EntityManager, reviewId: string, reasons: string[]): Promise<void> {
  await manager.query(
    reasons.length > 0
      ? `UPDATE reviews SET reasons = $2::text[], version = version + 1 WHERE id = $1`
      : `UPDATE reviews SET reasons = $2::text[], status = 'outdated' WHERE id = $1`,
    [reviewId, reasons],
  );
}

/** The reading is that of the last review, for corrections of it go on being kept; null is taken from the rows. */
async function put(manager: EntityManager, filingId: string, reasons: string[], taskId: string): Promise<void> {
  await manager.query(
    `INSERT INTO reviews (filing_id, reasons, reading, opened_by_task)
     SELECT $1, $2::text[], (SELECT reading FROM reviews WHERE filing_id = $1 ORDER BY id DESC LIMIT 1), $3`,
    [filingId, reasons, taskId],
  );
}

const isSame = (a: string[], b: string[]): boolean => JSON.stringify(a) === JSON.stringify(b);
