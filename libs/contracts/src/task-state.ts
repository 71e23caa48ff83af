import type { Chamber } from './chambers.js';
import type { FilingCounts, TaskName, TaskResult, TransactionStats } from './kinds/index.js';

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

/** The result of a group, once all of its children have ended: of those that have one. */
export interface GroupResult {
  status: 'success' | 'partial';
  results: TaskResult[];
  totals: { stats: TransactionStats; filings: FilingCounts };
}
