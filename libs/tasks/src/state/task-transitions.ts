import {
  type AttemptEvidence,
  type Chamber,
  type CommandSource,
  isFinal,
  type TaskAttempt,
  TASK_ERROR_CODES,
  type TaskError,
  type GroupMembership,
  type TaskName,
  type TaskProgress,
  type TaskResult,
  type TaskState,
} from '#rotunda/contracts';
import { retriesOf } from './task-policy.js';

/**
 * The steps of a task's life, as functions from state to state:
 *
 *     PENDING → STARTED → SUCCESS | FAILURE | REVOKED        STARTED → RETRY → STARTED
 *
 * They are pure: clock and worker are parameters, and the caller writes the result by compare-and-set. (worker, n)
 * identifies the owner of an attempt; a step of an attempt that is no longer the task's last one is never written.
 */
export interface Submission {
  id: string;
  run: number;
  chamber: Chamber;
  name: TaskName;
  args: Record<string, unknown>;
  group?: GroupMembership | undefined;
  /** Ignored for kinds without retries. */
  maxRetries: number;
  streamSequence: number | null;
  queuedAt: string;
  source?: CommandSource | undefined;
  headers?: Record<string, string> | undefined;
}

const NO_PROGRESS: TaskProgress = { phase: 'queued', done: 0, total: 0, saved: 0, skipped: 0, errors: 0 };

export function pending(submission: Submission): TaskState {
  return {
    v: 1,
    id: submission.id,
    chamber: submission.chamber,
    name: submission.name,
    args: submission.args,
    state: 'PENDING',
    run: submission.run,
    attempts: [],
    retries: 0,
    max_retries: retriesOf(submission.name, submission.maxRetries),
    crashes: 0,
    worker: null,
    ...(submission.source ? { source: submission.source } : {}),
    ...(submission.headers ? { headers: submission.headers } : {}),
    ...(submission.group ? { group: submission.group } : {}),
    stream_seq: submission.streamSequence,
    times: { queued: submission.queuedAt, started: null, finished: null },
    progress: NO_PROGRESS,
  };
}

/** A later run of an ended task: queued again, with its earlier attempts. */
export function nextRun(state: TaskState, submission: Submission): TaskState {
  return { ...pending(submission), attempts: state.attempts };
}

/**
 * The next run, requested by an operator. A task that has ended gets all its retries again; a task that waits for a
 * retry is only hurried, and keeps its remaining ones. `expires_at` applied to the previous run and is dropped.
 *
 * @param body of the command; default: from the args
 */
export function queuedAgain(state: TaskState, now: string, body?: string): TaskState {
  const { expires_at: _expired, ...args } = state.args;
  const isHurried = !isFinal(state.state);
  return {
    ...pending({
      ...state,
      args,
      run: state.run + 1,
      maxRetries: state.max_retries,
      streamSequence: null,
      queuedAt: now,
      source: 'rest',
      headers: undefined,
    }),
    attempts: state.attempts,
    ...(isHurried ? { retries: state.retries, crashes: state.crashes } : {}),
    unpublished: { at: now, body: body ?? JSON.stringify(state.group ? { ...args, group: state.group } : args) },
  };
}

/** The run's command is in the queue. */
export function published(state: TaskState, streamSequence: number): TaskState {
  const { unpublished: _unpublished, ...kept } = state;
  return { ...kept, stream_seq: streamSequence };
}

export function started(state: TaskState, worker: string, now: string): TaskState {
  const { not_before: _notBefore, error: _error, unpublished: _unpublished, ...kept } = state;
  const attempt: TaskAttempt = { n: lastAttemptNumber(state) + 1, worker, started: now, finished: null };
  return {
    ...kept,
    state: 'STARTED',
    worker,
    attempts: [...state.attempts, attempt],
    times: { ...state.times, started: state.times.started ?? now },
    progress: { ...NO_PROGRESS, phase: 'starting' },
  };
}

/** The last attempt ended with its worker, without a result: it counts as a crash, not as a retry. */
export function crashed(state: TaskState, now: string): TaskState {
  const error = {
    code: TASK_ERROR_CODES.workerLost,
    message: `the worker ${state.worker ?? ''} was lost during the attempt`,
  };
  return { ...endAttempt(state, now, error), crashes: state.crashes + 1 };
}

