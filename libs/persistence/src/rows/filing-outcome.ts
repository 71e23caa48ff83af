import {
  UNFINISHED_STATUSES,
  type FilingLink,
  type FilingStatus,
  type ParsedFiling,
  type SettledStatus,
} from '#rotunda/domain';
import type { FilingPageRecord } from '../entities/filing-page.entity.js';
import type { FilingRecord } from '../entities/filing.entity.js';
import type { TransactionRecord } from '../entities/transaction.entity.js';
import type { Announcement } from '../database/outbox.js';

/** The result of fetching and parsing a filing's document. */
export type FilingOutcome = SettledOutcome | UnfinishedOutcome;

export interface SettledOutcome {
  status: SettledStatus;
  /** Key of the parsed document in the archive. */
  documentSha256: string;
  parsed: ParsedFiling;
  /** The sheets of a paper filing, in order. If absent, the known ones stay. */
  pages?: FilingPageRecord[];
}

export interface UnfinishedOutcome {
  status: 'unavailable' | 'failed';
  /** The reason, for the operator. */
  reason: string;
}

export interface StoredFiling {
  filing: FilingRecord;
  /** False where everything was stored before, or where a settled filing could not be fetched again. */
  changed: boolean;
  /** Rows with a new id, and new revisions of known ones (`revision` above 1), in document order. */
  stored: TransactionRecord[];
  /** Number of rows that were already stored. */
  skipped: number;
}

/** What a filing brought about in others. */
export interface Consequences {
  /** Filings that it amends, or that amend it, since just now. */
  linked: (FilingLink & { predecessorFiling: FilingRecord })[];
  /** Known rows that count no longer, or count again, with their next revision. */
  switched: SwitchedRow[];
  /** Rows that a later reading of their own document no longer has, in their last revision. */
  vanished: TransactionRecord[];
}

export interface SwitchedRow {
  filing: FilingRecord;
  row: TransactionRecord;
  /** The row that has taken its place. */
  successorId: string | null;
}

/**
 * Creates the messages for what was stored, and for its consequences in other filings. Called inside the transaction,
 * and only when something changed.
 */
export type Announce = (
  filing: FilingRecord,
  stored: TransactionRecord[],
  consequences?: Consequences,
) => Announcement[];

const UNFINISHED: ReadonlySet<FilingStatus> = new Set(UNFINISHED_STATUSES);

/** Whether the next scrape leaves a filing of this status alone. */
export const isSettled = (status: FilingStatus): boolean => !UNFINISHED.has(status);
