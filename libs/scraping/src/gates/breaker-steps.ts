import type { SiteState } from '#rotunda/contracts';
import { CLOSED_BREAKER } from '#rotunda/tasks';

/**
 * The steps of a site's circuit breaker, as functions from state to state:
 *
 *     closed ──refused──▶ open ──probe_at──▶ half_open ──answered──▶ closed
 *                          ▲                     └──refused again──┘ (for longer)
 *
 * Pure, like the steps of a task. Each returns null where nothing is to be written.
 */
export interface BreakerLimits {
  /** Consecutive refusals that open it. */
  SITE_BREAKER_FAILURES: number;
  /** How long it stays open at first; doubles each time it opens again before the site has served a document. */
  SITE_BREAKER_OPEN_MS: number;
  /** The longest it stays open. */
  SITE_BREAKER_LONGEST_MS: number;
}

export interface Refusal {
  /** The site's answer, for the operator. */
  reason: string;
  /** A block or challenge opens the breaker at once: more requests would only make it worse. */
  isBlock: boolean;
}

/** The site refused a request of a scrape or check, after all retries. */
export function refused(
  state: SiteState,
  { reason, isBlock }: Refusal,
  limits: BreakerLimits,
  now: Date,
): SiteState | null {
  const { breaker } = state;
  // Open already: a request that was in progress then tells nothing new.
  if (breaker.state !== 'closed') return null;
  const failures = breaker.failures + 1;
  if (!isBlock && failures < limits.SITE_BREAKER_FAILURES)
    return { ...state, breaker: { ...breaker, failures, reason } };
  const trips = breaker.trips ?? 0;
  const probe_at = later(now, Math.min(firstWaitMs(trips, limits), limits.SITE_BREAKER_LONGEST_MS));
  const opened_at = now.toISOString();
  return { ...state, breaker: { state: 'open', failures, opened_at, probe_at, reason, trips: trips + 1 } };
}

/** A site that serves lists but refuses documents opens the breaker again each time, so each wait is longer. */
const firstWaitMs = (trips: number, { SITE_BREAKER_OPEN_MS }: BreakerLimits): number =>
  SITE_BREAKER_OPEN_MS * 2 ** trips;

/** What was requested. Only a document proves that scrapes work; entry pages and lists don't. */
export type Asked = 'list' | 'document' | 'check';

/**
 * The site answered. Only a check closes an open breaker, and not early: the site is left alone for as long as
 * announced. A scrape's request that was in progress when it opened, and was answered after all, closes nothing.
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

/** Keeps the number of times that it opened since the last document. */
const closed = (state: SiteState, trips: number): SiteState => ({
  ...state,
  breaker: trips > 0 ? { ...CLOSED_BREAKER, trips } : CLOSED_BREAKER,
});

/** One worker takes the probe. It is given up, and another worker may take it, after `giveUpMs`. */
export function probing(state: SiteState, giveUpMs: number, now: Date): SiteState | null {
  if (!isProbeDue(state, now)) return null;
  return { ...state, breaker: { ...state.breaker, state: 'half_open', probe_at: later(now, giveUpMs) } };
}

/** While an operator has paused the chamber, no request is sent, not even a probe. */
export const isProbeDue = ({ paused, breaker }: SiteState, now: Date): boolean =>
  paused === null &&
  breaker.state !== 'closed' &&
  breaker.probe_at !== null &&
  Date.parse(breaker.probe_at) <= now.getTime();

/**
 * @param mine the state that `probing` returned; if another one is stored by now, the probe is no longer this worker's
 */
export const probeAnswered = (state: SiteState, mine: SiteState): SiteState | null =>
  isStillProbing(state, mine) ? closed(state, state.breaker.trips ?? 0) : null;

/**
 * The probe was refused: the breaker opens again for about twice as long, i.e. the time since it opened plus its first
 * wait.
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
