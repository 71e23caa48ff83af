import { taskLog } from '#rotunda/tasks';
import { LayoutChanged, orAborted, SiteBlocked, Turns } from '#rotunda/scraping';
import type { SenateSettings } from '../config.js';
import { agreementFields } from './agreement.js';
import type { PageAnswer, PageFetcher, PageRequest } from './page-fetcher.js';
import { BrowserUnavailable, SessionLost } from './senate-errors.js';
import { requireAcceptedTerms } from './terms.js';

const HOME = '/search/home/';
const SEARCH = '/search/';
const SEARCH_DATA = '/search/report/data/';

type SiteRequest = Omit<PageRequest, 'url' | 'referer'> & { path: string; referer?: string };

/**
 * Our session with the site. It accepts the agreement, again when the site has lost the session, and remembers the way
 * of fetching that works: once plain HTTP is blocked, it uses a browser. Requests of several tasks take turns.
 */
export class SenateSession {
  private readonly turns = new Turns();
  private readonly closing = new AbortController();
  private fetcher: PageFetcher;
  private isOpen = false;
  private isWorn = false;

  /** @param ways in the order in which they are tried; each is used where the one before is blocked */
  constructor(
    private readonly ways: readonly PageFetcher[],
    private readonly settings: Pick<SenateSettings, 'SENATE_BASE_URL' | 'ROTUNDA_ACCEPT_TERMS'>,
  ) {
    this.fetcher = ways[0]!;
  }

  /** The way of fetching in use. */
  get way(): PageFetcher['name'] {
    return this.fetcher.name;
  }

  /** Begins a task's use of the session. @throws TermsNotAccepted before any request to the site */
  async begin(signal: AbortSignal): Promise<void> {
    requireAcceptedTerms(this.settings);
    await this.turns.take(AbortSignal.any([signal, this.closing.signal]), async () => {
      if (this.isWorn) await this.end();
    });
  }

  /**
   * Lets the next task begin with a new session, as a browser leaks memory, and a blocked way may be open again. Not at
   * once: another task may be using this one.
   */
  recycle(): void {
    this.isWorn = true;
  }

  /** Requests the search form, a visitor's entry page. @throws LayoutChanged where it is another page */
  async entryPage(signal: AbortSignal): Promise<void> {
    const answer = await this.ask({ path: SEARCH, signal }, ({ pageKind }) => pageKind === 'search');
    if (answer.pageKind !== 'search') throw new LayoutChanged(`${answer.url} is not the report search any more.`);
  }

  /** Requests a page of the search's results. */
  search(fields: Record<string, string>, signal: AbortSignal): Promise<PageAnswer> {
    return this.ask({ path: SEARCH_DATA, referer: SEARCH, form: { fields, isAjax: true }, signal });
  }

  /** Requests a report's page; null where it does not exist (yet). */
  async report(path: string, signal: AbortSignal): Promise<PageAnswer | null> {
    const answer = await this.ask({ path, referer: SEARCH, mayBeMissing: true, signal });
    return answer.status === 404 ? null : answer;
  }

  /** Requests a picture, which needs no session; null where it does not exist (yet). */
  async picture(url: string, signal: AbortSignal): Promise<PageAnswer | null> {
    const request = { url, mayBeMissing: true, accept: 'image/' };
    const answer = await this.inTurn(signal, (inTurn) => this.fetcher.send({ ...request, signal: inTurn }));
    return answer.status === 404 ? null : answer;
  }

  /** Aborts the current request and all later ones; may be called twice. */
  async close(): Promise<void> {
    this.closing.abort(new Error('The session with the site is closed.'));
    await this.turns.take(new AbortController().signal, () => this.end());
  }

  /** @param isInPlace whether this is the requested answer, though it looks like a lost session */
  private ask(siteRequest: SiteRequest, isInPlace: (answer: PageAnswer) => boolean = () => false): Promise<PageAnswer> {
    return this.inTurn(siteRequest.signal, async (signal) => {
      const request = { ...siteRequest, signal };
      if (!this.isOpen) await this.open(signal);
      const first = await this.send(request);
      if (isInPlace(first) || !isOfLostSession(first)) return first;
      taskLog().warn('The site has lost our session; accepting its agreement again.');
      await this.open(signal);
      const second = await this.send(request);
      if (isInPlace(second) || !isOfLostSession(second)) return second;
      throw new SessionLost(`The site lost our session twice, the second time on ${request.path}.`);
    });
  }

  private inTurn<T>(taskSignal: AbortSignal, ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
    requireAcceptedTerms(this.settings);
    const signal = AbortSignal.any([taskSignal, this.closing.signal]);
    return this.turns.take(signal, async () => {
      for (;;) {
        try {
          return await ask(signal);
        } catch (error) {
          await this.takeNextWay(error);
        }
      }
    });
  }

  /** @throws the error itself, unless it is a block and another way is left */
  private async takeNextWay(error: unknown): Promise<void> {
    const next = this.ways[this.ways.indexOf(this.fetcher) + 1];
    if (error instanceof BrowserUnavailable && this.ways.length > 1) {
      await this.end();
      throw new SiteBlocked('The site blocks plain HTTP, and no browser is available.', { cause: error });
    }
    if (!(error instanceof SiteBlocked) || !next) throw error;
    taskLog().warn(`${error.message} Now using ${next.name}.`);
    await this.fetcher.close();
    this.fetcher = next;
    this.isOpen = false;
  }

  /**
   * Accepts the agreement as a visitor does: opens the page with the form, posts it, opens the search that it leads to.
   */
  private async open(signal: AbortSignal): Promise<void> {
    this.isOpen = false;
    await orAborted(this.fetcher.forget(), signal);
    const home = await this.send({ path: HOME, signal });
    if (home.pageKind !== 'agreement') throw unexpected(home, 'the agreement');
    const form = { fields: agreementFields(home), isAjax: false };
    const accepted = await this.send({ path: HOME, referer: HOME, form, signal });
    if (!accepted.isRedirected) throw unexpected(accepted, 'a redirect to the search');
    const search = await this.send({ path: SEARCH, referer: HOME, signal });
    if (search.pageKind !== 'search') throw unexpected(search, 'the search');
    this.isOpen = true;
    taskLog().log(`Accepted the site's agreement, using ${this.way}.`);
  }

  private send({ path, referer, ...request }: SiteRequest): Promise<PageAnswer> {
    return this.fetcher.send({ ...request, url: this.urlOf(path), ...(referer && { referer: this.urlOf(referer) }) });
  }

  private urlOf(path: string): string {
    return new URL(path, this.settings.SENATE_BASE_URL).href;
  }

  private async end(): Promise<void> {
    for (const way of this.ways) await way.close();
    this.fetcher = this.ways[0]!;
    this.isOpen = false;
    this.isWorn = false;
  }
}

/**
 * Signs of a lost session: a 302 to the home page, Django's 403 for a token that matches no cookie, or 200 with the
 * agreement or the search in place of the requested page.
 */
const isOfLostSession = ({ isRedirected, status, pageKind }: PageAnswer): boolean =>
  isRedirected || status === 403 || pageKind === 'agreement' || pageKind === 'search';

const unexpected = (answer: PageAnswer, expected: string): Error =>
  isOfLostSession(answer)
    ? new SessionLost(`The site does not keep our session: ${answer.url} did not return ${expected}.`)
    : new LayoutChanged(`${answer.url} did not return ${expected} but a page recognised as ${answer.pageKind}.`);
