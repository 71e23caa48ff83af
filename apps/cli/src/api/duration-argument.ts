import { InvalidArgumentError } from 'commander';

const SECOND = 1_000;
const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  '': SECOND,
  s: SECOND,
  m: 60 * SECOND,
  min: 60 * SECOND,
  h: 3_600 * SECOND,
  d: 86_400 * SECOND,
};
/** What a timer can hold. */
const MOST_MS = 2 ** 31 - 1;

/** In ms. A number without a unit is in seconds, as in Celery. @throws InvalidArgumentError */
export function readDuration(text: string): number {
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?) ?([a-z]*)$/.exec(text.trim()) ?? [];
  const ms = Number(digits) * (UNITS[unit] ?? NaN);
  if (ms > 0 && ms <= MOST_MS) return ms;
  throw new InvalidArgumentError('It must be a number of seconds, or a time such as 500ms, 90s, 15m, 2h, at most 24d.');
}
