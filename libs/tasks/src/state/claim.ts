import type { TaskState } from '#rotunda/contracts';
import { expired, hasExpired } from './expiry.js';
import type { TaskSettings } from '../settings.js';
import { describeError, TimeLimitExceeded, WorkerLost } from './task-errors.js';
import { retriesOf } from './task-policy.js';
import {
  CANCELLED,
  crashed,
  failed,
  isSettled,
  nextRun,
  pending,
  revoked,
  started,
  type Submission,
} from './task-transitions.js';

/** What a worker must do with the command that it has received. */
export type Claim =
  /** Run it as the last attempt of `state`. */
  | { kind: 'started'; state: TaskState }
  /** Done, cancelled or superseded: nothing to do. */
  | { kind: 'settled' }
  /** The task was entered from another message, which may be in the queue or with another worker. */
  | { kind: 'copy'; of: number }
  | { kind: 'wait'; delayMs: number }
  | { kind: 'expired'; state: TaskState }
  /** Failed for good, because of its earlier attempts. */
  | { kind: 'failed'; state: TaskState };

export interface Claimant {
  worker: string;
  now: Date;
  /** From the command; undefined if it has none or is invalid. */
  expiresAt: string | undefined;
  limits: Pick<TaskSettings, 'TASK_MAX_CRASHES' | 'TASK_HARD_LIMIT_MS' | 'TASK_HEARTBEAT_MS'>;
  /** Time of the state's last write, which a running attempt repeats with each heartbeat; null without a state. */
  writtenAt: Date | null;
  /** The message from which the task was entered is gone: this one replaces it. */
  originalIsGone?: boolean;
}

/** Decides by the task's state in KV. It is pure, so that it can be repeated after a lost compare-and-set. */
export function decideClaim(current: TaskState | null, command: Submission, claimant: Claimant): Claim {
  if (current && isSettled(current, command.run)) return { kind: 'settled' };
  const original = current?.run === command.run ? current.stream_seq : null;
  if (original !== null && original !== command.streamSequence && !claimant.originalIsGone) {
    return { kind: 'copy', of: original };
  }
  const state = taskFor(current, command);
  const now = claimant.now.toISOString();
  if (state.cancel_requested_at) {
    const ended = state.state === 'STARTED' ? crashed(state, now) : state;
    return { kind: 'expired', state: revoked(ended, CANCELLED, now) };
  }
  if (state.not_before && state.not_before > now) {
    return { kind: 'wait', delayMs: Date.parse(state.not_before) - claimant.now.getTime() };
  }
  const { expiresAt } = claimant;
  if (expiresAt && hasExpired(state, claimant.now, expiresAt)) {
    return { kind: 'expired', state: expired(state, claimant.now, expiresAt) };
  }
  return state.state === 'STARTED' ? afterCrash(state, claimant) : begin(state, claimant);
}

function taskFor(current: TaskState | null, command: Submission): TaskState {
  if (!current) return pending(command);
  if (command.run > current.run) return nextRun(current, command);
  // The entry may have only a part of the command; the worker has read all of it. A rejected command has no args.
  const isRead = Object.keys(command.args).length > 0;
  return {
    ...current,
    ...(isRead ? { args: command.args } : {}),
    ...(command.group ? { group: command.group } : {}),
    // An older gateway may have entered a check with retries.
    max_retries: retriesOf(command.name, current.max_retries),
    stream_seq: command.streamSequence,
  };
}

/** A message of a STARTED task was redelivered: its worker died, or was silent for longer than the ack wait. */
function afterCrash(state: TaskState, claimant: Claimant): Claim {
  const { worker, limits } = claimant;
  const now = claimant.now.toISOString();
  const state1 = crashed(state, now);
  const ranMs = ranFor(state, claimant);
  if (limits.TASK_HARD_LIMIT_MS > 0 && ranMs > limits.TASK_HARD_LIMIT_MS) {
    const error = new TimeLimitExceeded(
      `the attempt ran for ${Math.round(ranMs / 60_000)} minutes, and its worker was lost`,
    );
    return { kind: 'failed', state: failed(state1, describeError(error), now) };
  }
  if (state1.crashes > limits.TASK_MAX_CRASHES) {
    const error = new WorkerLost(`${state1.crashes} attempts ended with a lost worker (the next was ${worker})`);
    return { kind: 'failed', state: failed(state1, describeError(error), now) };
  }
  return begin(state1, claimant);
}

/**
 * How long the last attempt ran, in ms: until its last heartbeat plus two intervals, which it may have survived. Later
 * time, e.g. a power cut of a day, does not count.
 */
function ranFor(state: TaskState, { now, writtenAt, limits }: Claimant): number {
  const lastSign = (writtenAt ?? now).getTime() + 2 * limits.TASK_HEARTBEAT_MS;
  return Math.min(now.getTime(), lastSign) - Date.parse(state.attempts.at(-1)?.started ?? now.toISOString());
}

const begin = (state: TaskState, { worker, now }: Claimant): Claim => ({
  kind: 'started',
  state: started(state, worker, now.toISOString()),
});
