import { randomBytes } from 'node:crypto';
import type { SiteAnswer, SiteRequest } from '../../answer.js';
import { cookieOf, withCookie } from './cookies.js';

/** When a session with an accepted agreement lapses, besides on command. */
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

/** The site's sessions: the home page begins them, its form accepts the agreement, limits or a command end them. */
export class Sessions {
  /** The real cookie's name is hexadecimal. It differs at each start, so that no client can rely on it. */
  readonly cookieName = randomBytes(16).toString('hex');
  private readonly byId = new Map<string, Session>();

  constructor(
    private readonly limits: SessionLimits,
    private readonly now: () => Date,
  ) {}

  /** The state of the request's session; each request counts against the session's limits. */
  use(request: SiteRequest): SessionState {
    const session = this.sessionOf(request);
    if (session?.state !== 'agreed') return session?.state ?? 'none';
    session.requests += 1;
    if (this.isOverLimit(session)) session.state = 'lapsed';
    return session.state;
  }

  /** Keeps the request's session if the site knows it, else sets a new one. */
  withSession(request: SiteRequest, answer: SiteAnswer): SiteAnswer {
    const state = this.sessionOf(request)?.state ?? 'none';
    return state === 'anonymous' || state === 'agreed' ? answer : this.begin('anonymous', answer);
  }

  /** Sets a new session when the agreement is accepted; the old one ends, as in Django's `cycle_key`. */
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
