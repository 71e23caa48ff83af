import { TASK_ERROR_CODES, type TaskError, type TaskErrorCode } from '#rotunda/contracts';

/**
 * What a worker does about a failed attempt is decided by the error's class. An error of any other class is retried: it
 * may be an outage of something outside.
 */
export abstract class TaskFailure extends Error {
  /** Whether another attempt may fare better. */
  abstract readonly retryable: boolean;

  /** The code that the state keeps: a class may be renamed, what clients read may not. */
  abstract override get name(): TaskErrorCode;
}

/** The command itself is wrong; no attempt will change that. */
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

/** Its workers died again and again. */
export class WorkerLost extends TaskFailure {
  readonly retryable = false;

  override get name() {
    return TASK_ERROR_CODES.workerLost;
  }
}

/** Why a running attempt was told to stop: the reason of its AbortSignal. */
export class StopAttempt extends Error {
  override readonly name = 'StopAttempt';

  constructor(readonly why: 'cancelled' | 'lost' | 'worker stops') {
    super(`the attempt was stopped: ${why}`);
  }
}

const LONGEST_MESSAGE = 2_048;
const LONGEST_STACK = 4_096;
const MOST_STACK_LINES = 20;

/** The error as the task's state keeps it, of a bounded length. `cause`s are part of the message: "fetch failed" alone helps nobody. */
export function describeError(error: unknown): TaskError {
  if (!(error instanceof Error)) return { code: 'Error', message: shortened(String(error)) };
  return {
    code: error.name,
    message: shortened(messageWithCauses(error)),
    ...(error.stack ? { stack: shortStack(error.stack) } : {}),
  };
}

const shortened = (text: string): string =>
  text.length > LONGEST_MESSAGE ? `${text.slice(0, LONGEST_MESSAGE)}… (cut)` : text;

/** Where it came from stands on the first lines. */
function shortStack(stack: string): string {
  const lines = stack.split('\n');
  const first = lines.slice(0, MOST_STACK_LINES).join('\n').slice(0, LONGEST_STACK);
  return first.length < stack.length ? `${first}\n… (cut: ${lines.length} lines in all)` : stack;
}

function messageWithCauses(error: Error): string {
  const cause = error.cause instanceof Error ? messageWithCauses(error.cause) : '';
  return cause && !error.message.includes(cause) ? `${error.message} (${cause})` : error.message;
}

export const isRetryable = (error: unknown): boolean => !(error instanceof TaskFailure) || error.retryable;
