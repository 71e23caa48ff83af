import { type HttpAnswer, mediaTypeOf, FailedTry, failedTry, SiteBlocked, SiteUnavailable } from '#rotunda/scraping';
import { type PageKind, recognisePage } from '../parse/page/recognise-page.js';

export interface PageRequest {
  url: string;
  signal: AbortSignal;
  /** The page that a visitor would come from. Django refuses a POST without one. */
  referer?: string;
  /** Fields to POST; `isAjax`: as the page's script sends them, with the CSRF cookie's value in a header. */
  form?: { fields: Record<string, string>; isAjax: boolean };
  /** A 404 is a valid answer: the document is listed but not there yet. Elsewhere a 404 is a fault of the site. */
  mayBeMissing?: boolean;
  /** The expected start of the media type. A web page in place of a picture is a block with status 200. */
  accept?: string;
}

export interface PageAnswer extends HttpAnswer {
  /** The site redirected the request; the body, if any, belongs to the other page. */
  isRedirected: boolean;
  /** Null where the answer is not a web page. */
  pageKind: PageKind | null;
}

/**
 * A way to fetch from the Senate's site, with its own cookies: plain HTTP, or a browser. Both keep the courtesy
 * interval, and both count blocks, maintenance and broken answers as failed tries.
 */
export interface PageFetcher {
  readonly name: 'http' | 'browser';
  /** @throws SiteUnavailable, SiteBlocked, BrowserUnavailable, or the signal's reason */
  send(request: PageRequest): Promise<PageAnswer>;
  /** Forgets all cookies. */
  forget(): Promise<void>;
  /** Ends its child processes. May be called twice; `send` starts them again. */
  close(): Promise<void>;
}

export const CSRF_COOKIE = 'csrftoken';

/** Text of Django's page for a POST whose cookie and token do not match: the session is lost, this is not a block. */
const CSRF_FAILURE = 'CSRF verification failed';

/**
 * Determines the kind of the page.
 *
 * @throws FailedTry for a block, a challenge, maintenance or an error
 */
export function recogniseAnswer(answer: HttpAnswer & { isRedirected: boolean }, request: PageRequest): PageAnswer {
  const { url, status } = answer;
  const mediaType = mediaTypeOf(answer.headers);
  const html = mediaType === 'text/html' ? new TextDecoder().decode(answer.bytes) : null;
  const pageKind = html === null ? null : recognisePage(html);
  if (status === 403 && html?.includes(CSRF_FAILURE)) return { ...answer, pageKind };
  if (pageKind === 'challenge' && status !== 429 && status < 500) {
    throw new FailedTry(new SiteBlocked(`${url} answered ${status} with a bot manager's page.`));
  }
  if (pageKind === 'maintenance' && (status === 200 || html?.toLowerCase().includes('maintenance'))) {
    throw new FailedTry(new SiteUnavailable(`${url} answered ${status} with a maintenance page.`, { isRefusal: true }));
  }
  if (status === 200 && request.accept && !mediaType.startsWith(request.accept)) {
    throw new FailedTry(new SiteBlocked(`${url} answered with ${mediaType} in place of ${request.accept}*.`));
  }
  const isAnswer = answer.isRedirected || status === 200 || (status === 404 && request.mayBeMissing);
  if (!isAnswer) throw failedTry(answer);
  return { ...answer, pageKind };
}
