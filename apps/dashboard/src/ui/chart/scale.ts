import { countText } from '../text.js';
import { durationText } from '../time-text.js';

/** How values are written, and the steps between lines that people expect of them. */
export interface Scale {
  format: (value: number) => string;
  steps: number[];
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** 1, 2, 5, 10, 20, 50 … */
const decimal = (first: number, powers: number): number[] =>
  Array.from({ length: powers }, (_, power) => [1, 2, 5].map((digit) => digit * first * 10 ** power)).flat();

export const COUNTS: Scale = { format: countText, steps: decimal(1, 9) };

export const MEBIBYTES: Scale = { format: (value) => `${countText(Math.round(value))} MiB`, steps: decimal(1, 6) };

export const PERCENT: Scale = {
  format: (value) => `${countText(Math.round(value * 10) / 10)} %`,
  steps: decimal(0.1, 6),
};

export const DURATIONS: Scale = {
  format: (ms) => (ms === 0 ? '0' : durationText(ms)),
  steps: [
    ...decimal(1, 3),
    ...[1, 2, 5, 10, 20, 30].map((n) => n * SECOND),
    ...[1, 2, 5, 10, 20, 30].map((n) => n * MINUTE),
    ...[1, 2, 4, 6, 12].map((n) => n * HOUR),
    ...[1, 2, 5, 10, 20, 50, 100].map((n) => n * DAY),
  ],
};

const COMPACT_DOLLARS = new Intl.NumberFormat('en-US', {
  ...{ style: 'currency', currency: 'USD', notation: 'compact' },
  ...{ minimumFractionDigits: 0, maximumFractionDigits: 1 },
});

export const DOLLARS: Scale = { format: (value) => COMPACT_DOLLARS.format(value), steps: decimal(1, 12) };

const DAY_SECONDS = DAY / SECOND;
/** The step of values by month; they begin with one, however long it is. */
export const MONTH_SECONDS = 30 * DAY_SECONDS;
const MONTH = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' });
const dayText = (at: Date): string => `${at.getUTCDate()} ${MONTH.format(at)}`;

const monthText = (at: Date): string => `${MONTH.format(at)} ${at.getUTCFullYear()}`;

const beginText = (at: Date): string => (at.getUTCMonth() === 0 ? String(at.getUTCFullYear()) : MONTH.format(at));

/** On the axis of time, in UTC: `14:05`, or `31 Jan` where a day begins. By month: `Jan`, or `2025` where a year does. */
export function tickText(seconds: number, stepSeconds = 0): string {
  const at = new Date(seconds * SECOND);
  if (stepSeconds >= MONTH_SECONDS) return at.getUTCDate() === 1 ? beginText(at) : '';
  return seconds % DAY_SECONDS === 0 ? dayText(at) : at.toISOString().slice(11, 16);
}

/** `31 Jan, 14:05 UTC`; with a step what begins there: `31 Jan, 14:00–14:15 UTC`, a whole day, or `Jan 2025`. */
export function momentText(seconds: number, stepSeconds = 0): string {
  if (stepSeconds >= MONTH_SECONDS) return monthText(new Date(seconds * SECOND));
  const [day, from] = [dayText(new Date(seconds * SECOND)), clockText(seconds)];
  if (stepSeconds >= DAY_SECONDS) return `${day} UTC`;
  return stepSeconds === 0 ? `${day}, ${from} UTC` : `${day}, ${from}–${clockText(seconds + stepSeconds)} UTC`;
}

/** `Jan 2024 to Mar 2025` by month, else with days and times. */
export const rangeText = ([from, to]: readonly [number, number], stepSeconds = 0): string =>
  stepSeconds >= MONTH_SECONDS
    ? `${momentText(from, stepSeconds)} to ${momentText(to - 1, stepSeconds)}`
    : `${momentText(from)} to ${momentText(to)}`;

const clockText = (seconds: number): string => new Date(seconds * SECOND).toISOString().slice(11, 16);
