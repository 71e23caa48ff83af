import { Check, Column, Entity, Index, type Relation, Unique } from 'typeorm';
import type { ParsedTransaction, ReviewReason } from '#rotunda/domain';
import { CountedKey, References, UuidKey, WrittenAt } from './columns.js';
import { Filing } from './filing.entity.js';
import type { CorrectableField, ReadRow } from './read-row.js';

export const REVIEW_DECISIONS = ['accepted', 'corrected', 'rejected'] as const;
export type ReviewDecisionName = (typeof REVIEW_DECISIONS)[number];

/** `outdated`: closed without a decision, as a later reading passed every gate or was already decided. */
export const REVIEW_STATUSES = ['open', ...REVIEW_DECISIONS, 'outdated'] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

/** A reading of a filing that a person should look at. A filing has at most one open review. */
@Entity('reviews')
@Check('reviews_status_check', `status IN ('open', 'accepted', 'corrected', 'rejected', 'outdated')`)
@Index('reviews_open_idx', ['filingId'], { unique: true, where: `status = 'open'` })
@Index('reviews_filing_id_idx', ['filingId', 'id'])
export class Review {
  @UuidKey()
  id!: string;

  @Column('uuid')
  filingId!: string;

  @References(() => Filing, 'filing_id')
  filing?: Relation<Filing>;

  @Column('text', { default: 'open' })
  status!: ReviewStatus;

  /** Goes up when the filing is read differently while the review is open. */
  @Column('integer', { default: 1 })
  version!: number;

  /** The sentences that versions without codes read and write; see `reasonsOfReview`. */
  @Column('text', { array: true, default: () => `'{}'` })
  reasons!: string[];

  @Column('jsonb', { nullable: true })
  reasonCodes!: ReviewReason[] | null;

  /** The rows as read, without corrections; null if the review is older than this table. */
  @Column('jsonb', { nullable: true })
  reading!: ReadRow[] | null;

  @WrittenAt()
  openedAt!: Date;

  @Column('text')
  openedByTask!: string;
}

/** A reviewer's decision. Append-only: the table rejects updates and deletions. */
@Entity('review_decisions')
@Unique(['reviewId'])
@Check('review_decisions_decision_check', `decision IN ('accepted', 'corrected', 'rejected')`)
export class ReviewDecision {
  @CountedKey()
  id!: number;

  @Column('uuid')
  reviewId!: string;

  @References(() => Review, 'review_id')
  review?: Relation<Review>;

  @Column('text')
  decision!: ReviewDecisionName;

  @Column('text')
  decidedBy!: string;

  @Column('text', { nullable: true })
  reason!: string | null;

  @WrittenAt()
  decidedAt!: Date;

  /** The documents that a decision on a scan is about: the filing's, and those of its sheets. Null for electronic ones. */
  @Column('text', { array: true, nullable: true })
  documents!: string[] | null;
}

/** One field of one row that a reviewer changed. Append-only, like its decision. */
@Entity('review_changes')
@Index('review_changes_decision_id_idx', ['decisionId'])
@Index('review_changes_transaction_id_idx', ['transactionId'])
export class ReviewChange {
  @CountedKey()
  id!: number;

  @Column('bigint')
  decisionId!: number;

  @References(() => ReviewDecision, 'decision_id')
  decision?: Relation<ReviewDecision>;

  @Column('uuid')
  transactionId!: string;

  /** The revision that has the new value. */
  @Column('integer')
  revision!: number;

  @Column('text')
  field!: CorrectableField;

  @Column('jsonb', { nullable: true })
  oldValue!: unknown;

  @Column('jsonb', { nullable: true })
  newValue!: unknown;

  @Column('text', { nullable: true })
  reason!: string | null;
}

/** A row that a reviewer added or removed. Append-only, like its decision. */
@Entity('review_rows')
@Check('review_rows_action_check', `action IN ('added', 'removed')`)
@Index('review_rows_decision_id_idx', ['decisionId'])
@Index('review_rows_transaction_id_idx', ['transactionId'])
export class ReviewRow {
  @CountedKey()
  id!: number;

  @Column('bigint')
  decisionId!: number;

  @References(() => ReviewDecision, 'decision_id')
  decision?: Relation<ReviewDecision>;

  @Column('text')
  action!: 'added' | 'removed';

  @Column('uuid')
  transactionId!: string;

  /** The row above an added one; null where it is the last of the filing. */
  @Column('uuid', { nullable: true })
  afterId!: string | null;

  /** As it was added, or as it was when it was removed. */
  @Column('jsonb')
  fields!: ParsedTransaction;

  @Column('text', { nullable: true })
  reason!: string | null;
}

export type ReviewRecord = Omit<Review, 'filing'>;
