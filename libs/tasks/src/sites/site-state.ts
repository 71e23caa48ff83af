import { type Chamber, isInstant, type SiteBreaker, type SiteState } from '#rotunda/contracts';

/**
 * Whether a chamber's scrape commands are taken up: as functions from state to state, pure like those of a task. What
 * an operator does is here; what the site does to the breaker is in libs/scraping.
 */
export const CLOSED_BREAKER: SiteBreaker = {
  state: 'closed',
  failures: 0,
  opened_at: null,
  probe_at: null,
  reason: null,
};

/** Of a chamber that nobody has said anything of. */
export const untouchedSite = (chamber: Chamber): SiteState => ({
  v: 1,
  chamber,
  paused: null,
  breaker: CLOSED_BREAKER,
});

/** The first pause stands: a second one only gives another reason. */
export const pausedSite = (state: SiteState, reason: string | null, now: string): SiteState => ({
  ...state,
  paused: { at: state.paused?.at ?? now, reason },
});

/** The operator says that the chamber is to be scraped now: an open breaker is closed as well. */
export const resumedSite = (state: SiteState): SiteState => ({ ...state, paused: null, breaker: CLOSED_BREAKER });

/** Why scrape commands stay in the queue, a sentence; null where they are taken up. */
export function heldBackBecause({ paused, breaker }: SiteState): string | null {
  if (paused) return `paused by an operator since ${paused.at}${paused.reason ? `: ${paused.reason}` : ''}`;
  if (breaker.state === 'closed') return null;
  const refusal = breaker.reason ? ` (${breaker.reason})` : '';
  if (breaker.state === 'half_open')
    return `the site refused us${refusal}; a worker is asking whether it answers again`;
  return `the site refused us${refusal}; it is asked again at ${breaker.probe_at}`;
}

/**
 * Reads what stands in KV `sites`, which people may have written by hand: `{"paused": true}` is enough for a pause.
 * What can't be read says nothing, and holds nobody back.
 *
 * @param writtenAt when the entry was written, for a pause that does not say since when it holds
 */
export function readSiteState(chamber: Chamber, text: string, writtenAt: Date): SiteState {
  const { paused, breaker } = objectOf(parse(text));
  return { ...untouchedSite(chamber), paused: readPause(paused, writtenAt), breaker: readBreaker(breaker) };
}

function readPause(paused: unknown, writtenAt: Date): SiteState['paused'] {
  if (!paused) return null;
  const { at, reason } = objectOf(paused);
  return { at: instantOf(at) ?? writtenAt.toISOString(), reason: textOf(reason) ?? textOf(paused) };
}

function readBreaker(value: unknown): SiteBreaker {
  const { state, failures, opened_at, probe_at, reason, trips } = objectOf(value);
  const probeAt = instantOf(probe_at);
  // One that is open and does not say until when would be open for ever.
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
