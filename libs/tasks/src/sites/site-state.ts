import { type Chamber, isInstant, type SiteBreaker, type SiteBudget, type SiteState } from '#rotunda/contracts';

/**
 * Whether a chamber's scrapes may run, as pure functions from state to state, like those of a task. An operator's
 * actions are here; the effect of the site's answers on the breaker is in libs/scraping.
 */
export const CLOSED_BREAKER: SiteBreaker = {
  state: 'closed',
  failures: 0,
  opened_at: null,
  probe_at: null,
  reason: null,
};

/** The state of a chamber without an entry. */
export const untouchedSite = (chamber: Chamber): SiteState => ({
  v: 1,
  chamber,
  paused: null,
  breaker: CLOSED_BREAKER,
});

/** A second pause keeps the instant of the first and only replaces the reason. */
export const pausedSite = (state: SiteState, reason: string | null, now: string): SiteState => ({
  ...state,
  paused: { at: state.paused?.at ?? now, reason },
});

/** The operator wants the chamber scraped now, so an open breaker is closed too. */
export const resumedSite = (state: SiteState): SiteState => ({ ...state, paused: null, breaker: CLOSED_BREAKER });

/** Why scrape commands wait in the queue, as a sentence; null if they do not. */
export function heldBackBecause({ paused, breaker }: SiteState): string | null {
  if (paused) return `paused by an operator since ${paused.at}${paused.reason ? `: ${paused.reason}` : ''}`;
  if (breaker.state === 'closed') return null;
  const refusal = breaker.reason ? ` (${breaker.reason})` : '';
  if (breaker.state === 'half_open') return `the site refused us${refusal}; a worker is probing it`;
  return `the site refused us${refusal}; it will be probed at ${breaker.probe_at}`;
}

/**
 * Parses an entry of KV `sites`, which people may have written by hand: `{"paused": true}` is enough for a pause.
 * Fields that can't be parsed are ignored and pause nothing.
 *
 * @param writtenAt the time of the entry's write, for a pause without `at`
 */
export function readSiteState(chamber: Chamber, text: string, writtenAt: Date): SiteState {
  const { paused, breaker } = objectOf(parse(text));
  return { ...untouchedSite(chamber), paused: readPause(paused, writtenAt), breaker: readBreaker(breaker) };
}

/** Parses a chamber's budget; null where there is none, or an unreadable one. */
export function readSiteBudget(text: string | null): SiteBudget | null {
  const { holder, held_until, next_request_at, interval_ms, rest_ms } = objectOf(parse(text ?? ''));
  const nextRequestAt = instantOf(next_request_at);
  if (nextRequestAt === null) return null;
  const free = { v: 1, holder: textOf(holder), held_until: instantOf(held_until) } as const;
  return { ...free, next_request_at: nextRequestAt, ...millisecondsIn({ interval_ms, rest_ms }) };
}

const millisecondsIn = ({
  interval_ms,
  rest_ms,
}: Record<string, unknown>): Pick<SiteBudget, 'interval_ms' | 'rest_ms'> => ({
  ...(typeof interval_ms === 'number' && { interval_ms }),
  ...(typeof rest_ms === 'number' && { rest_ms }),
});

function readPause(paused: unknown, writtenAt: Date): SiteState['paused'] {
  if (!paused) return null;
  const { at, reason } = objectOf(paused);
  return { at: instantOf(at) ?? writtenAt.toISOString(), reason: textOf(reason) ?? textOf(paused) };
}

function readBreaker(value: unknown): SiteBreaker {
  const { state, failures, opened_at, probe_at, reason, trips } = objectOf(value);
  const probeAt = instantOf(probe_at);
  // A breaker that is open without `probe_at` would stay open for ever.
  const isOpen = (state === 'open' || state === 'half_open') && probeAt !== null;
  return {
    state: isOpen ? state : 'closed',
    failures: typeof failures === 'number' && failures >= 0 ? failures : 0,
    opened_at: isOpen ? instantOf(opened_at) : null,
    probe_at: isOpen ? probeAt : null,
    reason: isOpen ? textOf(reason) : null,
    ...(typeof trips === 'number' && trips > 0 ? { trips } : {}),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const textOf = (value: unknown): string | null => (typeof value === 'string' && value ? value : null);

const instantOf = (value: unknown): string | null => (isInstant(value) ? value : null);
