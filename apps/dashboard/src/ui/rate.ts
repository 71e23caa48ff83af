import { useState } from 'react';
import { useNow } from './use-now.js';

const WINDOW_MS = 30_000;

export interface Sample {
  at: number;
  done: number;
}

/** The samples of the last half minute, and the last one before, with a new one. Less is done than before: it began anew. */
export function withSample(samples: readonly Sample[], sample: Sample): Sample[] {
  const last = samples.at(-1);
  const kept = last && sample.done < last.done ? [] : samples;
  const old = kept.findLastIndex(({ at }) => sample.at - at >= WINDOW_MS);
  return [...kept.slice(Math.max(0, old)), sample];
}

/** How much is done in a second, by the samples; null where that can't be told. */
export function rateOf(samples: readonly Sample[], now: number): number | null {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || last.done <= first.done || now <= first.at) return null;
  return ((last.done - first.done) * 1_000) / (now - first.at);
}

/**
 * How much of something is done in a second: by what was done while the page showed it, at first by the whole time.
 *
 * @param since when none was done
 */
export function useRate(done: number, since: string | null): number | null {
  const now = useNow();
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  if (samples.at(-1)?.done !== done) setSamples(withSample(samples, { at: now, done }));
  const whole = since === null ? [] : [{ at: Date.parse(since), done: 0 }];
  return rateOf(samples, now) ?? rateOf([...whole, { at: now, done }], now);
}

/** `3.0/s`, `30/min` */
export const rateText = (perSecond: number): string =>
  perSecond < 1 ? `${(perSecond * 60).toFixed(0)}/min` : `${perSecond.toFixed(1)}/s`;
