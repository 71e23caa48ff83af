import type { Chamber } from './chambers.js';
import type { CommandSource } from './command-source.js';
import type { FilingCounts, GroupMembership, TaskName, TaskResult, TransactionStats } from './kinds/index.js';
import type { TaskStateName } from './task-states.js';

export interface TaskError {
  /** One of `TASK_ERROR_CODES`, or the name of an unexpected error. */
  code: string;
  message: string;
  stack?: string;
}

export interface TaskAttempt {
  /** Counts from 1 over all runs of the task: the fence number of everything that the attempt writes. */
  n: number;
  worker: string;
  started: string;
  finished: string | null;
  error?: TaskError;
  /** The site's last answer when the attempt failed. */
  evidence?: AttemptEvidence;
}

/** The last exchange with the site before an attempt failed. */
export interface AttemptEvidence {
  url: string;
  /** The answer's status; null if there was none. */
  status: number | null;
  /** The answer's headers, without cookies. */
  headers: Record<string, string>;
  /** sha256 of the archived answer. */
  page_sha256?: string;
  /** sha256 of the archived screenshot (PNG), if a browser was used. */
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

/** The command of a run that an operator requested, kept until it is in the queue, so that a crash can't lose it. */
export interface UnpublishedRun {
  /** ISO instant of the request. */
  at: string;
  /** The exact body of the message. */
  body: string;
}

/** The value of KV `tasks`, key = `id`. Each change is a compare-and-set on the entry's revision. */
export interface TaskState {
  v: 1;
  id: string;
  chamber: Chamber;
  name: TaskName;
  args: Record<string, unknown>;
  state: TaskStateName;
  /** Counts from 1; each retry by hand or replay is the next run. */
  run: number;
  attempts: TaskAttempt[];
  /** Failed attempts of this run that count as retries; a stop for a deploy or a lost worker does not. */
  retries: number;
  max_retries: number;
  /** Deliveries during which the worker died; limited, so that a poison task can't kill workers for ever. */
  crashes: number;
  worker: string | null;
  /** Where the run's command came from, as far as its message tells; absent in states of earlier versions. */
  source?: CommandSource;
  /** Those of our headers that a command from the bus had. */
  headers?: Record<string, string>;
  /** The group that the task is a child of. */
  group?: GroupMembership;
  /** The command's sequence in TASKS; null until it is known. */
  stream_seq: number | null;
  /** ISO instant before which a RETRY must not start. */
  not_before?: string;
  unpublished?: UnpublishedRun;
  cancel_requested_at?: string;
  times: { queued: string; started: string | null; finished: string | null };
  progress: TaskProgress;
  result?: TaskResult;
  error?: TaskError;
}

/** The result of a group whose children have all ended, from the children that have a result. */
export interface GroupResult {
  status: 'success' | 'partial';
  results: TaskResult[];
  totals: { stats: TransactionStats; filings: FilingCounts };
}
