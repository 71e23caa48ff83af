import { STATUS_CODES } from 'node:http';
import type { Exchange } from './last-exchange.js';

/** How a request without an answer ended. `cancelled`: its task was stopped. */
export const FAILED_REQUESTS = ['timeout', 'refused', 'cancelled', 'error'] as const;

/**
 * The status of a request as one of some 70 values: that of the answer, even if the answer broke off; an unknown one by
 * its class, e.g. `5xx`; or how the request failed.
 */
export function requestStatus({ status }: Pick<Exchange, 'status'>, error: unknown): string {
  const causes = causesOf(error);
  if (causes.some(({ name }) => name === 'TimeoutError')) return 'timeout';
  if (status !== null) return status in STATUS_CODES ? String(status) : `${Math.trunc(status / 100)}xx`;
  if (causes.some(isRefused)) return 'refused';
  return causes.some(({ name }) => STOPS.has(name)) ? 'cancelled' : 'error';
}

const STOPS: ReadonlySet<string> = new Set(['AbortError', 'StopAttempt', 'SoftTimeLimitExceeded']);

/** The second is Chromium's. */
const isRefused = (error: Error): boolean =>
  ('code' in error && error.code === 'ECONNREFUSED') || error.message.includes('ERR_CONNECTION_REFUSED');

/** The error, and what it was caused by. */
function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  for (let cause = error; cause instanceof Error && !causes.includes(cause); cause = cause.cause) causes.push(cause);
  return causes;
}
