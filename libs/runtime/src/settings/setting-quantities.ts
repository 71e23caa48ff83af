import { EnvError, makeExactValidator, type RequiredValidatorSpec } from 'envalid';
import type { Agreement } from './configuration.js';

interface QuantitySpec {
  default: number;
  /** The least value, in the setting's own unit; default 1. */
  least?: number;
  most: number;
  /** Also takes 0, below the least value; the description says what 0 means. */
  orZero?: boolean;
  desc: string;
  agrees?: Agreement;
}

/** A number without a unit is in the setting's own unit, by its name: `_MS`, `_BYTES`, `_MB`, `_DAYS`. */
interface Measure {
  what: string;
  /** The size of each in the setting's own unit, from small to large. */
  units: Readonly<Record<string, number>>;
  /** Shown if the unit is unknown. */
  examples: string;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const KIBI = 1024;
const MEBI = KIBI ** 2;

const TIME = { ms: 1, s: SECOND, min: MINUTE, m: MINUTE, h: HOUR, d: DAY };
/** Powers of 1024, as in the settings of Postgres and nats-server. */
const SIZE = { B: 1, kB: KIBI, MB: MEBI, GB: KIBI ** 3, TB: KIBI ** 4 };

const DURATION: Measure = { what: 'a duration', units: TIME, examples: 'milliseconds, or 500ms, 30s, 55min, 2h, 1d' };
const BYTES: Measure = { what: 'a size', units: SIZE, examples: 'bytes, or 512kB, 256MB, 1GB (1 kB is 1024 bytes)' };
const MEBIBYTES: Measure = {
  what: 'a size',
  units: Object.fromEntries(Object.entries(SIZE).map(([unit, size]) => [unit, size / MEBI])),
  examples: 'MiB, or 768MB, 1GB',
};
const DAYS: Measure = { what: 'a number of days', units: { d: 1, w: 7 }, examples: 'days, or 90d, 52w' };
const COUNT: Measure = { what: 'a whole number', units: {}, examples: 'a whole number' };

/** For `*_MS`: milliseconds, or a number with a unit. */
export const duration = (spec: QuantitySpec) => quantity(DURATION, spec);
/** For `*_BYTES`: bytes, or a number with a unit. */
export const bytes = (spec: QuantitySpec) => quantity(BYTES, spec);
/** For `*_MB`: MiB, or a number with a unit. */
export const mebibytes = (spec: QuantitySpec) => quantity(MEBIBYTES, spec);
/** For `*_DAYS`: days, or a number with a unit. */
export const days = (spec: QuantitySpec) => quantity(DAYS, spec);
/** How many. */
export const count = (spec: QuantitySpec) => quantity(COUNT, spec);

function quantity(measure: Measure, spec: QuantitySpec): RequiredValidatorSpec<number> {
  const validator = makeExactValidator((text) => readQuantity(text, measure, spec));
  return { ...validator({ default: spec.default, desc: spec.desc }), ...(spec.agrees && { agrees: spec.agrees }) };
}

/** `3_300_000` or `1.5`, and a unit; no sign and no exponent: nobody writes a time limit as `1e6` on purpose. */
const QUANTITY = /^(\d+(?:_\d{3})*(?:\.\d+)?) ?([A-Za-z]*)$/;

function readQuantity(text: string, measure: Measure, { least = 1, most, orZero = false }: QuantitySpec): number {
  const [, digits, unit = ''] = QUANTITY.exec(text.trim()) ?? [];
  const factor = unit === '' ? 1 : measure.units[unit];
  const range = `${inUnits(least, measure)} to ${inUnits(most, measure)}${orZero ? ', or 0' : ''}`;
  if (digits === undefined || factor === undefined) {
    throw new EnvError(`"${text}" is not ${measure.what}: give ${measure.examples}; ${range}`);
  }
  const value = exact(Number(digits.replaceAll('_', '')) * factor);
  if ((value === 0 && orZero) || (Number.isInteger(value) && value >= least && value <= most)) return value;
  throw new EnvError(`"${text}" is out of range: ${Number.isInteger(value) ? '' : 'a whole number, '}${range}`);
}

/** In floating point 1.1 h is 3960000.0000000005 ms. */
function exact(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) < 1e-6 ? whole : value;
}

/** In the largest unit that leaves a whole number, e.g. `30 d`. */
export const inTime = (ms: number): string => inUnits(ms, DURATION);

function inUnits(value: number, { units }: Measure): string {
  const [unit, factor] = Object.entries(units).findLast(([, size]) => size >= 1 && value % size === 0) ?? [];
  if (value === 0 || unit === undefined) return String(value);
  return `${value / factor!} ${unit === 'm' ? 'min' : unit}`;
}
