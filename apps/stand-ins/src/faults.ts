import { createHash } from 'node:crypto';
import { pathMatcher } from './path-pattern.js';

/** Which requests a fault applies to; by default all. */
export interface FaultScope {
  /** A glob over the path without its query, e.g. `/public_disc/ptr-pdfs/*`; `*` matches anything. */
  path?: string;
  /** Only these methods, e.g. `POST`. */
  method?: string;
  /** Lets this many matching requests pass first. */
  after?: number;
  /** Applies to at most this many requests; then the site works again. */
  times?: number;
  /** Applies to a request with this probability (0 to 1), drawn from the plan's seed. */
  probability?: number;
}

/** Faults that any site can have. */
export type SharedFaultKind =
  /** 429, with `Retry-After` in seconds (default 1). */
  | { kind: 'throttled'; retryAfterSeconds?: number }
  /** 503, with `Retry-After` only if set. */
  | { kind: 'overloaded'; retryAfterSeconds?: number }
  /** 403 with a bot manager's page. */
  | { kind: 'challenge' }
  /** The right answer, after this delay. */
  | { kind: 'slow'; delayMs: number }
  /** The right headers and half of the body; then the connection is destroyed. */
  | { kind: 'cut_off' }
  /** 200 and a page, index or document of an unknown form. */
  | { kind: 'changed_layout' }
  /** The site's own 404, as for a listed document that is not there yet. */
  | { kind: 'unavailable' };

/**
 * How a lost session shows: a redirect to the home page, or 200 with the search page or the agreement in place of the
 * requested page.
 */
export const LAPSE_FORMS = ['redirect', 'search_page', 'agreement_page'] as const;
export type LapseForm = (typeof LAPSE_FORMS)[number];

/** Faults of the Senate's site only, which has sessions and a bot manager. */
export type SenateFaultKind =
  /** The request's session ends, and shows that in this form (default redirect). */
  | { kind: 'lapsed_session'; form?: LapseForm }
  /** The maintenance page, with 503 (default) or 200. */
  | { kind: 'maintenance'; status?: 200 | 503 }
  /** 403 with a script, until a browser has run it: neither a cookie alone nor the headers alone suffice. */
  | { kind: 'browser_only' };

export const SENATE_FAULT_KINDS = ['lapsed_session', 'maintenance', 'browser_only'] as const;

export type Fault = (SharedFaultKind | SenateFaultKind) & FaultScope;
export type SenateFault = SenateFaultKind & FaultScope;
/** Faults that every site answers in its own way. */
export type AnsweringFault = Extract<SharedFaultKind, { kind: 'changed_layout' | 'unavailable' }> & FaultScope;

export const isSenateFault = (fault: Fault): fault is SenateFault =>
  SENATE_FAULT_KINDS.some((kind) => kind === fault.kind);

export interface FaultPlan {
  /** The same seed and requests for a path give the same faults, however the requests of several paths interleave. */
  seed?: number;
  faults: Fault[];
}

export const NO_FAULTS: FaultPlan = { faults: [] };

/** Chooses the fault for each request: the first one of the plan that applies. */
export class FaultInjector {
  private readonly armed: ArmedFault[];

  constructor(readonly plan: FaultPlan) {
    this.armed = plan.faults.map((fault, index) => new ArmedFault(fault, `${plan.seed ?? 1}/${index}`));
  }

  faultFor(method: string, path: string): Fault | null {
    return this.armed.find((fault) => fault.meets(method, path))?.fault ?? null;
  }
}

class ArmedFault {
  private seen = 0;
  private met = 0;
  private readonly seenOfPath = new Map<string, number>();
  private readonly matches: (path: string) => boolean;

  constructor(
    readonly fault: Fault,
    private readonly seed: string,
  ) {
    this.matches = fault.path === undefined ? () => true : pathMatcher(fault.path);
  }

  meets(method: string, path: string): boolean {
    if (this.fault.method !== undefined && this.fault.method !== method) return false;
    if (!this.matches(path)) return false;
    this.seen += 1;
    if (this.seen <= (this.fault.after ?? 0) || this.met >= (this.fault.times ?? Infinity)) return false;
    if (this.draw(path) >= (this.fault.probability ?? 1)) return false;
    this.met += 1;
    return true;
  }

  /** A number in [0, 1) from the seed, the path and the number of requests for that path. */
  private draw(path: string): number {
    const nth = (this.seenOfPath.get(path) ?? 0) + 1;
    this.seenOfPath.set(path, nth);
    return createHash('sha256').update(`${this.seed}/${path}/${nth}`).digest().readUInt32BE() / 2 ** 32;
  }
}
