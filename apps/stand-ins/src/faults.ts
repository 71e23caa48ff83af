import { createHash } from 'node:crypto';
import { pathMatcher } from './path-pattern.js';

/** Which requests a fault meets. Without any of these: all of them. */
export interface FaultScope {
  /** A glob over the path without its query, e.g. `/public_disc/ptr-pdfs/*`; `*` stands for anything. */
  path?: string;
  /** Only these methods, e.g. `POST`. */
  method?: string;
  /** Lets this many matching requests pass first. */
  after?: number;
  /** Meets at most this many requests, then the site behaves again. */
  times?: number;
  /** Meets a request with this probability (0 to 1), decided by the plan's seed. */
  probability?: number;
}

/** What any site can do wrong. */
export type SharedFaultKind =
  /** 429, with `Retry-After` in seconds (default 1). */
  | { kind: 'throttled'; retryAfterSeconds?: number }
  /** 503, with `Retry-After` only where one is given. */
  | { kind: 'overloaded'; retryAfterSeconds?: number }
  /** 403 with the page of a bot manager. */
  | { kind: 'challenge' }
  /** The right answer, this late. */
  | { kind: 'slow'; delayMs: number }
  /** The right headers and half of the body, then the connection is destroyed. */
  | { kind: 'cut_off' }
  /** 200 and a page, index or document of a form that nobody has seen. */
  | { kind: 'changed_layout' }
  /** The site's own 404, as for a listed document that is not there yet. */
  | { kind: 'unavailable' };

/**
 * How a lost session shows: a redirect to the home page, or 200 with the search page or the agreement in place of what
 * was asked for.
 */
export const LAPSE_FORMS = ['redirect', 'search_page', 'agreement_page'] as const;
export type LapseForm = (typeof LAPSE_FORMS)[number];

/** What only the Senate's site can do wrong: it has sessions, and a bot manager before it. */
export type SenateFaultKind =
  /** The session of the request ends, and shows it in this form (default redirect). */
  | { kind: 'lapsed_session'; form?: LapseForm }
  /** The maintenance page, with 503 (default) or 200. */
  | { kind: 'maintenance'; status?: 200 | 503 }
  /** 403 with a script to run, until a browser ran it: a cookie alone, or the headers alone, are not enough. */
  | { kind: 'browser_only' };

export const SENATE_FAULT_KINDS = ['lapsed_session', 'maintenance', 'browser_only'] as const;

export type Fault = (SharedFaultKind | SenateFaultKind) & FaultScope;
export type SenateFault = SenateFaultKind & FaultScope;
/** Those that every site answers in its own way. */
export type AnsweringFault = Extract<SharedFaultKind, { kind: 'changed_layout' | 'unavailable' }> & FaultScope;

export const isSenateFault = (fault: Fault): fault is SenateFault =>
  SENATE_FAULT_KINDS.some((kind) => kind === fault.kind);

export interface FaultPlan {
  /** Same seed and same requests for a path: same faults, however the requests of several paths interleave. */
  seed?: number;
  faults: Fault[];
}

export const NO_FAULTS: FaultPlan = { faults: [] };

/** Decides for each request which fault meets it: the first of the plan that does. */
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

  /** A number in [0, 1) from the seed, the path and how often the path was asked for. */
  private draw(path: string): number {
    const nth = (this.seenOfPath.get(path) ?? 0) + 1;
    this.seenOfPath.set(path, nth);
    return createHash('sha256').update(`${this.seed}/${path}/${nth}`).digest().readUInt32BE() / 2 ** 32;
  }
}
