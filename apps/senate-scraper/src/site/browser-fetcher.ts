import {
  beginExchange,
  type Courtesy,
  type Exchange,
  orAborted,
  Refusal,
  SiteUnavailable,
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
 * Asks with a Chromium: pages and pictures by navigating to them, forms by the page's own fetch. A tab for each host. A
 * challenge page stays open until the next try, so that its script may do what the site wants of a browser.
 */
export class BrowserFetcher implements PageFetcher {
  readonly name = 'browser';
  private opening: Promise<OpenedChromium> | null = null;
  private readonly tabs = new Map<string, Page>();
  /** What each tab was asked for last. */
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
    return this.courtesy.ask(request.signal, (signal) => this.ask({ ...request, signal }, request.signal));
  }

  async forget(): Promise<void> {
    if (this.opening) await (await this.opening).context.clearCookies();
  }

  async close(): Promise<void> {
    const { opening } = this;
    this.opening = null;
    this.tabs.clear();
    // One that did not start has told so already, and has left nothing to close. One that hangs is killed by Playwright
    // after a while, or with our process; nobody waits for that.
    const closing = opening?.then(({ browser }) => browser.close());
    await Promise.allSettled([orAborted(closing ?? Promise.resolve(), AbortSignal.timeout(BROWSER_CLOSES_WITHIN_MS))]);
  }

  /** @param given the task's own signal: `request` has that of its turn, which ends with the time limit, too */
  private async ask(request: PageRequest, given: AbortSignal): Promise<PageAnswer> {
    const seen = beginExchange(request.url);
    const { origin } = new URL(request.url);
    const tab = await orAborted(this.tab(origin), request.signal);
    this.shown.set(tab, seen);
    seen.picture = () => this.pictureOf(tab, seen);
    try {
      return recogniseAnswer(await orAborted(this.visit(tab, request, seen), request.signal), request);
    } catch (error) {
      // Now: the tab goes to whoever asks next.
      await this.keepPicture(tab, seen, given);
      if (error instanceof Refusal || error instanceof SiteUnavailable) throw error;
      // Given up, broken off, crashed or hung. Closing the tab also ends what it was loading.
      await this.closeTab(tab);
      throw new Refusal(new SiteUnavailable(`The browser could not load ${request.url}.`, { cause: error }));
    }
  }

  private async visit(tab: Page, request: PageRequest, seen: Exchange): Promise<RawAnswer> {
    const answer = await (request.form ? this.post(tab, request, request.form) : this.navigate(tab, request, seen));
    const { status, headers, bytes } = answer;
    Object.assign(seen, { status, headers, bytes });
    return answer;
  }

  private async navigate(tab: Page, { url, referer, signal }: PageRequest, seen: Exchange): Promise<RawAnswer> {
    let latest: Response | undefined;
    const note = (response: Response): void => {
      latest = response;
      if (!response.request().isNavigationRequest()) return;
      const { status, headers } = rawAnswer(url, response, seen.bytes);
      Object.assign(seen, { status, headers });
    };
    tab.on('response', note);
    try {
      const response = await tab.goto(url, { waitUntil: 'commit', ...(referer && { referer }) });
      if (!response) throw new Error('The navigation gave no answer.');
      return await this.readAnswer(url, response);
    } catch (error) {
      if (!latest || !isErrorWithoutPage(error)) throw error;
      await this.keepPicture(tab, seen, signal);
      await this.closeTab(tab);
      return rawAnswer(url, latest, Buffer.alloc(0));
    } finally {
      tab.off('response', note);
    }
  }

  /** Waits for the last byte: one that breaks off has no body for Playwright. */
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
    // A new tab belongs to nobody yet, and fetch asks its own site alone.
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

  /** Null once the tab was asked for something else. */
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
   * The next request to its host gets a new one. Chromium may say that it closes a tab that is just committing a
   * navigation, and leave it open; Playwright would wait for ever (https://crbug.com/536385539). Then, and where the
   * browser hangs altogether, all of it is given up; nobody waits for its end.
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

/** Runs in the page. A redirect shows as such and is not followed, as with plain HTTP; its cookies are kept. */
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
  // Without the cookies, which the browser keeps by itself: several of them do not fit into one header.
  const headers = new Headers(Object.entries(response.headers()).filter(([name]) => name !== 'set-cookie'));
  const isRedirected = response.request().redirectedFrom() !== null;
  return { url, status: response.status(), headers, bytes, answeredAt: new Date(), isRedirected };
}

/** Whoever cancels a task, or stops the worker, does not wait for a picture. */
const isTimeUp = (reason: unknown): boolean =>
  reason instanceof SoftTimeLimitExceeded || (reason instanceof Error && reason.name === 'TimeoutError');

/** For an error status with no page to show Chromium shows one of its own, and calls the navigation failed. */
const isErrorWithoutPage = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('net::ERR_HTTP_RESPONSE_CODE_FAILURE');