export function progressed(state: TaskState, progress: TaskProgress): TaskState {
  return { ...state, progress };
}

/** Adds evidence to the last attempt. Call it before the step that ends the attempt. */
export function evidenced(state: TaskState, evidence: AttemptEvidence | undefined): TaskState {
  const last = state.attempts.at(-1);
  if (!last || !evidence) return state;
  return { ...state, attempts: [...state.attempts.slice(0, -1), { ...last, evidence }] };
}

export function succeeded(state: TaskState, result: TaskResult, now: string): TaskState {
  return { ...ended(endAttempt(state, now), now), state: 'SUCCESS', result };
}

export function failed(state: TaskState, error: TaskError, now: string): TaskState {
  return { ...ended(endAttempt(state, now, error), now), state: 'FAILURE', error };
}

/** The error of a cancelled task. */
export const CANCELLED: TaskError = { code: TASK_ERROR_CODES.revoked, message: 'cancelled on request' };

export function revoked(state: TaskState, error: TaskError, now: string): TaskState {
  return { ...ended(endAttempt(state, now, error), now), state: 'REVOKED', error };
}

/** Schedules another attempt at `notBefore`, which counts as a retry. */
export function retrying(state: TaskState, error: TaskError, now: string, notBefore: string): TaskState {
  return {
    ...endAttempt(state, now, error),
    state: 'RETRY',
    worker: null,
    retries: state.retries + 1,
    not_before: notBefore,
    error,
  };
}

const WORKER_STOPPED: TaskError = {
  code: TASK_ERROR_CODES.workerStopped,
  message: 'the worker was stopped; another one continues',
};

/** A worker hands the task back: another one starts it, at once or at `notBefore`, at no cost. */
export function handedBack(state: TaskState, now: string, error = WORKER_STOPPED, notBefore?: string): TaskState {
  const given: TaskState = { ...endAttempt(state, now, error), state: 'RETRY', worker: null };
  return notBefore ? { ...given, not_before: notBefore } : given;
}

export function cancelRequested(state: TaskState, now: string): TaskState {
  return { ...state, cancel_requested_at: state.cancel_requested_at ?? now };
}

/** Whether (worker, n) still owns the task. */
export function owns(state: TaskState, worker: string, attempt: number): boolean {
  return state.state === 'STARTED' && state.worker === worker && lastAttemptNumber(state) === attempt;
}

/** Whether the attempt was ended from outside, e.g. terminated, or followed by another. False for an outdated state. */
export const isPast = (state: TaskState, attempt: number): boolean =>
  lastAttemptNumber(state) > attempt || (lastAttemptNumber(state) === attempt && state.state !== 'STARTED');

export const lastAttemptNumber = (state: TaskState): number => state.attempts.at(-1)?.n ?? 0;

/** A message of an earlier run, or of a run that has ended, needs no more work. */
export const isSettled = (state: TaskState, run: number): boolean =>
  run < state.run || (run === state.run && isFinal(state.state));

function endAttempt(state: TaskState, now: string, error?: TaskError): TaskState {
  const last = state.attempts.at(-1);
  if (!last || last.finished) return state;
  return {
    ...state,
    attempts: [
      ...state.attempts
        .slice(-MOST_ATTEMPTS, -1)
        .map((attempt, i, all) => (i < all.length - MOST_WHOLE ? inBrief(attempt) : attempt)),
      { ...last, finished: now, ...(error ? { error } : {}) },
    ],
  };
}

/**
 * NATS limits values to 1 MiB, and attempts that cost no retry may go on for ever. So a state keeps only this many
 * attempts, and stack and evidence only for this many before the last one.
 */
const MOST_ATTEMPTS = 100;
const MOST_WHOLE = 9;

function inBrief({ evidence: _evidence, error, ...kept }: TaskAttempt): TaskAttempt {
  return { ...kept, ...(error ? { error: { code: error.code, message: error.message } } : {}) };
}

function ended(state: TaskState, now: string): TaskState {
  const { not_before: _notBefore, unpublished: _unpublished, ...kept } = state;
  return { ...kept, worker: null, times: { ...state.times, finished: now } };
}
