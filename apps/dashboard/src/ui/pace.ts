import { durationText } from './time-text.js';

/** How much was done at an instant, in ms since the epoch. */
export interface Sample {
  at: number;
  done: number;
}

export interface Pace {
  perSecond: number;
  /** Null where the total is not known. */
  leftMs: number | null;
}

/** What happened before says little about the rest. */
const WINDOW_MS = 30_000;
const LEAST_MS = 3_000;
const LEAST_DONE = 2;
/** After this the work stands still: a rest that the site asked for, a document that takes long. */
const SILENT_MS = 15_000;
const MINUTE = 60;

/** With the next sample; from the beginning where less is done than before, as in another attempt or phase. */
export function withSample(samples: readonly Sample[], next: Sample): readonly Sample[] {
  const last = samples.at(-1);
  if (last && next.done < last.done) return [next];
  if (last?.done === next.done) return samples;
  return [...samples.filter(({ at }) => at > next.at - WINDOW_MS), next];
}

/** How quickly it goes, and how long it will still take; null where the samples say too little. */
export function paceOf(samples: readonly Sample[], total: number, now: number): Pace | null {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || now - last.at > SILENT_MS) return null;
  const [ms, done] = [last.at - first.at, last.done - first.done];
  if (ms < LEAST_MS || done < LEAST_DONE) return null;
  const perMs = done / ms;
  const leftMs = total > 0 ? Math.max(0, (total - last.done) / perMs - (now - last.at)) : null;
  return { perSecond: perMs * 1_000, leftMs };
}

/** `3.2/s`, or `24/min` where that is easier to imagine. */
export const rateText = (perSecond: number): string =>
  perSecond >= 1
    ? `${perSecond.toFixed(perSecond < 10 ? 1 : 0)}/s`
    : `${Math.max(1, Math.round(perSecond * MINUTE))}/min`;

const SECOND = 1_000;

/** `about 2 min left`: no more exact than it can be. */
export function leftText(ms: number): string {
  if (ms < 5 * SECOND) return 'a few seconds left';
  const step = ms < MINUTE * SECOND ? 5 * SECOND : MINUTE * SECOND;
  return `about ${durationText(Math.round(ms / step) * step)} left`;
}
