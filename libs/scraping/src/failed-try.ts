import { STATUS_CODES } from 'node:http';
import { SiteBlocked, SiteUnavailable } from './site-errors.js';

/** A longer `Retry-After` counts as this: for longer refusals there is the breaker. */
export const LONGEST_RETRY_AFTER_MS = 60_000;

/** A try that failed; a retry may succeed. */
export class FailedTry extends Error {
  constructor(
    readonly siteError: SiteUnavailable | SiteBlocked,
    readonly retryAfterMs: number | null = null,
  ) {
    super(siteError.message, { cause: siteError });
  }
}

/** The pause that the site asked for, from the error of a request; 0 for none. */
export const restAskedForIn = (error: unknown): number => (error instanceof FailedTry ? (error.retryAfterMs ?? 0) : 0);

/** The failed try for a status that is not that of an answer. */
export function failedTry({
  url,
  status,
  headers,
  answeredAt,
}: {
  url: string;
  status: number;
  headers: Headers;
  answeredAt: Date;
}): FailedTry {
  const answer = `${url} answered ${status} ${STATUS_CODES[status] ?? ''}`.trimEnd();
  if (status === 403) return new FailedTry(new SiteBlocked(`${answer}: the site refuses us.`));
  const isRefusal = status === 429 || status >= 500;
  return new FailedTry(
    new SiteUnavailable(`${answer}.`, { isRefusal }),
    retryAfterMs(headers.get('retry-after'), answeredAt),
  );
}

/** RFC 9110: seconds or an HTTP date. */
function retryAfterMs(header: string | null, answeredAt: Date): number | null {
  if (!header) return null;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - answeredAt.getTime();
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), LONGEST_RETRY_AFTER_MS);
}
