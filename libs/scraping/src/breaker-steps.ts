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
  /** How long it stays open at first. */
  SITE_BREAKER_OPEN_MS: number;
  /** And at most, after probes that were refused. */
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
  const probe_at = later(now, limits.SITE_BREAKER_OPEN_MS);
  return { ...state, breaker: { state: 'open', failures, opened_at: now.toISOString(), probe_at, reason } };
}

/**
 * The site answered.
 *
 * @param isCheck whether it was asked to see if it answers: a request that was under way when the breaker opened, and
 *   was answered all the same, does not close it
 */
export function answered(state: SiteState, isCheck: boolean): SiteState | null {
  const { breaker } = state;
  const isUntouched = breaker.state === 'closed' && breaker.failures === 0;
  if (isUntouched || (breaker.state !== 'closed' && !isCheck)) return null;
  return { ...state, breaker: CLOSED_BREAKER };
}

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

/**
 * The probe was refused: open for about twice as long as before, which is once more the time since it opened and what
 * it began with.
 *
 * @param mine the state that `probing` made: where another one stands there, the probe is no longer this worker's
 */
export function probeRefused(
  state: SiteState,
  mine: SiteState,
  reason: string,
  limits: BreakerLimits,
  now: Date,
): SiteState | null {
  const { breaker } = state;
  if (breaker.state !== 'half_open' || breaker.probe_at !== mine.breaker.probe_at) return null;
  const openForMs = breaker.opened_at === null ? 0 : now.getTime() - Date.parse(breaker.opened_at);
  const waitMs = Math.min(Math.max(openForMs, 0) + limits.SITE_BREAKER_OPEN_MS, limits.SITE_BREAKER_LONGEST_MS);
  const failures = breaker.failures + 1;
  return { ...state, breaker: { ...breaker, state: 'open', failures, probe_at: later(now, waitMs), reason } };
}

const later = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString();
