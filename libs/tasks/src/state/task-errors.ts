import { TASK_ERROR_CODES, type TaskError, type TaskErrorCode } from '#rotunda/contracts';
import { redactText } from '#rotunda/runtime';

/**
 * The class of an error decides what a worker does after a failed attempt. Errors of other classes are retried, since
 * they may come from an outage elsewhere.
 */
export abstract class TaskFailure extends Error {
  /** Whether another attempt may succeed. */
  abstract readonly retryable: boolean;

  /** The code stored in the state: a class may be renamed, a code that clients read may not. */
  abstract override get name(): TaskErrorCode;
}

/** The command itself is invalid, so every attempt would fail. */
export class InvalidCommand extends TaskFailure {
  readonly retryable = false;

  override get name() {
    return TASK_ERROR_CODES.invalidCommand;
  }
}

export class SoftTimeLimitExceeded extends TaskFailure {
  readonly retryable = true;

  override get name() {
    return TASK_ERROR_CODES.softTimeLimit;
  }
}

export class TimeLimitExceeded extends TaskFailure {
  readonly retryable = false;

  override get name() {
    return TASK_ERROR_CODES.timeLimit;
  }
}

/** Too many workers of the task died. */
export class WorkerLost extends TaskFailure {
  readonly retryable = false;

  override get name() {
    return TASK_ERROR_CODES.workerLost;
  }
}

/** The reason of a running attempt's AbortSignal: why it must stop. */
export class StopAttempt extends Error {
  override readonly name = 'StopAttempt';

  constructor(readonly why: 'cancelled' | 'lost' | 'worker stops') {
    super(`the attempt was stopped: ${why}`);
  }
}

const LONGEST_MESSAGE = 2_048;
const LONGEST_STACK = 4_096;
const MOST_STACK_LINES = 20;

/** The error for the task's state, without secrets, cut if long. The message includes `cause`s: "fetch failed" alone helps nobody. */
export function describeError(error: unknown): TaskError {
  if (!(error instanceof Error)) return { code: 'Error', message: shortened(String(error)) };
  return {
    code: error.name,
    message: shortened(messageWithCauses(error)),
    ...(error.stack ? { stack: shortStack(error.stack) } : {}),
  };
}

function shortened(message: string): string {
  const text = redactText(message);
  return text.length > LONGEST_MESSAGE ? `${text.slice(0, LONGEST_MESSAGE)}… (cut)` : text;
}

/** Keeps the first lines, which show where the error came from. */
function shortStack(whole: string): string {
  const stack = redactText(whole);
  const lines = stack.split('\n');
  const first = lines.slice(0, MOST_STACK_LINES).join('\n').slice(0, LONGEST_STACK);
  return first.length < stack.length ? `${first}\n… (cut: ${lines.length} lines in all)` : stack;
}

function messageWithCauses(error: Error): string {
  const cause = error.cause instanceof Error ? messageWithCauses(error.cause) : '';
  return cause && !error.message.includes(cause) ? `${error.message} (${cause})` : error.message;
}

export const isRetryable = (error: unknown): boolean => !(error instanceof TaskFailure) || error.retryable;
