import type { EntityManager } from 'typeorm';
import { approvedStatus, type FilingFormat, type ReviewReason, reviewStatus } from '#rotunda/domain';
import { Review, type ReviewDecision, type ReviewRecord } from '../entities/review.entities.js';
import type { FilingRecord } from '../entities/filing.entity.js';
import type { ReadRow, RowContent } from '../entities/read-row.js';
import type { TransactionRecord } from '../entities/transaction.entity.js';
import type { SettledOutcome } from '../rows/filing-outcome.js';
import type { DecidedChanges, KnownChange, KnownRowChange } from './decided-rows.js';
import { countDifferences, isSameReading } from './reviewed-reading.js';
import { isSameValue } from '../rows/row-content.js';
import { flipRows } from '../rows/row-currency.js';
import { areSameReasons, isAmong, reasonsOfReview, toColumns } from '../rows/stored-reasons.js';
import { selectList } from '../database/select-list.js';
import { currentRows } from '../rows/stored-rows.js';

/**
 * What reviewers decided about a filing, to compare with a later reading of its document.
 *
 * A decision covers one reading: its rows and its review reasons. A later reading changes nothing if it has the same
 * rows and no reason that the reviewer did not see. Any other reading opens a new review. Until that is decided, the
 * decision stays in force: corrected fields keep their values, added rows stay, removed and rejected rows stay withdrawn.
 *
 * A scan is different: see `isFinal`.
 */
export interface FilingReviews extends DecidedChanges {
  open: ReviewRecord | null;
  /** The latest decided review. */
  decided: DecidedReview | null;
}

type DecidedReview = ReviewRecord &
  Pick<ReviewDecision, 'decidedBy' | 'decidedAt' | 'documents'> & { decisionReason: string | null };

/** How a reading is to be stored, given the reviewers' decisions. */
export interface Verdict {
  status: SettledOutcome['status'];
  /** Why a person should look at it, or look again. */
  reviewReasons: ReviewReason[];
  /** Why its rows are withdrawn. */
  reason: string | null;
  needsReview: boolean;
  isWithdrawn: boolean;
}

/** The reviews of a filing. Lock the filing first. */
export async function reviewsOf(manager: EntityManager, filingId: string): Promise<FilingReviews> {
  const columns = selectList(manager.dataSource, Review, 'r');
  const [open] = await manager.query<ReviewRecord[]>(
    `SELECT ${columns} FROM reviews r WHERE filing_id = $1 AND status = 'open'`,
    [filingId],
  );
  const [decided] = await manager.query<DecidedReview[]>(
    `SELECT ${columns}, d.decided_by AS "decidedBy", d.decided_at AS "decidedAt", d.reason AS "decisionReason", d.documents
     FROM reviews r JOIN review_decisions d ON d.review_id = r.id
     WHERE r.filing_id = $1 ORDER BY d.id DESC LIMIT 1`,
    [filingId],
  );
  const changes = decided ? await changesOf(manager, filingId) : [];
  const rowChanges = decided ? await rowChangesOf(manager, filingId) : [];
  const readings = changes.length + rowChanges.length > 0 ? await readingsOf(manager, filingId) : [];
  const confirmed = decided && decided.status !== 'rejected' ? (decided.reading ?? []) : [];
  return { open: open ?? null, decided: decided ?? null, changes, rowChanges, readings, confirmed };
}

async function readingsOf(manager: EntityManager, filingId: string): Promise<ReadRow[][]> {
  const reviews = await manager.query<{ reading: ReadRow[] }[]>(
    `SELECT reading FROM reviews WHERE filing_id = $1 AND reading IS NOT NULL ORDER BY status = 'outdated', id DESC`,
    [filingId],
  );
  return reviews.map(({ reading }) => reading);
}

const OF_FILING = `JOIN review_decisions d ON d.id = c.decision_id JOIN reviews r ON r.id = d.review_id
     WHERE r.filing_id = $1 ORDER BY c.id`;

const changesOf = (manager: EntityManager, filingId: string): Promise<KnownChange[]> =>
  manager.query(
    `SELECT c.transaction_id AS "transactionId", c.field, c.new_value AS "newValue" FROM review_changes c ${OF_FILING}`,
    [filingId],
  );

const rowChangesOf = (manager: EntityManager, filingId: string): Promise<KnownRowChange[]> =>
  manager.query(
    `SELECT c.action, c.transaction_id AS "transactionId", c.after_id AS "afterId", c.fields
     FROM review_rows c ${OF_FILING}`,
    [filingId],
  );

