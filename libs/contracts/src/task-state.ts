import type { Chamber, TaskName } from './subjects.js';

/** The names Celery users know. */
export const TASK_STATES = ['PENDING', 'STARTED', 'RETRY', 'SUCCESS', 'FAILURE', 'REVOKED'] as const;
export type TaskStateName = (typeof TASK_STATES)[number];

const FINAL: ReadonlySet<TaskStateName> = new Set(['SUCCESS', 'FAILURE', 'REVOKED']);

export const isFinal = (state: TaskStateName): boolean => FINAL.has(state);

export interface TaskError {
  /** One of `TASK_ERROR_CODES`; of an error that nobody expected its name. */
  code: string;
  message: string;
  stack?: string;
}

export interface TaskAttempt {
  /** From 1, over all runs of the task: the fence number of whatever the attempt writes. */
  n: number;
  worker: string;
  started: string;
  finished: string | null;
  error?: TaskError;
  /** What the site showed when the attempt failed. */
  evidence?: AttemptEvidence;
}

/** The last exchange with the site before an attempt failed. */
export interface AttemptEvidence {
  url: string;
  /** Of the answer; null where there was none. */
  status: number | null;
  /** Of the answer, without cookies. */
  headers: Record<string, string>;
  /** sha256 of the archived answer. */
  page_sha256?: string;
  /** sha256 of the archived picture (PNG) of the page, where a browser was used. */
  screenshot_sha256?: string;
}

/** A message on `logs.<task id>`: one line of a task's log. */
export interface TaskLogLine {
  v: 1;
  at: string;
  level: 'log' | 'warn' | 'error';
  attempt: number;
  worker: string;
  message: string;
}

export interface TaskProgress {
  phase: string;
  /** Filings. */
  done: number;
  total: number;
  /** Transactions. */
  saved: number;
  skipped: number;
  errors: number;
}

export interface TaskGroup {
  id: string;
  /** How many children the group has. */
  size: number;
  /** The command that was taken apart, from which any child's can be made again; a group made by hand has none. */
  whole?: GroupCommand;
}

/** A command for several chambers, or for a window longer than one task takes, as it was before it was taken apart. */
export interface GroupCommand {
  chamber: Chamber | 'all';
  args: Record<string, unknown>;
  /** The days that a scrape's args meant when it was taken apart; null for a command without a window. */
  window: { start: string; end: string } | null;
  /** The longest window of a child, in days. */
  max_days: number;
}

/** The command of a run that an operator asked for, until the queue holds it: whoever finds it left over publishes it. */
export interface UnpublishedRun {
  /** ISO instant of the asking. */
  at: string;
  /** The message's body, to the letter. */
  body: string;
}

/** The value of KV `tasks`, key = `id`. Each change is a compare-and-set on the entry's revision: the state is the event. */
export interface TaskState {
  v: 1;
  id: string;
  chamber: Chamber;
  name: TaskName;
  args: Record<string, unknown>;
  state: TaskStateName;
  /** From 1; each retry by hand or replay is the next run. */
  run: number;
  attempts: TaskAttempt[];
  /** Failed attempts of this run that cost a retry; a stop for a deploy or a lost worker costs none. */
  retries: number;
  max_retries: number;
  /** Deliveries that ended with their worker: a poison task must not kill workers for ever. */
  crashes: number;
  worker: string | null;
  /** The group that the task is a child of. */
  group?: TaskGroup;
  /** Where the command stands in TASKS; null until somebody knows. */
  stream_seq: number | null;
  /** ISO instant before which a RETRY is not to be taken up. */
  not_before?: string;
  unpublished?: UnpublishedRun;
  cancel_requested_at?: string;
  times: { queued: string; started: string | null; finished: string | null };
  progress: TaskProgress;
  result?: TaskResult;
  error?: TaskError;
}

export type TaskResult = ScrapeResult | CheckResult | ReparseResult;

export interface TransactionStats {
  /** saved + skipped + errors */
  total: number;
  /** Rows that this task was the first to store. */
  saved: number;
  /** Rows that were there before. */
  skipped: number;
  /** Rows that the document claims to have and that could not be read. */
  errors: number;
}

export interface FilingCounts {
  /** The sum of the others: no filing is unaccounted for. */
  listed: number;
  /** Settled by an earlier task, and not fetched again. */
  known: number;
  parsed: number;
  paper: number;
  needs_review: number;
  unavailable: number;
  failed: number;
}

export interface ScrapeResult {
  /** `partial`: something that was listed could not be had yet; the next scrape of the chamber tries it again. */
  status: 'success' | 'partial';
  chamber: Chamber;
  start_date: string;
  end_date: string;
  stats: TransactionStats;
  filings: FilingCounts;
  /** What the operator should know, e.g. a yearly index that the site does not have. */
  warnings: string[];
}

/** The result of a group, once all of its children have ended: of those that have one. */
export interface GroupResult {
  status: 'success' | 'partial';
  results: TaskResult[];
  totals: { stats: TransactionStats; filings: FilingCounts };
}

export interface CheckResult {
  /** `partial`: the site was not asked, as the operator has not accepted its terms. */
  status: 'success' | 'partial';
  chamber: Chamber;
  checks: { name: string; detail: string }[];
}

/** One field that the documents, read anew, have otherwise. */
export interface ReparseExample {
  external_id: string;
  /** Of the row, as it is now; null for a field of the filing. */
  ordinal: number | null;
  /** As the API calls it; `filing.…` of the filing, `row` where a whole row was found or has vanished. */
  field: string;
  before: unknown;
  after: unknown;
}

export interface ReparseResult {
  /** `partial`: some documents could no longer be read, and were left as they were. */
  status: 'success' | 'partial';
  chamber: Chamber;
  /** looked_at is the sum of the others. */
  filings: { looked_at: number; same: number; different: number; failed: number };
  /** In how many places each field differs. */
  changes: Record<string, number>;
  rows: { added: number; removed: number; changed: number };
  /** Whether the differences were stored, or only counted. */
  applied: boolean;
  /** The first of them. */
  examples: ReparseExample[];
  /** What could not be read or found, a sentence each. */
  warnings: string[];
}
