import type { EntityManager } from 'typeorm';
import type { ParsedFiling, ParsedTransaction, ReviewReason } from '#rotunda/domain';
import { Review, type ReviewDecision, type ReviewRecord } from '../entities/review.entities.js';
import type { FilingRecord } from '../entities/filing.entity.js';
import type { ReadRow } from '../entities/read-row.js';
import type { TransactionRecord } from '../entities/transaction.entity.js';
import type { SettledOutcome } from '../rows/filing-outcome.js';
import { asRead, countDifferences, isSameReading, type KnownChange, withCorrections } from './reviewed-reading.js';
import { flipRows } from '../rows/row-currency.js';
import { areSameReasons, isAmong, reasonsOfReview, toColumns } from '../rows/stored-reasons.js';
import { selectList } from '../database/select-list.js';
import { currentRows } from '../rows/stored-rows.js';

/**
 * What reviewers decided about a filing, to compare with a later reading of its document.
 *
 * A decision covers one reading: its rows and its review reasons. A later reading changes nothing if it has the same
 * rows and no reason that the reviewer did not see. Any other reading opens a new review. Until that is decided, the
 * decision stays in force: corrected fields keep their values, rejected rows stay withdrawn.
 */
export interface FilingReviews {
  open: ReviewRecord | null;
  /** The latest decided review. */
  decided: DecidedReview | null;
  /** The changes of all decisions, oldest first. */
  changes: KnownChange[];
  /** All readings that went to review, latest first; empty where there are no changes to keep. */
  readings: ReadRow[][];
}

type DecidedReview = ReviewRecord & Pick<ReviewDecision, 'decidedBy' | 'decidedAt'> & { decisionReason: string | null };

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
    `SELECT ${columns}, d.decided_by AS "decidedBy", d.decided_at AS "decidedAt", d.reason AS "decisionReason"
     FROM reviews r JOIN review_decisions d ON d.review_id = r.id
     WHERE r.filing_id = $1 ORDER BY d.id DESC LIMIT 1`,
    [filingId],
  );
  const changes = decided ? await changesOf(manager, filingId) : [];
  const readings = changes.length > 0 ? await readingsOf(manager, filingId) : [];
  return { open: open ?? null, decided: decided ?? null, changes, readings };
}

async function readingsOf(manager: EntityManager, filingId: string): Promise<ReadRow[][]> {
  const reviews = await manager.query<{ reading: ReadRow[] }[]>(
    `SELECT reading FROM reviews WHERE filing_id = $1 AND reading IS NOT NULL ORDER BY status = 'outdated', id DESC`,
    [filingId],
  );
  return reviews.map(({ reading }) => reading);
}

async function changesOf(manager: EntityManager, filingId: string): Promise<KnownChange[]> {
  return manager.query<KnownChange[]>(
    `SELECT c.transaction_id AS "transactionId", c.field, c.new_value AS "newValue"
     FROM review_changes c JOIN review_decisions d ON d.id = c.decision_id JOIN reviews r ON r.id = d.review_id
     WHERE r.filing_id = $1 ORDER BY c.id`,
    [filingId],
  );
}

/** The rows of a reading with the reviewers' corrections applied. */
export const keepCorrections = ({ readings, changes }: FilingReviews, rows: ParsedTransaction[]): ParsedTransaction[] =>
  withCorrections(readings, rows, changes);

/** Compares a reading with the last decision. Pure. */
export function judge({ decided }: FilingReviews, { status, parsed }: SettledOutcome): Verdict {
  const isWithdrawn = decided?.status === 'rejected';
  const doubt = decided ? doubtOf(decided, parsed) : parsed.reviewReasons;
  if (!decided || doubt.length > 0) {
    const judged = decided ? 'needs_review' : status;
    const reason = isWithdrawn ? rejection(decided) : null;
    return { status: judged, reviewReasons: doubt, reason, needsReview: judged === 'needs_review', isWithdrawn };
  }
  if (isWithdrawn) {
    return {
      status: 'needs_review',
      reviewReasons: reasonsOfReview(decided),
      reason: rejection(decided),
      needsReview: false,
      isWithdrawn,
    };
  }
  return { status: 'parsed', reviewReasons: [], reason: null, needsReview: false, isWithdrawn };
}

/** How a reading differs from the decided one; empty if it does not. */
function doubtOf(decided: DecidedReview, parsed: ParsedFiling): ReviewReason[] {
  const seen = decided.reading ?? [];
  const known = reasonsOfReview(decided);
  const isSeen = parsed.reviewReasons.every((reason) => isAmong(known, reason));
  if (isSeen && isSameReading(seen, parsed.transactions)) return [];
  const params = {
    decided_by: decided.decidedBy,
    decision: decided.status,
    decided_on: decided.decidedAt.toISOString().slice(0, 10),
    ...countDifferences(seen, parsed.transactions),
  };
  return [...parsed.reviewReasons, { code: 'differs_from_decision', params }];
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
  rows: ParsedTransaction[],
  taskId: string,
): Promise<void> {
  if (!needsReview) {
    if (open) await manager.query(`UPDATE reviews SET status = 'outdated' WHERE id = $1`, [open.id]);
    return;
  }
  const isKnown =
    open?.reading && isSameReading(open.reading, rows) && areSameReasons(reasonsOfReview(open), reviewReasons);
  if (isKnown) return;
  const inOrder = rows.toSorted((a, b) => a.ordinal - b.ordinal);
  const reading = JSON.stringify(asRead(inOrder, await currentRows(manager, filing.id)));
  if (open) {
    await manager.query(
      `UPDATE reviews SET reasons = $2, reason_codes = $3::jsonb, reading = $4::jsonb, version = version + 1
       WHERE id = $1`,
      [open.id, ...toColumns(reviewReasons), reading],
    );
  } else {
    await manager.query(
      `INSERT INTO reviews (filing_id, reasons, reason_codes, reading, opened_by_task)
       VALUES ($1, $2, $3::jsonb, $4::jsonb, $5)`,
      [filing.id, ...toColumns(reviewReasons), reading, taskId],
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
