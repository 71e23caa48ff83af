export * from './archived-filings.js';
export { InvalidCursorError, type Page } from './cursor.js';
export { dataSourceOptions, type DatabaseOptions } from './data-source.js';
export type { FilingPageRecord } from './entities/filing-page.entity.js';
export type { FilingRecord } from './entities/filing.entity.js';
export { RawDocument } from './entities/raw-document.entity.js';
export { TaskRun } from './entities/task.entities.js';
export type { TransactionRecord } from './entities/transaction.entity.js';
export { FenceLostError, type Fence, TaskFences } from './fence.js';
export * from './filing-outcome.js';
export { UnknownFilingError } from './filing-update.js';
export * from './filings.js';
export * from './filings-query.js';
export type { FilingFilters } from './filing-filters.js';
export * from './lineages.js';
export type { MemberAliasRecord } from './entities/member-alias.entity.js';
export * from './member-decisions.js';
export * from './member-maintenance.js';
export { type Candidate, type MatchReport, MemberMatching } from './member-matching.js';
export * from './members.js';
export * from './members-query.js';
export { migrate, SchemaOutdatedError, verifySchema } from './migrate.js';
export { Outbox, type Announcement, type PendingAnnouncement } from './outbox.js';
export * from './coverage-query.js';
export { CORRECTABLE_FIELDS, type CorrectableField, type Correction, InvalidCorrectionError } from './correction.js';
export {
  REVIEW_DECISIONS,
  REVIEW_STATUSES,
  type ReviewDecisionName,
  type ReviewStatus,
} from './entities/review.entities.js';
export * from './database-unavailable.js';
export * from './figures.js';
export * from './layout-verdicts.js';
export * from './persistence.module.js';
export * from './postgres-health.js';
export * from './raw-documents.js';
export { dataRefusal } from './refused-data.js';
export { type FieldChange, isDifferent, type ReadingDifference } from './reading-difference.js';
export type { Consequences, SwitchedRow } from './relink.js';
export * from './review-errors.js';
export * from './reviews.js';
export * from './reviews-query.js';
export * from './scraped-windows.js';
export * from './settings.js';
export * from './task-runs.js';
export type { Tally } from './tally.js';
export * from './trade-history.js';
export * from './trades-query.js';
