import { randomBytes } from 'node:crypto';
import type { SiteAnswer, SiteRequest } from '../../answer.js';
import { cookieOf, withCookie } from './cookies.js';

/** When an accepted agreement is forgotten, apart from on command. */
export interface SessionLimits {
  /** After this many requests of the session. */
  requests?: number;
  /** After this many milliseconds. */
  ms?: number;
}

export type SessionState = 'none' | 'anonymous' | 'agreed' | 'lapsed';

interface Session {
  state: Exclude<SessionState, 'none'>;
  requests: number;
  beganMs: number;
}

/** The sessions of the site: begun by the home page, agreed by its form, lapsed by limits or on command. */
export class Sessions {
  /** The real cookie's name is hexadecimal; another one each time, so that nobody can rely on it. */
  readonly cookieName = randomBytes(16).toString('hex');
  private readonly byId = new Map<string, Session>();

  constructor(
    private readonly limits: SessionLimits,
    private readonly now: () => Date,
  ) {}

  /** What the request's session is; a request counts against the session's limits. */
  use(request: SiteRequest): SessionState {
    const session = this.sessionOf(request);
    if (session?.state !== 'agreed') return session?.state ?? 'none';
    session.requests += 1;
    if (this.isOverLimit(session)) session.state = 'lapsed';
    return session.state;
  }

  /** The request's session where it has one that the site knows, a new one else. */
  withSession(request: SiteRequest, answer: SiteAnswer): SiteAnswer {
    const state = this.sessionOf(request)?.state ?? 'none';
    return state === 'anonymous' || state === 'agreed' ? answer : this.begin('anonymous', answer);
  }

  /** A new session on the answer to the agreement; the old one ends, as Django's `cycle_key` has it. */
  withAgreedSession(request: SiteRequest, answer: SiteAnswer): SiteAnswer {
    this.byId.delete(cookieOf(request, this.cookieName) ?? '');
    return this.begin('agreed', answer);
  }

  lapse(request: SiteRequest): void {
    const session = this.sessionOf(request);
    if (session) session.state = 'lapsed';
  }

  lapseAll(): void {
    for (const session of this.byId.values()) session.state = 'lapsed';
  }

  private sessionOf(request: SiteRequest): Session | undefined {
    return this.byId.get(cookieOf(request, this.cookieName) ?? '');
  }

  private isOverLimit({ requests, beganMs }: Session): boolean {
    const { requests: most = Infinity, ms = Infinity } = this.limits;
    return requests > most || this.now().getTime() - beganMs > ms;
  }

  private begin(state: Session['state'], answer: SiteAnswer): SiteAnswer {
    const id = randomBytes(16).toString('hex');
    this.byId.set(id, { state, requests: 0, beganMs: this.now().getTime() });
    return withCookie(answer, `${this.cookieName}=${id}; HttpOnly; Path=/; SameSite=Lax`);
  }
}
