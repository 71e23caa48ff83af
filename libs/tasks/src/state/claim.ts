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

/** What a worker that holds a command's message is to do with it. */
export type Claim =
  /** It is this worker's now, as the last attempt of `state`. */
  | { kind: 'started'; state: TaskState }
  /** Done, cancelled or superseded: nothing to do. */
  | { kind: 'settled' }
  /** The task's command was entered from another message, which may be in the queue or in another worker's hands. */
  | { kind: 'copy'; of: number }
  | { kind: 'wait'; delayMs: number }
  | { kind: 'expired'; state: TaskState }
  /** Given up now, because of how its earlier attempts went. */
  | { kind: 'failed'; state: TaskState };

export interface Claimant {
  worker: string;
  now: Date;
  /** Of the command as it was read; undefined where it has none, or could not be read. */
  expiresAt: string | undefined;
  limits: Pick<TaskSettings, 'TASK_MAX_CRASHES' | 'TASK_HARD_LIMIT_MS' | 'TASK_HEARTBEAT_MS'>;
  /** When the state was written, which a running attempt does with every heartbeat; null for a task without one. */
  writtenAt: Date | null;
  /** The message that the task was entered from is gone: this one takes its place. */
  originalIsGone?: boolean;
}

/** Decides by the task's state as it is in KV; pure, so that it can be asked again after a lost compare-and-set. */
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
  // Whoever entered the command may have shown less than all of it; a worker has read it. A refused one has no args.
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

/** The state says STARTED and yet the message came: its worker died, or was silent for longer than the ack wait. */
function afterCrash(state: TaskState, claimant: Claimant): Claim {
  const { worker, limits } = claimant;
  const now = claimant.now.toISOString();
  const state1 = crashed(state, now);
  const ranMs = ranFor(state, claimant);
  if (limits.TASK_HARD_LIMIT_MS > 0 && ranMs > limits.TASK_HARD_LIMIT_MS) {
    const error = new TimeLimitExceeded(
      `the attempt ran for ${Math.round(ranMs / 60_000)} minutes and its worker is gone`,
    );
    return { kind: 'failed', state: failed(state1, describeError(error), now) };
  }
  if (state1.crashes > limits.TASK_MAX_CRASHES) {
    const error = new WorkerLost(`${state1.crashes} attempts ended with their worker (${worker} was to be the next)`);
    return { kind: 'failed', state: failed(state1, describeError(error), now) };
  }
  return begin(state1, claimant);
}

/**
 * How long the last attempt ran, in ms: to its last sign of life and two heartbeats more, for which it may have lived
 * without one. What came after that, a power cut of a day say, is none of its time.
 */
function ranFor(state: TaskState, { now, writtenAt, limits }: Claimant): number {
  const lastSign = (writtenAt ?? now).getTime() + 2 * limits.TASK_HEARTBEAT_MS;
  return Math.min(now.getTime(), lastSign) - Date.parse(state.attempts.at(-1)?.started ?? now.toISOString());
}

const begin = (state: TaskState, { worker, now }: Claimant): Claim => ({
  kind: 'started',
  state: started(state, worker, now.toISOString()),
});