/**
 * Whether a person has read the scan of these documents. A reader of handwriting differs with each of its versions, and
 * would ask the same person again each time: what was confirmed, typed, added or removed stays, and opens no review. A
 * rejection confirms nothing, so that a later version may read what this one could not.
 */
export const isFinal = ({ decided }: FilingReviews, documents: string[]): boolean =>
  decided !== null && decided.status !== 'rejected' && isSameValue(decided.documents, documents);

/** What a verdict is about. */
export interface Judged {
  format: FilingFormat;
  status: SettledOutcome['status'];
  reviewReasons: ReviewReason[];
  /** As they were read, in document order. */
  rows: RowContent[];
}

/** Compares a reading with the last decision. Pure. */
export function judge({ decided }: FilingReviews, judged: Judged): Verdict {
  const isWithdrawn = decided?.status === 'rejected';
  const doubt = decided ? doubtOf(decided, judged) : judged.reviewReasons;
  if (!decided || doubt.length > 0) {
    const status = decided ? reviewStatus(judged.format) : judged.status;
    const reason = isWithdrawn ? rejection(decided) : null;
    return { status, reviewReasons: doubt, reason, needsReview: status === reviewStatus(judged.format), isWithdrawn };
  }
  if (isWithdrawn) {
    return {
      status: reviewStatus(judged.format),
      reviewReasons: reasonsOfReview(decided),
      reason: rejection(decided),
      needsReview: false,
      isWithdrawn,
    };
  }
  return { status: approvedStatus(judged.format), reviewReasons: [], reason: null, needsReview: false, isWithdrawn };
}

/** How a reading differs from the decided one; empty if it does not. */
function doubtOf(decided: DecidedReview, { reviewReasons, rows }: Judged): ReviewReason[] {
  const seen = decided.reading ?? [];
  const known = reasonsOfReview(decided);
  const isSeen = reviewReasons.every((reason) => isAmong(known, reason));
  if (isSeen && isSameReading(seen, rows)) return [];
  const params = {
    decided_by: decided.decidedBy,
    decision: decided.status,
    decided_on: decided.decidedAt.toISOString().slice(0, 10),
    ...countDifferences(seen, rows),
  };
  return [...reviewReasons, { code: 'differs_from_decision', params }];
}

export const rejectionReason = (by: string, reason: string | null): string => `Rejected by ${by}: ${reason ?? ''}`;
const rejection = ({ decidedBy, decisionReason }: DecidedReview): string => rejectionReason(decidedBy, decisionReason);

/**
 * Updates the filing's open review after a reading was stored: opens one, renews it if the reading differs, or closes
 * it as outdated if there is nothing left to decide.
 */
export async function updateReview(
  manager: EntityManager,
  filing: FilingRecord,
  { open }: FilingReviews,
  { needsReview, reviewReasons }: Verdict,
  reading: ReadRow[],
  taskId: string,
): Promise<void> {
  if (!needsReview) {
    if (open) await manager.query(`UPDATE reviews SET status = 'outdated' WHERE id = $1`, [open.id]);
    return;
  }
  const isKnown =
    open?.reading && isSameReading(open.reading, reading) && areSameReasons(reasonsOfReview(open), reviewReasons);
  if (isKnown) return;
  const values = [...toColumns(reviewReasons), JSON.stringify(reading)];
  if (open) {
    await manager.query(
      `UPDATE reviews SET reasons = $2, reason_codes = $3::jsonb, reading = $4::jsonb, version = version + 1
       WHERE id = $1`,
      [open.id, ...values],
    );
  } else {
    await manager.query(
      `INSERT INTO reviews (filing_id, reasons, reason_codes, reading, opened_by_task)
       VALUES ($1, $2, $3::jsonb, $4::jsonb, $5)`,
      [filing.id, ...values, taskId],
    );
  }
}

/**
 * Takes the rows of a rejected filing out of the current view, also rows that a later reading added.
 * @returns the rows that were in it
 */
export async function withdrawRows(manager: EntityManager, filingId: string): Promise<TransactionRecord[]> {
  const rows = await currentRows(manager, filingId);
  return flip(
    manager,
    rows.filter(({ isCurrent }) => isCurrent),
  );
}

/** Brings withdrawn rows back. `relink` then hides those that another filing supersedes. */
export async function restoreRows(manager: EntityManager, filingId: string): Promise<TransactionRecord[]> {
  const rows = await currentRows(manager, filingId);
  return flip(
    manager,
    rows.filter(({ isCurrent }) => !isCurrent),
  );
}

async function flip(manager: EntityManager, rows: TransactionRecord[]): Promise<TransactionRecord[]> {
  const { fresh, revised } = await flipRows(
    manager,
    rows.map(({ id }) => id),
  );
  return [...fresh, ...revised];
}
