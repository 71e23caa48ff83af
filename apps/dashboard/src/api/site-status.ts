import type { Tone } from '../ui/state-badge.js';
import type { Site } from './sites.js';

interface SiteStatus {
  tone: Tone;
  word: string;
  /** Why scrapes wait; null: they run. */
  reason: string | null;
}

/** What holds a chamber's scrapes back, the first thing that does. */
export function siteStatus({ paused, breaker, withheld, waiting_because: reason }: Site): SiteStatus {
  if (paused) return { tone: 'warning', word: 'Paused', reason };
  if (breaker.state === 'half_open') return { tone: 'warning', word: 'Probing', reason };
  if (breaker.state === 'open') return { tone: 'bad', word: 'Refused', reason };
  if (withheld !== null) return { tone: 'warning', word: 'Terms not accepted', reason: withheld };
  return { tone: 'good', word: 'OK', reason: null };
}
