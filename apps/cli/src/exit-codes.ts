import { CommanderError } from 'commander';
import { ApiError, NoAnswerError } from './api/api-error.js';

/** What the exit code of a verb says. Scripts rely on the numbers, and with `--json` on the names. */
export const EXIT_CODES = {
  done: 0,
  /** The result is negative (a task failed, something is unhealthy), or an error that no other code names. */
  failed: 1,
  usage: 2,
  no_answer: 3,
  refused: 4,
  not_found: 5,
  /** What was waited for did not end in time; it goes on. */
  timeout: 6,
  interrupted: 130,
} as const;

/** Why a verb failed; printed as a line, or as JSON with `--json`. */
export interface Failure {
  code: keyof typeof EXIT_CODES;
  message: string;
  /** Of the gateway's answer. */
  status?: number;
}

/** The words that were typed don't go together, in a way that commander does not know of. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Tasks that were waited for have not ended within the time that was given. */
export class WaitTimeoutError extends Error {
  override readonly name = 'WaitTimeoutError';

  constructor(open: readonly string[], timeoutMs: number) {
    super(`not ended within ${timeoutMs / 1_000} s, and going on: ${open.join(', ')}`);
  }
}

/** Null where nothing failed: commander throws after it has shown a help that was asked for. */
export function failureOf(error: unknown): Failure | null {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? null : { code: 'usage', message: error.message.replace(/^error: /, '') };
  }
  if (error instanceof UsageError) return { code: 'usage', message: error.message };
  if (error instanceof WaitTimeoutError) return { code: 'timeout', message: error.message };
  if (error instanceof NoAnswerError) return { code: 'no_answer', message: error.message };
  if (error instanceof ApiError) {
    return { code: API_CODES[error.status] ?? 'failed', message: error.message, status: error.status };
  }
  return { code: 'failed', message: error instanceof Error ? error.message : String(error) };
}

const API_CODES: Record<number, Failure['code']> = {
  // What was typed has a value that only the gateway could see to be wrong.
  ...{ 400: 'usage', 422: 'usage' },
  ...{ 401: 'refused', 403: 'refused' },
  404: 'not_found',
};
