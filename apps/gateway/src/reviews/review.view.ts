import { ApiProperty } from '@nestjs/swagger';
import { reviewSentence, rowJson } from '#rotunda/domain';
import {
  type KeptDecision,
  REVIEW_DECISIONS,
  REVIEW_STATUSES,
  type ReviewDetail,
  type ReviewedFiling,
} from '#rotunda/persistence';
import { Noticed } from '../disclosures/noticed.js';
import { documentPath } from '../documents/document-path.js';
import { FilingView, presentFiling } from '../disclosures/filings/filing.view.js';
import { ReviewReasonView } from '../disclosures/filings/review-reason.view.js';
import { presentTransaction, TransactionView } from '../disclosures/trades/transaction.view.js';
import { presentScan, ScanView } from './scan.view.js';
import { ANY_VALUE } from '../http/json-schemas.js';
import { NEXT_CURSOR } from '../http/list-params.js';
import { USE_NOTICE } from '../http/use-notice.js';

class ReviewCounts {
  @ApiProperty({ type: Number, nullable: true, description: 'Number of rows according to the document itself' })
  expected_rows!: number | null;
  @ApiProperty({ description: 'Rows that were read and stored; those of a scan that wait are in `paper`' })
  rows!: number;
  @ApiProperty({ description: 'Those of them that have a quality flag' })
  flagged_rows!: number;
}

class ReviewDocument {
  @ApiProperty({ type: String, nullable: true })
  sha256!: string | null;
  @ApiProperty({ description: 'Its URL on the site' })
  url!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Path of the archived document in this API' })
  download!: string | null;
}

export class ReviewView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({
    enum: REVIEW_STATUSES,
    description: 'outdated: a later reading left nothing to decide',
  })
  status!: string;
  @ApiProperty({ enum: ['senate', 'house'] })
  chamber!: string;
  @ApiProperty({ description: 'Increases when the document is read differently while the review is open' })
  version!: number;
  @ApiProperty({ type: [String], description: 'Why a person should look at it' })
  reasons!: string[];
  @ApiProperty({ type: [ReviewReasonView], description: 'The same as codes, in the same order' })
  reason_codes!: ReviewReasonView[];
  @ApiProperty()
  counts!: ReviewCounts;
  @ApiProperty()
  document!: ReviewDocument;
  @ApiProperty({ format: 'date-time' })
  opened_at!: string;
  @ApiProperty({ description: 'The task that read the document' })
  opened_by_task!: string;
  @ApiProperty()
  filing!: FilingView;
}

export class ReviewPage extends Noticed {
  @ApiProperty({ type: [ReviewView] })
  data!: ReviewView[];
  @ApiProperty(NEXT_CURSOR)
  next_cursor!: string | null;
}

class ReviewChangeView {
  @ApiProperty({ format: 'uuid' })
  trade_id!: string;
  @ApiProperty({ description: 'The revision that has the new value' })
  revision!: number;
  @ApiProperty({ example: 'owner' })
  field!: string;
  @ApiProperty(ANY_VALUE)
  old!: unknown;
  @ApiProperty(ANY_VALUE)
  new!: unknown;
  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;
}

class ReviewRowView {
  @ApiProperty({ enum: ['added', 'removed'] })
  action!: string;
  @ApiProperty({ format: 'uuid', description: 'The trade, or the row that waited' })
  trade_id!: string;
  @ApiProperty({
    ...{ type: String, format: 'uuid', nullable: true },
    description: 'Of an added row: the one above it',
  })
  after!: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'As it was added or removed' })
  row!: Record<string, unknown>;
  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;
}

class ReviewDecisionView {
  @ApiProperty({ format: 'uuid' })
  review_id!: string;
  @ApiProperty({ enum: REVIEW_DECISIONS })
  decision!: string;
  @ApiProperty()
  by!: string;
  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;
  @ApiProperty({ format: 'date-time' })
  at!: string;
  @ApiProperty({ type: [ReviewChangeView] })
  changes!: ReviewChangeView[];
  @ApiProperty({ type: [ReviewRowView], description: 'Rows that it added or removed' })
  rows!: ReviewRowView[];
}

export class ReviewDetailView extends ReviewView {
  @ApiProperty({ type: [TransactionView], description: 'The current rows, in document order' })
  transactions!: TransactionView[];
  @ApiProperty({ type: ScanView, nullable: true, description: 'The reading of a scan; null for an electronic filing' })
  paper!: ScanView | null;
  @ApiProperty({ type: [ReviewDecisionView], description: 'All decisions about the filing, oldest first' })
  decisions!: ReviewDecisionView[];
  @ApiProperty({ description: 'What the law says about the use of disclosures' })
  notice!: string;
}

export const presentReview = (review: ReviewedFiling): ReviewView => ({
  id: review.id,
  status: review.status,
  chamber: review.filing.chamber,
  version: review.version,
  reasons: review.reasons.map(reviewSentence),
  reason_codes: review.reasons,
  counts: { expected_rows: review.filing.expectedRows, rows: review.rows, flagged_rows: review.flaggedRows },
  document: {
    sha256: review.filing.documentSha256,
    url: review.filing.documentUrl,
    download: review.filing.documentSha256 && documentPath(review.filing.documentSha256),
  },
  opened_at: review.openedAt.toISOString(),
  opened_by_task: review.openedByTask,
  filing: presentFiling(review.filing),
});

export const presentReviewDetail = (review: ReviewDetail): ReviewDetailView => ({
  ...presentReview(review),
  transactions: review.transactions.map((row) => presentTransaction(row, review.filing)),
  paper: presentScan(review),
  decisions: review.decisions.map(presentDecision),
  notice: USE_NOTICE,
});

const presentDecision = ({ reviewId, decision, by, reason, at, changes, rows }: KeptDecision): ReviewDecisionView => ({
  review_id: reviewId,
  decision,
  by,
  reason,
  at: at.toISOString(),
  changes: changes.map((change) => ({
    trade_id: change.transactionId,
    revision: change.revision,
    field: change.field,
    old: change.oldValue,
    new: change.newValue,
    reason: change.reason,
  })),
  rows: rows.map((row) => ({
    ...{ action: row.action, trade_id: row.transactionId, after: row.afterId, reason: row.reason },
    row: rowJson(row.fields),
  })),
});
