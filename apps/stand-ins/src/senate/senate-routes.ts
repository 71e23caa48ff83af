import { type SiteAnswer, type SiteRequest, htmlAnswer, jsonAnswer } from '../answer.js';
import type { AnsweringFault, LapseForm, SenateFault } from '../faults.js';
import type { Publication } from '../publication.js';
import type { SiteRoutes } from '../site-routes.js';
import { BotCheck } from './session/bot-check.js';
import { withUnknownForm, withUnknownReport, withUnknownShape } from './pages/changed-layout.js';
import { cookieOf, withCookie } from './session/cookies.js';
import { CSRF_COOKIE, maskSecret, newSecret, refusalOf } from './session/csrf.js';
import { badRequest, csrfFailure, maintenance, notFound, redirect } from './pages/django-pages.js';
import { type SearchAnswer, searchReports } from './pages/report-search.js';
import { REPORT_KINDS, type SenateFiling, viewPath } from './pages/senate-filing.js';
import { agreementPage, searchPage } from './pages/senate-pages.js';
import { REAL_MEDIA_ORIGIN, type SenateSource } from './pages/senate-source.js';
import type { Sessions } from './session/sessions.js';

const SEARCH_PATH = '/search/';
const HOME_PATH = '/search/home/';
const DATA_PATH = '/search/report/data/';
const REPORT_PATH = new RegExp(`^/search/(?:view|print)/(${REPORT_KINDS.join('|')})/([0-9a-fA-F-]{36})/$`);
const METHODS = ['GET', 'HEAD', 'POST'];
/** Django's CSRF cookie lives for a year. */
const CSRF_COOKIE_SECONDS = 31_449_600;

interface Stand {
  source: SenateSource;
  sessions: Sessions;
  /** How a session that lapsed by its limits or on command shows. */
  lapseForm: LapseForm;
  mediaPort: number;
}

/** The eFD: agreement, search, reports. Everything but the home page needs a session with an accepted agreement. */
export class SenateRoutes implements SiteRoutes {
  private readonly byPath: ReadonlyMap<string, SenateFiling>;
  private readonly publications = new Map<string, Publication>();
  private readonly botCheck = new BotCheck();

  constructor(private readonly stand: Stand) {
    this.byPath = new Map(stand.source.filings.map((filing) => [viewPath(filing).toLowerCase(), filing]));
  }

  async answer(request: SiteRequest): Promise<SiteAnswer> {
    if (!METHODS.includes(request.method)) return htmlAnswer(405, '', { allow: METHODS.join(', ') });
    const form = formOf(request);
    const refusal = request.method === 'POST' ? refusalOf(request, form) : null;
    if (refusal !== null) return csrfFailure(refusal);
    const path = request.url.pathname;
    if (path === '/') return redirect(SEARCH_PATH);
    if (path === HOME_PATH) return this.home(request, form);
    if (!isGuarded(path)) return notFound();
    const state = this.stand.sessions.use(request);
    if (state === 'agreed') return await this.guarded(request, form);
    return this.withoutSession(request, state === 'lapsed' ? this.stand.lapseForm : 'redirect');
  }

  async faultyAnswer(fault: AnsweringFault, request: SiteRequest): Promise<SiteAnswer> {
    switch (fault.kind) {
      case 'unavailable':
        return notFound();
      case 'changed_layout':
        return withChangedLayout(request, await this.answer(request));
    }
  }

  async senateFaultyAnswer(fault: SenateFault, request: SiteRequest): Promise<SiteAnswer> {
    switch (fault.kind) {
      case 'maintenance':
        return maintenance(fault.status ?? 503);
      case 'browser_only':
        return this.botCheck.isBrowser(request) ? await this.answer(request) : this.botCheck.challenge();
      case 'lapsed_session':
        this.stand.sessions.lapse(request);
        return isGuarded(request.url.pathname)
          ? this.withoutSession(request, fault.form ?? 'redirect')
          : await this.answer(request);
    }
  }

  setPublication(uuid: string, publication: Publication): void {
    const filing = this.stand.source.filings.find((known) => known.uuid.toLowerCase() === uuid.toLowerCase());
    if (filing === undefined) throw new Error(`no filing ${uuid}`);
    this.publications.set(filing.uuid, publication);
  }

