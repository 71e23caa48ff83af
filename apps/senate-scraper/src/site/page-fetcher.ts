import { type HttpAnswer, mediaTypeOf, Refusal, refusalOf, SiteBlocked, SiteUnavailable } from '#rotunda/scraping';
import { type PageKind, recognisePage } from '../parse/page/recognise-page.js';

export interface PageRequest {
  url: string;
  signal: AbortSignal;
  /** The page that a visitor would come from: Django refuses a POST without one. */
  referer?: string;
  /** Fields to POST; `isAjax`: as the page's own script sends them, with the CSRF cookie's value in a header. */
  form?: { fields: Record<string, string>; isAjax: boolean };
  /** A 404 is an answer: listed, and not there yet. Anything else that is not there is the site's trouble. */
  mayBeMissing?: boolean;
  /** What the media type must begin with; a web page in place of a picture is a refusal that says 200. */
  accept?: string;
}

export interface PageAnswer extends HttpAnswer {
  /** The site led elsewhere than asked; the body, if any, is that of the other page. */
  isRedirected: boolean;
  /** Null for what is no web page. */
  pageKind: PageKind | null;
}

/**
 * A way to ask the Senate's site, with cookies of its own: plain HTTP, or a browser. Both ask politely, and both take
 * refusals, maintenance and broken answers for failed tries.
 */
export interface PageFetcher {
  readonly name: 'http' | 'browser';
  /** @throws SiteUnavailable, SiteBlocked, BrowserUnavailable, or the signal's reason */
  send(request: PageRequest): Promise<PageAnswer>;
  /** Forgets all cookies. */
  forget(): Promise<void>;
  /** Ends what runs outside of this process; may be called twice, and `send` starts it again. */
  close(): Promise<void>;
}

export const CSRF_COOKIE = 'csrftoken';

/** Of Django's page for a POST whose cookie and token do not fit: a session is lost, nobody is refused. */
const CSRF_FAILURE = 'CSRF verification failed';

/**
 * Says what kind of page came.
 *
 * @throws Refusal where the answer is a block, a challenge, maintenance or an error: never an answer to the question
 */
export function recogniseAnswer(answer: HttpAnswer & { isRedirected: boolean }, request: PageRequest): PageAnswer {
  const { url, status } = answer;
  const mediaType = mediaTypeOf(answer.headers);
  const html = mediaType === 'text/html' ? new TextDecoder().decode(answer.bytes) : null;
  const pageKind = html === null ? null : recognisePage(html);
  if (status === 403 && html?.includes(CSRF_FAILURE)) return { ...answer, pageKind };
  if (pageKind === 'challenge' && status !== 429 && status < 500) {
    throw new Refusal(new SiteBlocked(`${url} answered ${status} with the page of a bot manager.`));
  }
  if (pageKind === 'maintenance' && (status === 200 || html?.toLowerCase().includes('maintenance'))) {
    throw new Refusal(new SiteUnavailable(`${url} answered ${status} with a maintenance page.`, { isRefusal: true }));
  }
  if (status === 200 && request.accept && !mediaType.startsWith(request.accept)) {
    throw new Refusal(new SiteBlocked(`${url} answered with ${mediaType} in place of ${request.accept}*.`));
  }
  const isAnswer = answer.isRedirected || status === 200 || (status === 404 && request.mayBeMissing);
  if (!isAnswer) throw refusalOf(answer);
  return { ...answer, pageKind };
}
