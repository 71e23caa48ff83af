import { INTERVAL, type ScheduleState } from '#rotunda/contracts';
import { CronExpressionParser } from 'cron-parser';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const SHORTEST_SEARCH_MS = 15 * MINUTE_MS;
const LONGEST_SEARCH_MS = 10 * 366 * DAY_MS;
const UNITS: Partial<Record<string, number>> = { s: SECOND_MS, m: MINUTE_MS, min: MINUTE_MS, h: HOUR_MS, d: DAY_MS };

/** What decides the instants at which a schedule ticks. */
export type TickFields = Pick<ScheduleState, 'cron' | 'every' | 'timezone'>;

/** The instants at which a schedule ticks: the same for every scheduler that computes them. */
export interface Ticks {
  /** The first tick after an instant. */
  after(instant: Date): Date;
  /** The last tick in (after, until]; null if there is none. */
  lastWithin(after: Date, until: Date): Date | null;
}

/** @throws Error where it has neither, which the faults of an entry report */
export function ticksOf({ cron, every, timezone }: TickFields): Ticks {
  if (every !== null) return intervalTicks(intervalMs(every));
  if (cron !== null) return cronTicks(cron, timezone);
  throw new Error('a schedule needs cron or every');
}

/** The first ticks after an instant, in order. */
export function ticksAfter(fields: TickFields, instant: Date, count: number): Date[] {
  const ticks = ticksOf(fields);
  const found: Date[] = [];
  while (found.length < count) found.push(ticks.after(found.at(-1) ?? instant));
  return found;
}

/** The last ticks up to an instant, the latest first; fewer if they are years apart. */
export function ticksUntil(fields: TickFields, instant: Date, count: number): Date[] {
  const ticks = ticksOf(fields);
  const found: Date[] = [];
  // Further back each time: a cron expression can only be searched forwards.
  for (let backMs = SHORTEST_SEARCH_MS; found.length < count && backMs < LONGEST_SEARCH_MS; backMs *= 4) {
    found.length = 0;
    const from = new Date(instant.getTime() - backMs);
    for (let tick = ticks.after(from); tick <= instant; tick = ticks.after(tick)) found.push(tick);
  }
  return found.toReversed().slice(0, count);
}

/** The length of `"3600"` (seconds), `"15m"` and so on; NaN if it is not an interval. */
export function intervalMs(every: string): number {
  const [, digits, unit = 's'] = INTERVAL.exec(every) ?? [];
  return Number(digits) * (UNITS[unit] ?? Number.NaN);
}

/** Whether two schedules tick at the same instants: `60s` and `1m` do, and no interval has a time zone. */
export const haveSameTicks = (one: TickFields, other: TickFields): boolean => identityOf(one) === identityOf(other);

const identityOf = ({ cron, every, timezone }: TickFields): string =>
  every === null ? `${cron} ${timezone}` : String(intervalMs(every));

/** The multiples of the interval since 1970-01-01T00:00:00Z. */
function intervalTicks(lengthMs: number): Ticks {
  const lastUntil = (instant: Date): number => Math.floor(instant.getTime() / lengthMs) * lengthMs;
  return {
    after: (instant) => new Date(lastUntil(instant) + lengthMs),
    lastWithin: (after, until) => {
      const last = lastUntil(until);
      return last > after.getTime() ? new Date(last) : null;
    },
  };
}

/**
 * Searches only forwards. Backwards, the parser finds both instants of a time of day that occurs twice, and searches
 * years in vain if a clock change skips midnight.
 */
function cronTicks(cron: string, timezone: string): Ticks {
  const from = (currentDate: Date) => CronExpressionParser.parse(cron, { currentDate, tz: timezone });
  return {
    after: (instant) => from(instant).next().toDate(),
    lastWithin: (after, until) => {
      const forward = from(after);
      let last: Date | null = null;
      for (let next = forward.next().toDate(); next <= until; next = forward.next().toDate()) last = next;
      return last;
    },
  };
}