  lapseSessions(form?: LapseForm): void {
    if (form !== undefined) this.stand.lapseForm = form;
    this.stand.sessions.lapseAll();
  }

  private home(request: SiteRequest, form: URLSearchParams): SiteAnswer {
    const { sessions } = this.stand;
    if (request.method === 'POST' && form.get('prohibition_agreement') === '1') {
      return sessions.withAgreedSession(request, redirect(SEARCH_PATH));
    }
    const page = withToken(request, (token) => agreementPage(token, request.method === 'POST'));
    return sessions.withSession(request, page);
  }

  private async guarded(request: SiteRequest, form: URLSearchParams): Promise<SiteAnswer> {
    const path = request.url.pathname;
    if (path === SEARCH_PATH) {
      return withToken(request, (token) => searchPage(token, request.method === 'POST' ? form : null));
    }
    if (path === DATA_PATH) return this.search(request, form);
    if (request.method === 'POST') return htmlAnswer(405, '', { allow: 'GET, HEAD' });
    return await this.report(request);
  }

  private search(request: SiteRequest, form: URLSearchParams): SiteAnswer {
    if (request.method !== 'POST') return htmlAnswer(405, '', { allow: 'POST' });
    if (request.headers['x-requested-with'] !== 'XMLHttpRequest') return badRequest();
    const listed = this.stand.source.filings.filter(({ uuid }) => this.publication(uuid) !== 'hidden');
    const found = searchReports(listed, form);
    return found === null ? maintenance(503) : jsonAnswer(200, found);
  }

  private async report(request: SiteRequest): Promise<SiteAnswer> {
    const filing = this.byPath.get(request.url.pathname.replace('/print/', '/view/').toLowerCase());
    if (filing === undefined || this.publication(filing.uuid) !== 'published') return notFound();
    const page = await this.stand.source.page(filing);
    if (page === null) return notFound();
    return htmlAnswer(200, page.toString().replaceAll(REAL_MEDIA_ORIGIN, this.mediaOrigin(request)));
  }

  private publication(uuid: string): Publication {
    return this.publications.get(uuid) ?? 'published';
  }

  /** The media host, under the host name that the client uses for this one. */
  private mediaOrigin({ headers }: SiteRequest): string {
    return `http://${new URL(`http://${headers.host}`).hostname}:${this.stand.mediaPort}`;
  }

  private withoutSession(request: SiteRequest, form: LapseForm): SiteAnswer {
    // The search page can't come in place of itself.
    if (form === 'redirect' || request.url.pathname === SEARCH_PATH) return redirect(HOME_PATH);
    return withToken(request, (token) => (form === 'search_page' ? searchPage(token, null) : agreementPage(token)));
  }
}

const isGuarded = (path: string): boolean => path === SEARCH_PATH || path === DATA_PATH || REPORT_PATH.test(path);

const formOf = ({ headers, body }: SiteRequest): URLSearchParams =>
  new URLSearchParams(headers['content-type']?.startsWith('application/x-www-form-urlencoded') ? body.toString() : '');

/** A page with a form: it contains a fresh token, and sets the cookie of its secret again. */
function withToken(request: SiteRequest, page: (token: string) => string): SiteAnswer {
  const secret = cookieOf(request, CSRF_COOKIE) ?? newSecret();
  const cookie = `${CSRF_COOKIE}=${secret}; Max-Age=${CSRF_COOKIE_SECONDS}; Path=/; SameSite=Lax`;
  return withCookie(htmlAnswer(200, page(maskSecret(secret)), { vary: 'Cookie' }), cookie);
}

function withChangedLayout(request: SiteRequest, right: SiteAnswer): SiteAnswer {
  if (right.status !== 200) return right;
  const body = right.body.toString();
  if (request.url.pathname === DATA_PATH) {
    return jsonAnswer(200, withUnknownShape(JSON.parse(body) as SearchAnswer));
  }
  const change = REPORT_PATH.test(request.url.pathname) ? withUnknownReport : withUnknownForm;
  return { ...right, body: Buffer.from(change(body)) };
}
