import { type TaskState } from '#rotunda/contracts';
import { CANCELLED } from './task-transitions.js';

/** How an attempt ended, or why a command got none. */
export const ATTEMPT_OUTCOMES = ['success', 'partial', 'failure', 'retry', 'handed_back', 'revoked'] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

/** The outcome of the attempt that brought the task into this state; null while it runs or waits for its first one. */
export function outcomeOf({ state, result, error }: TaskState): AttemptOutcome | null {
  switch (state) {
    case 'SUCCESS':
      return result?.status === 'partial' ? 'partial' : 'success';
    case 'FAILURE':
      return 'failure';
    case 'REVOKED':
      return 'revoked';
    // A task that was handed back has no error: it is not to blame.
    case 'RETRY':
      return error ? 'retry' : 'handed_back';
    default:
      return null;
  }
}

/** Whether a task that ended without an attempt was cancelled; otherwise its command had expired. */
export const wasCancelled = ({ error }: TaskState): boolean => error?.code === CANCELLED.code;
