import type { FetchedDocument } from '#rotunda/persistence';
import { Courtesy } from './courtesy.js';
import { documentOf, exchange, mediaTypeOf } from './http-exchange.js';
import { FailedTry, failedTry } from '../failed-try.js';
import type { RequestBudget } from '../budget/request-budget.js';
import type { SiteSettings } from '../settings.js';
import { SiteBlocked } from '../site-errors.js';

export type Answer = { kind: 'fetched'; document: FetchedDocument } | { kind: 'not modified' } | { kind: 'not found' };

export interface Request {
  signal: AbortSignal;
  /** The expected media types. A web page in place of a document is a block with status 200. */
  accept: readonly string[];
  /** The version known already: the site answers "not modified" if it has not changed. */
  known?: { etag: string | null; lastModified: string | null };
}

/** Fetches documents politely from a site that needs no session. Requests only the site's own host. */
export class PoliteFetch {
  private readonly courtesy: Courtesy;

  constructor(
    private readonly baseUrl: string,
    budget: RequestBudget,
    private readonly settings: SiteSettings,
  ) {
    this.courtesy = new Courtesy(budget, settings);
  }

  urlOf(path: string): string {
    return new URL(path, this.baseUrl).href;
  }

  /** @throws SiteUnavailable, SiteBlocked, or the signal's reason */
  get(path: string, request: Request): Promise<Answer> {
    return this.courtesy.ask(request.signal, (signal) => this.ask(this.urlOf(path), { ...request, signal }));
  }

  private async ask(url: string, { signal, accept, known }: Request): Promise<Answer> {
    const answer = await exchange(url, { signal, headers: conditions(known) }, this.settings);
    if (answer.status === 304) return { kind: 'not modified' };
    if (answer.status === 404) return { kind: 'not found' };
    if (answer.status !== 200) throw failedTry(answer);
    const mediaType = mediaTypeOf(answer.headers);
    if (mediaType === 'text/html' && !accept.includes(mediaType)) {
      throw new FailedTry(new SiteBlocked(`${url} answered with a web page in place of ${accept.join(' or ')}.`));
    }
    return { kind: 'fetched', document: documentOf(answer) };
  }
}

function conditions(known: Request['known']): Record<string, string> {
  return {
    ...(known?.etag && { 'if-none-match': known.etag }),
    ...(known?.lastModified && { 'if-modified-since': known.lastModified }),
  };
}
