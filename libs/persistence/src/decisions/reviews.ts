import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { approvedStatus } from '#rotunda/domain';
import { isUuid } from '../database/cursor.js';
import { applyEdits, type EditedRows } from './edited-rows.js';
import { type Edits, NO_EDITS } from './review-edits.js';
import type { FilingRecord } from '../entities/filing.entity.js';
import { Review, type ReviewDecisionName, type ReviewRecord } from '../entities/review.entities.js';
import type { Announce } from '../rows/filing-outcome.js';
import type { TransactionRecord } from '../entities/transaction.entity.js';
import { rejectionReason, restoreRows, withdrawRows } from '../reviews/filing-reviews.js';
import { documentsOf } from '../rows/filing-pages.js';
import { lockFiling } from '../rows/filing-update.js';
import { recordDoubt } from '../lineage/lineage-doubts.js';
import { lockLineage } from '../lineage/lineage-scope.js';
import { enterAnnouncements } from '../database/outbox.js';
import { relink } from '../lineage/relink.js';
import { ReviewConflictError, UnknownReviewError } from './review-errors.js';
import { asRead } from '../reviews/reviewed-reading.js';
import { selectList } from '../database/select-list.js';
import { currentRows } from '../rows/stored-rows.js';

export interface Decision {
  by: string;
  reason: string | null;
  /** The version of the review that the reviewer saw; if undefined, the decision applies to any version. */
  version?: number | undefined;
}

interface OpenReview {
  manager: EntityManager;
  filing: FilingRecord;
  decisionId: number;
}

interface DecidedRows {
  /** Rows with new content, and new ones. */
  stored: TransactionRecord[];
  /** Rows that the reviewer removed, as they were. */
  removed: TransactionRecord[];
  /** Rows that left the current view or came back. */
  switched: TransactionRecord[];
}

/** Decisions on filings that need review. Each is one database transaction, stored with who, when and why. */
@Injectable()
export class Reviews {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * The rows are right, also those that wait: the filing counts as parsed, or its scan as read.
   * @throws UnknownReviewError, ReviewConflictError
   */
  async accept(reviewId: string, decision: Decision, announce: Announce): Promise<void> {
    await this.decide(reviewId, 'accepted', decision, announce, (open) => approve(open, NO_EDITS, decision.reason));
  }

  /**
   * The rows are right except for these edits. Each corrected row gets a new revision.
   * @throws UnknownReviewError, ReviewConflictError, InvalidCorrectionError: nothing was changed
   */
  async correct(reviewId: string, decision: Decision, edits: Partial<Edits>, announce: Announce): Promise<void> {
    const all = { ...NO_EDITS, ...edits };
    await this.decide(reviewId, 'corrected', decision, announce, (open) => approve(open, all, decision.reason));
  }

  /**
   * The reading can't be trusted: its rows leave the current view, and the filing keeps the reason. It stays in review,
   * because what it discloses is still missing; rows that wait go on waiting.
   * @throws UnknownReviewError, ReviewConflictError
   */
  async reject(reviewId: string, decision: Decision, announce: Announce): Promise<void> {
    await this.decide(reviewId, 'rejected', decision, announce, async ({ manager, filing }) => {
      const switched = await withdrawRows(manager, filing.id);
      await manager.query(`UPDATE filings SET reason = $2 WHERE id = $1`, [
        filing.id,
        rejectionReason(decision.by, decision.reason),
      ]);
      return { stored: [], removed: [], switched };
    });
  }

  /** @param work applies the decision to the rows */
  private async decide(
    reviewId: string,
    name: ReviewDecisionName,
    decision: Decision,
    announce: Announce,
    work: (open: OpenReview) => Promise<DecidedRows>,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const { review, filing } = await lockReview(manager, reviewId);
      await refuseConflict(manager, review, decision.version);
      await keepReading(manager, review);
      const documents = await documentsDecided(manager, filing);
      const decisionId = await keepDecision(manager, review, name, decision, documents);
      const rows = await work({ manager, filing, decisionId });
      await tellConsequences(manager, filing.id, rows, announce);
    });
  }
}

/** After its rows are corrected, withdrawn or restored, a filing may amend, or be amended by, another one. */
async function tellConsequences(
  manager: EntityManager,
  filingId: string,
  rows: DecidedRows,
  announce: Announce,
): Promise<void> {
  const filing = await lockFiling(manager, filingId);
  const taskId = filing.lastTaskId ?? filing.firstTaskId;
  const relinked = await relink(manager, filing, taskId);
  await recordDoubt(manager, filing, relinked.doubt, taskId);
  const last = new Map(relinked.fresh.map((row) => [row.id, row]));
  const asLinked = (row: TransactionRecord): TransactionRecord => last.get(row.id) ?? row;
  const ofFiling = rows.switched.map((row) => ({ filing, row: asLinked(row), successorId: null }));
  const consequences = { ...relinked, switched: [...ofFiling, ...relinked.switched], vanished: rows.removed };
  const isNews = [rows.stored, rows.removed, consequences.switched, relinked.linked].some(({ length }) => length > 0);
  if (!isNews) return;
  await enterAnnouncements(manager, filing.chamber, announce(filing, rows.stored.map(asLinked), consequences));
}

