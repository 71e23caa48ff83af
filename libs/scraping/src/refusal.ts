import { STATUS_CODES } from 'node:http';
import { SiteBlocked, SiteUnavailable } from './site-errors.js';

const LONGEST_RETRY_AFTER_MS = 60_000;

/** A try that failed; another one may do better. */
export class Refusal extends Error {
  constructor(
    readonly siteError: SiteUnavailable | SiteBlocked,
    readonly retryAfterMs: number | null = null,
  ) {
    super(siteError.message, { cause: siteError });
  }
}

/** What a status other than that of an answer says. */
export function refusalOf({ url, status, headers }: { url: string; status: number; headers: Headers }): Refusal {
  const answer = `${url} answered ${status} ${STATUS_CODES[status] ?? ''}`.trimEnd();
  if (status === 403) return new Refusal(new SiteBlocked(`${answer}: the site refuses us.`));
  const isRefusal = status === 429 || status >= 500;
  return new Refusal(new SiteUnavailable(`${answer}.`, { isRefusal }), retryAfterMs(headers.get('retry-after')));
}

/** RFC 9110: seconds or an HTTP date. */
function retryAfterMs(header: string | null): number | null {
  if (!header) return null;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), LONGEST_RETRY_AFTER_MS);
}
