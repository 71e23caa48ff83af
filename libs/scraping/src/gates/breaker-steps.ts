import type { SiteState } from '#rotunda/contracts';
import { CLOSED_BREAKER } from '#rotunda/tasks';

/**
 * What the site does to its circuit breaker, as functions from state to state:
 *
 *     closed ──refused──▶ open ──probe_at──▶ half_open ──answered──▶ closed
 *                          ▲                     └──refused again──┘ (for longer)
 *
 * Pure, like the steps of a task. Each returns null where nothing is to be written.
 */
export interface BreakerLimits {
  /** Refusals in a row that open it. */
  SITE_BREAKER_FAILURES: number;
  /** How long it stays open at first; doubled each time that it opens again before the site has given a document. */
  SITE_BREAKER_OPEN_MS: number;
  /** And at most. */
  SITE_BREAKER_LONGEST_MS: number;
}

export interface Refused {
  /** What the site said, for the operator. */
  reason: string;
  /** A block or challenge opens the breaker at once: asking on would only confirm what the site thinks of us. */
  isBlock: boolean;
}

/** The site was asked for a scrape or a check, and refused after all tries. */
export function refused(
  state: SiteState,
  { reason, isBlock }: Refused,
  limits: BreakerLimits,
  now: Date,
): SiteState | null {
  const { breaker } = state;
  // Open already: whoever was under way at that moment says nothing new.
  if (breaker.state !== 'closed') return null;
  const failures = breaker.failures + 1;
  if (!isBlock && failures < limits.SITE_BREAKER_FAILURES)
    return { ...state, breaker: { ...breaker, failures, reason } };
  const trips = breaker.trips ?? 0;
  const probe_at = later(now, Math.min(firstWaitMs(trips, limits), limits.SITE_BREAKER_LONGEST_MS));
  const opened_at = now.toISOString();
  return { ...state, breaker: { state: 'open', failures, opened_at, probe_at, reason, trips: trips + 1 } };
}

/** A site that gives its lists and refuses its documents opens the breaker again each time: so each wait is longer. */
const firstWaitMs = (trips: number, { SITE_BREAKER_OPEN_MS }: BreakerLimits): number =>
  SITE_BREAKER_OPEN_MS * 2 ** trips;

/** What the site was asked for. Only a document proves that scrapes go on: entry pages and lists say nothing of it. */
export type Asked = 'list' | 'document' | 'check';

/**
 * The site answered. An open breaker is closed by a check alone, and not before its time: the site is left alone for as
 * long as it was said. A scrape's request that was under way when it opened, and was answered all the same, closes nothing.
 */
export function answered(state: SiteState, asked: Asked, now: Date): SiteState | null {
  const { breaker } = state;
  const trips = breaker.trips ?? 0;
  if (breaker.state !== 'closed') return asked === 'check' && isOver(breaker, now) ? closed(state, trips) : null;
  const left = asked === 'document' ? 0 : trips;
  return breaker.failures === 0 && left === trips ? null : closed(state, left);
}

const isOver = ({ state, probe_at }: SiteState['breaker'], now: Date): boolean =>
  state === 'half_open' || (probe_at !== null && Date.parse(probe_at) <= now.getTime());

/** How often it opened since the last document stays known. */
const closed = (state: SiteState, trips: number): SiteState => ({
  ...state,
  breaker: trips > 0 ? { ...CLOSED_BREAKER, trips } : CLOSED_BREAKER,
});

/** One worker takes the probe upon itself; it is given up, and another one may, after `giveUpMs`. */
export function probing(state: SiteState, giveUpMs: number, now: Date): SiteState | null {
  if (!isProbeDue(state, now)) return null;
  return { ...state, breaker: { ...state.breaker, state: 'half_open', probe_at: later(now, giveUpMs) } };
}

/** An operator who paused the chamber wants nobody to ask. */
export const isProbeDue = ({ paused, breaker }: SiteState, now: Date): boolean =>
  paused === null &&
  breaker.state !== 'closed' &&
  breaker.probe_at !== null &&
  Date.parse(breaker.probe_at) <= now.getTime();

/** @param mine the state that `probing` made: where another one stands there, the probe is no longer this worker's */
export const probeAnswered = (state: SiteState, mine: SiteState): SiteState | null =>
  isStillProbing(state, mine) ? closed(state, state.breaker.trips ?? 0) : null;

/**
 * The probe was refused: open for about twice as long as before, which is once more the time since it opened and what
 * it began with.
 *
 * @param mine as for `probeAnswered`
 */
export function probeRefused(
  state: SiteState,
  mine: SiteState,
  reason: string,
  limits: BreakerLimits,
  now: Date,
): SiteState | null {
  if (!isStillProbing(state, mine)) return null;
  const { breaker } = state;
  const openForMs = breaker.opened_at === null ? 0 : Math.max(0, now.getTime() - Date.parse(breaker.opened_at));
  const beganWithMs = firstWaitMs(Math.max(0, (breaker.trips ?? 0) - 1), limits);
  const probe_at = later(now, Math.min(openForMs + beganWithMs, limits.SITE_BREAKER_LONGEST_MS));
  return { ...state, breaker: { ...breaker, state: 'open', failures: breaker.failures + 1, probe_at, reason } };
}

const isStillProbing = ({ breaker }: SiteState, mine: SiteState): boolean =>
  breaker.state === 'half_open' && breaker.probe_at === mine.breaker.probe_at;

const later = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString();
