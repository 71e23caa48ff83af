import {
  type Courtesy,
  type Exchange,
  noteAnswer,
  orAborted,
  recordExchange,
  FailedTry,
  SiteUnavailable,
  redirectElsewhere,
  tooLarge,
} from '#rotunda/scraping';
import { SoftTimeLimitExceeded } from '#rotunda/tasks';
import type { Page, Response } from 'playwright';
import type { SenateSettings } from '../config.js';
import { launchChromium, type OpenChromium, type OpenedChromium } from './chromium.js';
import { takePicture } from './page-picture.js';
import { CSRF_COOKIE, type PageAnswer, type PageFetcher, type PageRequest, recogniseAnswer } from './page-fetcher.js';

type RawAnswer = Omit<PageAnswer, 'pageKind'>;

const TAB_CLOSES_WITHIN_MS = 1_000;
const BROWSER_CLOSES_WITHIN_MS = 5_000;

/**
 * Fetches with a Chromium: it navigates to pages and pictures, and posts forms with the page's own fetch. One tab per
 * host. A challenge page stays open until the next try, so that its script can run.
 */
export class BrowserFetcher implements PageFetcher {
  readonly name = 'browser';
  private opening: Promise<OpenedChromium> | null = null;
  private readonly tabs = new Map<string, Page>();
  /** The last exchange of each tab. */
  private readonly shown = new WeakMap<Page, Exchange>();
  private readonly hosts: ReadonlySet<string>;

  constructor(
    private readonly courtesy: Courtesy,
    private readonly settings: SenateSettings,
    private readonly openChromium: OpenChromium = launchChromium,
  ) {
    this.hosts = new Set([settings.SENATE_BASE_URL, settings.SENATE_MEDIA_URL].map((url) => new URL(url).host));
  }

  send(request: PageRequest): Promise<PageAnswer> {
    return this.courtesy.ask(request.signal, (signal) =>
      recordExchange({ url: request.url, method: request.form ? 'POST' : 'GET' }, (seen) =>
        this.ask({ ...request, signal }, request.signal, seen),
      ),
    );
  }

  async forget(): Promise<void> {
    if (this.opening) await (await this.opening).context.clearCookies();
  }

  async close(): Promise<void> {
    const { opening } = this;
    this.opening = null;
    this.tabs.clear();
    // If the browser failed to start, that was already reported and there is nothing to close. If it hangs, Playwright
    // or the end of our process kills it. Don't wait for that.
    const closing = opening?.then(({ browser }) => browser.close());
    await Promise.allSettled([orAborted(closing ?? Promise.resolve(), AbortSignal.timeout(BROWSER_CLOSES_WITHIN_MS))]);
  }

  /** @param given the task's own signal; the signal of `request` also ends with the time limit of its turn */
  private async ask(request: PageRequest, given: AbortSignal, seen: Exchange): Promise<PageAnswer> {
    const { origin } = new URL(request.url);
    const tab = await orAborted(this.tab(origin), request.signal);
    this.shown.set(tab, seen);
    seen.picture = () => this.pictureOf(tab, seen);
    try {
      return recogniseAnswer(await orAborted(this.visit(tab, request, seen), request.signal), request);
    } catch (error) {
      // Take it now: the next request uses the same tab.
      await this.keepPicture(tab, seen, given);
      if (error instanceof FailedTry || error instanceof SiteUnavailable) throw error;
      // Aborted, cut off, crashed or hung. Closing the tab also ends what it was loading.
      await this.closeTab(tab);
      throw new FailedTry(new SiteUnavailable(`The browser could not load ${request.url}.`, { cause: error }));
    }
  }

  private async visit(tab: Page, request: PageRequest, seen: Exchange): Promise<RawAnswer> {
    const answer = await (request.form ? this.post(tab, request, request.form) : this.navigate(tab, request, seen));
    const { status, headers, bytes } = answer;
    noteAnswer(seen, { status, headers, bytes });
    return answer;
  }

  private async navigate(tab: Page, { url, referer, signal }: PageRequest, seen: Exchange): Promise<RawAnswer> {
    let latest: Response | undefined;
    let refusal: FailedTry | null = null;
    const note = (response: Response): void => {
      latest = response;
      if (!response.request().isNavigationRequest()) return;
      const { status, headers } = rawAnswer(url, response, seen.bytes);
      Object.assign(seen, { status, headers });
      refusal ??= redirectElsewhere(response.url(), { status, headers });
    };
    tab.on('response', note);
    try {
      const response = await tab.goto(url, { waitUntil: 'commit', ...(referer && { referer }) });
      if (refusal) throw refusal;
      if (!response) throw new Error('The navigation returned no response.');
      return await this.readAnswer(url, response);
    } catch (error) {
      // Chromium finds no such host: `onlyHosts`.
      if (refusal) throw refusal;
      if (!latest || !isErrorWithoutPage(error)) throw error;
      await this.keepPicture(tab, seen, signal);
      await this.closeTab(tab);
      return rawAnswer(url, latest, Buffer.alloc(0));
    } finally {
      tab.off('response', note);
    }
  }