/** Takes the same locks as storing a filing does, so that a second decision sees the result of the first. */
async function lockReview(
  manager: EntityManager,
  reviewId: string,
): Promise<{ review: ReviewRecord; filing: FilingRecord }> {
  const find = async (): Promise<ReviewRecord | undefined> => {
    const [review] = await manager.query<ReviewRecord[]>(
      `SELECT ${selectList(manager.dataSource, Review, 'r')} FROM reviews r WHERE id = $1`,
      [reviewId],
    );
    return review;
  };
  const known = isUuid(reviewId) ? await find() : undefined;
  if (!known) throw new UnknownReviewError(`There is no review ${reviewId}`);
  await lockLineage(manager, known.filingId);
  const filing = await lockFiling(manager, known.filingId);
  return { review: (await find())!, filing };
}

async function refuseConflict(
  manager: EntityManager,
  review: ReviewRecord,
  version: number | undefined,
): Promise<void> {
  if (review.status === 'outdated') {
    throw new ReviewConflictError('The review is outdated: a later reading of the document needs no decision');
  }
  if (review.status !== 'open') {
    const [decision] = await manager.query<{ by: string }[]>(
      `SELECT decided_by AS by FROM review_decisions WHERE review_id = $1`,
      [review.id],
    );
    throw new ReviewConflictError(`The review was already ${review.status} by ${decision!.by}`);
  }
  if (version !== undefined && version !== review.version) {
    throw new ReviewConflictError(
      `The document has been read differently since: the review is at version ${review.version}, not ${version}`,
    );
  }
}

/** A review from before the reviews table has no reading. Its rows were never corrected, so they are the reading. */
async function keepReading(manager: EntityManager, { id, filingId, reading }: ReviewRecord): Promise<void> {
  if (reading) return;
  const rows = await currentRows(manager, filingId);
  await manager.query(`UPDATE reviews SET reading = $2::jsonb WHERE id = $1`, [
    id,
    JSON.stringify(
      asRead(
        rows,
        rows.map(({ id: rowId }) => rowId),
      ),
    ),
  ]);
}

async function keepDecision(
  manager: EntityManager,
  { id }: ReviewRecord,
  name: ReviewDecisionName,
  { by, reason }: Decision,
  documents: string[] | null,
): Promise<number> {
  await manager.query(`UPDATE reviews SET status = $2 WHERE id = $1`, [id, name]);
  const [decision] = await manager.query<{ id: number }[]>(
    `INSERT INTO review_decisions (review_id, decision, decided_by, reason, documents)
     VALUES ($1, $2, $3, $4, $5) RETURNING id`,
    [id, name, by, reason, documents],
  );
  return decision!.id;
}

/** The scan that the decision is about, for good: see `isFinal`. */
const documentsDecided = async (manager: EntityManager, filing: FilingRecord): Promise<string[] | null> =>
  filing.format === 'paper' ? documentsOf(manager, filing.id, filing.documentSha256!) : null;

async function keepChanges(
  { manager, decisionId }: OpenReview,
  { changes, rowChanges }: EditedRows,
  reason: string | null,
): Promise<void> {
  await manager.query(
    `INSERT INTO review_rows (decision_id, action, transaction_id, after_id, fields, reason)
     SELECT $1::bigint, c.action, c."transactionId", c."afterId", c.fields, coalesce(c.reason, $3::text)
     FROM jsonb_to_recordset($2::jsonb) AS c
       (action text, "transactionId" uuid, "afterId" uuid, fields jsonb, reason text)`,
    [decisionId, JSON.stringify(rowChanges), reason],
  );
  await manager.query(
    `INSERT INTO review_changes (decision_id, transaction_id, revision, field, old_value, new_value, reason)
     SELECT $1::bigint, c."transactionId", c.revision, c.field, c."oldValue", c."newValue", coalesce(c.reason, $3::text)
     FROM jsonb_to_recordset($2::jsonb) AS c
       ("transactionId" uuid, revision integer, field text, "oldValue" jsonb, "newValue" jsonb, reason text)`,
    [decisionId, JSON.stringify(changes), reason],
  );
}

/** Also restores rows that an earlier decision withdrew. */
async function approve(open: OpenReview, edits: Edits, why: string | null): Promise<DecidedRows> {
  const { manager, filing } = open;
  const edited = await applyEdits(manager, filing, edits);
  await keepChanges(open, edited, why);
  const switched = filing.reason === null ? [] : await restoreRows(manager, filing.id);
  await manager.query(
    `UPDATE filings SET status = $2, review_reasons = '{}', review_reason_codes = '[]', reason = NULL WHERE id = $1`,
    [filing.id, approvedStatus(filing.format)],
  );
  return { ...edited, switched };
}
