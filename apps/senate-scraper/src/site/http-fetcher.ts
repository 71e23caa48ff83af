import { type Courtesy, exchange, type HttpAnswer, FailedTry, SiteBlocked, type SiteSettings } from '#rotunda/scraping';
import { CookieJar } from 'tough-cookie';
import { CSRF_COOKIE, type PageAnswer, type PageFetcher, type PageRequest, recogniseAnswer } from './page-fetcher.js';

/** Fetches by plain HTTP. Cookies go only to the site, not to its host of pictures. */
export class HttpFetcher implements PageFetcher {
  readonly name = 'http';
  private readonly cookies = new CookieJar();
  private readonly siteOrigin: string;

  /** @param isLastWay whether to try again after a refusal; false where a browser can be asked next */
  constructor(
    baseUrl: string,
    private readonly courtesy: Courtesy,
    private readonly settings: SiteSettings,
    private readonly isLastWay: boolean,
  ) {
    this.siteOrigin = new URL(baseUrl).origin;
  }

  send(request: PageRequest): Promise<PageAnswer> {
    return this.courtesy.ask(request.signal, (signal) => this.ask({ ...request, signal }));
  }

  async forget(): Promise<void> {
    this.cookies.removeAllCookiesSync();
  }

  async close(): Promise<void> {
    this.cookies.removeAllCookiesSync();
  }

  private async ask(request: PageRequest): Promise<PageAnswer> {
    const { url, signal, form } = request;
    const isSite = new URL(url).origin === this.siteOrigin;
    const answer = await exchange(
      url,
      {
        signal,
        headers: { ...(isSite && this.cookieHeaders(request)), ...(request.referer && { referer: request.referer }) },
        ...(form && { form: new URLSearchParams(form.fields) }),
      },
      this.settings,
    );
    if (isSite) this.keepCookies(answer);
    try {
      return recogniseAnswer({ ...answer, isRedirected: answer.status >= 300 && answer.status < 400 }, request);
    } catch (error) {
      if (error instanceof FailedTry && error.siteError instanceof SiteBlocked && !this.isLastWay)
        throw error.siteError;
      throw error;
    }
  }

  /** A cookie that the site may not set is dropped, as a browser does; the answer is good without it. */
  private keepCookies({ url, headers }: HttpAnswer): void {
    for (const cookie of headers.getSetCookie()) this.cookies.setCookieSync(cookie, url, { ignoreError: true });
  }

  private cookieHeaders({ url, form }: PageRequest): Record<string, string> {
    const cookies = this.cookies.getCookiesSync(url);
    return {
      ...(cookies.length > 0 && { cookie: cookies.map((cookie) => cookie.cookieString()).join('; ') }),
      ...(form?.isAjax && {
        'x-csrftoken': cookies.find(({ key }) => key === CSRF_COOKIE)?.value ?? '',
        'x-requested-with': 'XMLHttpRequest',
      }),
    };
  }
}
