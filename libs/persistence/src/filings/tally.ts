import type { FilingCounts, TransactionStats } from '#rotunda/contracts';
import type { FilingStatus } from '#rotunda/domain';
import { isSettled } from '../rows/filing-outcome.js';

export interface Tally {
  stats: TransactionStats;
  filings: FilingCounts;
}

/** What the database has of one filing that a task listed. */
export interface TalliedFiling {
  id: string;
  status: FilingStatus;
  lastTaskId: string | null;
  expectedRows: number | null;
  rows: number;
  /** Rows that this task was the first to store. */
  saved: number;
}

export const TALLY_SQL = `
  SELECT f.id, f.status, f.last_task_id AS "lastTaskId", f.expected_rows AS "expectedRows",
    count(t.id)::integer AS rows, (count(t.id) FILTER (WHERE t.first_task_id = $1))::integer AS saved
  FROM filings f LEFT JOIN transactions t ON t.filing_id = f.id AND t.superseded_at IS NULL
  WHERE f.id = ANY($2::uuid[]) GROUP BY f.id`;

/**
 * A task's result, counted from what is stored: a second attempt of the task, after a crash between commit and report,
 * gets the same numbers.
 * @throws Error for a filing that was listed and never tried: every filing must be accounted for
 */
export function tallyOf(taskId: string, tallied: TalliedFiling[]): Tally {
  const stats = { total: 0, saved: 0, skipped: 0, errors: 0 };
  const counts: Required<FilingCounts> = {
    ...{ listed: 0, known: 0, parsed: 0, paper: 0, paper_read: 0, paper_review: 0 },
    ...{ needs_review: 0, unavailable: 0, failed: 0 },
  };
  for (const filing of tallied) {
    counts.listed++;
    counts[countedAs(taskId, filing)]++;
    stats.saved += filing.saved;
    stats.skipped += filing.rows - filing.saved;
    stats.errors += filing.lastTaskId === taskId ? unreadRows(filing) : 0;
  }
  stats.total = stats.saved + stats.skipped + stats.errors;
  return { stats, filings: counts };
}

function countedAs(taskId: string, { id, status, lastTaskId }: TalliedFiling): Exclude<keyof FilingCounts, 'listed'> {
  if (isSettled(status) && lastTaskId !== taskId) return 'known';
  if (status === 'listed') throw new Error(`Filing ${id} was listed for task ${taskId} and never tried`);
  return status;
}

const unreadRows = ({ expectedRows, rows }: TalliedFiling): number => Math.max((expectedRows ?? 0) - rows, 0);
