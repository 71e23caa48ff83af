import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Chamber, ReviewReason } from '#rotunda/domain';
import { READING } from '../data-source.js';
import { Conditions } from '../database/conditions.js';
import type { AppliedChange } from '../rows/correction.js';
import { decodeCursor, isUuid, toPage, type Page } from '../database/cursor.js';
import { Filing, type FilingRecord } from '../entities/filing.entity.js';
import type { ReviewDecisionName, ReviewRecord, ReviewRow, ReviewStatus } from '../entities/review.entities.js';
import type { TransactionRecord } from '../entities/transaction.entity.js';
import { selectList } from '../database/select-list.js';
import { reasonsOfReview } from '../rows/stored-reasons.js';
import { type ScanDetail, scanDetail } from './scan-sheets.js';
import { currentRows } from '../rows/stored-rows.js';

export interface ReviewFilters {
  chamber?: Chamber | undefined;
  status?: ReviewStatus | undefined;
  filingId?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** A review with its filing. */
export interface ReviewedFiling {
  id: string;
  status: ReviewStatus;
  version: number;
  reasons: ReviewReason[];
  openedAt: Date;
  openedByTask: string;
  filing: FilingRecord;
  /** Number of the filing's rows, including withdrawn ones. */
  rows: number;
  /** Number of those rows with a quality flag. */
  flaggedRows: number;
}

export interface KeptDecision {
  reviewId: string;
  decision: ReviewDecisionName;
  by: string;
  reason: string | null;
  at: Date;
  changes: AppliedChange[];
  /** Rows that it added or removed. */
  rows: KeptRowChange[];
}

export type KeptRowChange = Pick<ReviewRow, 'action' | 'transactionId' | 'afterId' | 'fields' | 'reason'>;

export interface ReviewDetail extends ReviewedFiling {
  /** Current revisions, in document order, including withdrawn rows. */
  transactions: TransactionRecord[];
  /** All decisions about the filing, the oldest first. */
  decisions: KeptDecision[];
  /** The reading of a scan; null for an electronic filing. */
  scan: ScanDetail | null;
}

type ListedReview = Omit<ReviewedFiling, 'filing' | 'reasons'> &
  Pick<ReviewRecord, 'filingId' | 'reasons' | 'reasonCodes'>;

const REVIEW = `r.id, r.filing_id AS "filingId", r.status, r.version, r.reasons,
  r.reason_codes AS "reasonCodes", r.opened_at AS "openedAt",
  r.opened_by_task AS "openedByTask", t.rows, t.flagged AS "flaggedRows"`;

const WITH_COUNTS = `reviews r JOIN filings f ON f.id = r.filing_id CROSS JOIN LATERAL (
  SELECT count(*)::integer AS rows, (count(*) FILTER (WHERE quality_flags <> '{}'))::integer AS flagged
  FROM transactions WHERE filing_id = r.filing_id AND superseded_at IS NULL) t`;

/** Reviews, and the decisions about them. */
@Injectable()
export class ReviewsQuery {
  constructor(@InjectDataSource(READING) private readonly dataSource: DataSource) {}

  /**
   * The last opened first: ids contain the time.
   * @throws InvalidCursorError for a cursor that is not from this list
   */
  async page(filters: ReviewFilters): Promise<Page<ReviewedFiling>> {
    const where = new Conditions()
      .where(filters.chamber, (chamber) => `f.chamber = ${chamber}`)
      .where(filters.status, (status) => `r.status = ${status}`)
      .where(filters.filingId, (id) => `r.filing_id = ${id}::uuid`);
    if (filters.cursor) {
      const [id] = decodeCursor(filters.cursor, [isUuid]);
      where.and(`r.id < ${where.bind(id)}::uuid`);
    }
    const rows = await this.dataSource.query<ListedReview[]>(
      `SELECT ${REVIEW} FROM ${WITH_COUNTS} WHERE ${where.sql}
       ORDER BY r.id DESC LIMIT ${where.bind(filters.limit + 1)}`,
      where.parameters,
    );
    return toPage(await this.withFilings(rows), filters.limit, ({ id }) => [id]);
  }

  /** Null for an unknown id, also for one that is not a UUID. */
  async find(id: string): Promise<ReviewDetail | null> {
    if (!isUuid(id)) return null;
    const rows = await this.dataSource.query<ListedReview[]>(`SELECT ${REVIEW} FROM ${WITH_COUNTS} WHERE r.id = $1`, [
      id,
    ]);
    const [review] = await this.withFilings(rows);
    if (!review) return null;
    const filingId = review.filing.id;
    const { manager } = this.dataSource;
    const [transactions, decisions, scan] = await Promise.all([
      currentRows(manager, filingId),
      this.decisionsOf(filingId),
      review.filing.format === 'paper' ? scanDetail(manager, review.filing) : null,
    ]);
    return { ...review, transactions, decisions, scan };
  }

  /** All decisions about a filing, the oldest first. */
  async decisionsOf(filingId: string): Promise<KeptDecision[]> {
    const decisions = await this.dataSource.query<(Omit<KeptDecision, 'changes' | 'rows'> & { id: number })[]>(
      `SELECT d.id, d.review_id AS "reviewId", d.decision, d.decided_by AS by, d.reason, d.decided_at AS at
       FROM review_decisions d JOIN reviews r ON r.id = d.review_id WHERE r.filing_id = $1 ORDER BY d.id`,
      [filingId],
    );
    const changes = await this.dataSource.query<(AppliedChange & { decisionId: number })[]>(
      `SELECT decision_id AS "decisionId", transaction_id AS "transactionId", revision, field,
         old_value AS "oldValue", new_value AS "newValue", reason
       FROM review_changes WHERE decision_id = ANY($1::bigint[]) ORDER BY id`,
      [decisions.map(({ id }) => id)],
    );
    const rows = await this.dataSource.query<(KeptRowChange & { decisionId: number })[]>(
      `SELECT decision_id AS "decisionId", action, transaction_id AS "transactionId", after_id AS "afterId", fields, reason
       FROM review_rows WHERE decision_id = ANY($1::bigint[]) ORDER BY id`,
      [decisions.map(({ id }) => id)],
    );
    return decisions.map(({ id, ...decision }) => ({
      ...decision,
      rows: rows.filter(({ decisionId }) => decisionId === id).map(({ decisionId: _, ...row }) => row),
      changes: changes.filter(({ decisionId }) => decisionId === id).map(({ decisionId: _, ...change }) => change),
    }));
  }

  private async withFilings(rows: ListedReview[]): Promise<ReviewedFiling[]> {
    const filings = await this.dataSource.query<FilingRecord[]>(
      `SELECT ${selectList(this.dataSource, Filing, 'f')} FROM filings f WHERE id = ANY($1::uuid[])`,
      [[...new Set(rows.map(({ filingId }) => filingId))]],
    );
    const byId = new Map(filings.map((filing) => [filing.id, filing]));
    return rows.map(({ filingId, reasonCodes, ...review }) => ({
      ...review,
      reasons: reasonsOfReview({ ...review, reasonCodes }),
      filing: byId.get(filingId)!,
    }));
  }
}