  /** Waits for the last byte: Playwright has no body for an answer that breaks off. */
  private async readAnswer(url: string, response: Response): Promise<RawAnswer> {
    this.checkSize(url, Number((await response.headerValue('content-length')) ?? 0));
    const bytes = await response.body();
    this.checkSize(url, bytes.length);
    return rawAnswer(url, response, bytes);
  }

  private async post(
    tab: Page,
    { url, referer }: PageRequest,
    { fields, isAjax }: NonNullable<PageRequest['form']>,
  ): Promise<RawAnswer> {
    const { origin } = new URL(url);
    // A new tab has no origin yet, and fetch only asks its own site.
    if (new URL(tab.url()).origin !== origin) await tab.goto(referer ?? origin, { waitUntil: 'commit' });
    const headers = isAjax
      ? { 'x-csrftoken': await this.csrfToken(url), 'x-requested-with': 'XMLHttpRequest' }
      : undefined;
    const answer = await tab.evaluate(fetchInPage, { url, fields, headers, referrer: referer });
    const bytes = Buffer.from(answer.text);
    this.checkSize(url, bytes.length);
    return {
      url,
      status: answer.status,
      headers: new Headers(answer.headers),
      bytes,
      answeredAt: new Date(),
      isRedirected: answer.isRedirected,
    };
  }

  private checkSize(url: string, bytes: number): void {
    if (bytes > this.settings.SITE_MAX_BYTES) throw tooLarge(url, this.settings.SITE_MAX_BYTES);
  }

  /** Null once the tab shows something else. */
  private async pictureOf(tab: Page, seen: Exchange): Promise<Uint8Array | null> {
    return this.shown.get(tab) === seen ? takePicture(tab) : null;
  }

  private async keepPicture(tab: Page, seen: Exchange, signal: AbortSignal): Promise<void> {
    if (tab.isClosed() || (signal.aborted && !isTimeUp(signal.reason))) return;
    const taking = takePicture(tab);
    const [taken] = await Promise.allSettled([signal.aborted ? taking : orAborted(taking, signal)]);
    seen.picture = () => Promise.resolve(taken.status === 'fulfilled' ? taken.value : null);
  }

  private async csrfToken(url: string): Promise<string> {
    const cookies = await (await this.open()).context.cookies(url);
    return cookies.find(({ name }) => name === CSRF_COOKIE)?.value ?? '';
  }

  private async tab(origin: string): Promise<Page> {
    const { context } = await this.open();
    const known = this.tabs.get(origin);
    if (known && !known.isClosed()) return known;
    const tab = await context.newPage();
    this.tabs.set(origin, tab);
    return tab;
  }

  /**
   * The next request to its host opens a new one. Where a tab is just committing a navigation, Chromium may report it
   * as closed and leave it open; Playwright would wait forever (https://crbug.com/536385539). In that case, and where
   * the whole browser hangs, the browser is given up without waiting for its end.
   */
  private async closeTab(tab: Page): Promise<void> {
    for (const [origin, known] of this.tabs) if (known === tab) this.tabs.delete(origin);
    const [closed] = await Promise.allSettled([orAborted(tab.close(), AbortSignal.timeout(TAB_CLOSES_WITHIN_MS))]);
    if (closed.status === 'rejected') void Promise.allSettled([this.close()]);
  }

  private async open(): Promise<OpenedChromium> {
    if (this.opening && !(await this.opening).browser.isConnected()) await this.close();
    this.opening ??= this.openChromium(this.hosts, this.settings);
    try {
      return await this.opening;
    } catch (error) {
      this.opening = null;
      throw error;
    }
  }
}

/** Runs in the page. A redirect is reported and not followed, as with plain HTTP; its cookies are kept. */
async function fetchInPage(request: {
  url: string;
  fields: Record<string, string>;
  headers: Record<string, string> | undefined;
  referrer: string | undefined;
}) {
  const response = await fetch(request.url, {
    method: 'POST',
    body: new URLSearchParams(request.fields),
    redirect: 'manual',
    ...(request.headers && { headers: request.headers }),
    ...(request.referrer && { referrer: request.referrer }),
  });
  return {
    status: response.status,
    isRedirected: response.type === 'opaqueredirect',
    headers: [...response.headers] as [string, string][],
    text: await response.text(),
  };
}

function rawAnswer(url: string, response: Response, bytes: Uint8Array): RawAnswer {
  // Without the cookies: the browser keeps them by itself, and several of them do not fit into one header.
  const headers = new Headers(Object.entries(response.headers()).filter(([name]) => name !== 'set-cookie'));
  const isRedirected = response.request().redirectedFrom() !== null;
  return { url, status: response.status(), headers, bytes, answeredAt: new Date(), isRedirected };
}

/** A cancelled task, or a worker that stops, does not wait for a picture. */
const isTimeUp = (reason: unknown): boolean =>
  reason instanceof SoftTimeLimitExceeded || (reason instanceof Error && reason.name === 'TimeoutError');

/** For an error status without a body Chromium shows a page of its own and reports the navigation as failed. */
const isErrorWithoutPage = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('net::ERR_HTTP_RESPONSE_CODE_FAILURE');
