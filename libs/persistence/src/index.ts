export * from './access/key-maintenance.js';
export * from './access/key-text.js';
export * from './access/keys.js';
export * from './access/sessions.js';
export * from './audit/audit-log.js';
export * from './filings/archived-filings.js';
export { InvalidCursorError, type Page } from './database/cursor.js';
export { dataSourceOptions, type DatabaseOptions } from './data-source.js';
export type { FilingPageRecord } from './entities/filing-page.entity.js';
export type { FilingRecord } from './entities/filing.entity.js';
export type { AuditRow } from './entities/audit.entity.js';
export { RawDocument } from './entities/raw-document.entity.js';
export { TaskRun } from './entities/task.entities.js';
export type { TransactionRecord } from './entities/transaction.entity.js';
export { FenceLostError, type Fence, TaskFences } from './database/fence.js';
export * from './rows/filing-outcome.js';
export { UnknownFilingError } from './rows/filing-update.js';
export * from './filings/filings.js';
export * from './queries/filings-query.js';
export type { FilingFilters } from './queries/filing-filters.js';
export * from './decisions/lineages.js';
export type { MemberAliasRecord } from './entities/member-alias.entity.js';
export * from './decisions/member-decisions.js';
export * from './members/member-maintenance.js';
export { type Candidate, type MatchReport, MemberMatching } from './members/member-matching.js';
export * from './members/members.js';
export * from './queries/members-query.js';
export { migrate, SchemaOutdatedError, verifySchema } from './migrate.js';
export { Outbox, type Announcement, type PendingAnnouncement } from './database/outbox.js';
export * from './queries/coverage-query.js';
export { CORRECTABLE_FIELDS, type CorrectableField } from './entities/read-row.js';
export { type Correction, InvalidCorrectionError } from './rows/correction.js';
export {
  REVIEW_DECISIONS,
  REVIEW_STATUSES,
  type ReviewDecisionName,
  type ReviewStatus,
} from './entities/review.entities.js';
export * from './database/database-unavailable.js';
export * from './queries/figures.js';
export * from './queries/layout-verdicts.js';
export * from './persistence.module.js';
export * from './database/postgres-health.js';
export * from './filings/raw-documents.js';
export { rejectionOfData } from './database/rejected-data.js';
export { type FieldChange, isDifferent, type ReadingDifference } from './rows/reading-difference.js';
export * from './decisions/review-errors.js';
export * from './decisions/reviews.js';
export * from './queries/reviews-query.js';
export * from './runs/scraped-windows.js';
export * from './settings.js';
export { applyRoles } from './roles/apply-roles.js';
export { DATABASE_ROLES, type DatabaseRole } from './roles/grants.js';
export { DatabaseRoleError, type RoleUrls } from './roles/role-account.js';
export * from './runs/task-runs.js';
export { reasonsOfFiling } from './rows/stored-reasons.js';
export type { Tally } from './filings/tally.js';
export * from './queries/trade-history.js';
export * from './queries/trades-query.js';
