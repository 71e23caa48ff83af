import type { ScheduleState } from '#rotunda/contracts';
import { ticksAfter, ticksOf } from './ticks.js';

const SECOND_MS = 1_000;
const HOUR_MS = 60 * 60 * SECOND_MS;

/** After an outage an older tick is not made up for: the next one finds the same filings. */
const CATCH_UP_LIMIT_MS = 12 * HOUR_MS;
/** A tick noticed later than this counts as missed, and the catch-up policy applies. */
const ON_TIME_MS = 60 * SECOND_MS;

export interface DueTick {
  /** The instant of the tick, not that of the look. */
  fire: Date;
  /** Skipped: it counts as fired, but nothing is published. */
  isMissed: boolean;
}

/** The largest clock change of any time zone. */
const CLOCK_CHANGE_MS = 3 * HOUR_MS;

/**
 * The latest tick that has not been handled; null if there is none, or only ones too old to report. Of several missed
 * ticks only the latest counts: one scrape covers them all. A schedule without a last fire begins now.
 */
export function dueTick(schedule: ScheduleState, now: Date): DueTick | null {
  if (schedule.last_fire === '') return null;
  const fire = lastFireUntil(schedule, now);
  if (!fire) return null;
  const lateMs = now.getTime() - fire.getTime();
  const isMissed = lateMs > (schedule.catch_up === 'latest' ? CATCH_UP_LIMIT_MS : ON_TIME_MS);
  return { fire, isMissed };
}

/** The next tick after an instant. A tick up to `last_fire` never fires again, even if another clock is fast. */
export function nextFire(schedule: ScheduleState, after: Date): Date {
  return nextFires(schedule, after, 1)[0]!;
}

/** The next ticks after an instant, in order. */
export function nextFires(schedule: ScheduleState, after: Date, count: number): Date[] {
  const { last_fire } = schedule;
  const from = last_fire === '' ? after : new Date(Math.max(after.getTime(), Date.parse(last_fire)));
  return ticksAfter(schedule, from, count);
}

/**
 * Searches from the start of the catch-up period; older ticks would be skipped anyway. The margin excludes the second
 * occurrence of a time of day, which the parser of cron expressions takes for a tick if it starts between the two.
 */
function lastFireUntil(schedule: ScheduleState, now: Date): Date | null {
  const horizon = now.getTime() - CATCH_UP_LIMIT_MS - CLOCK_CHANGE_MS;
  return ticksOf(schedule).lastWithin(new Date(Math.max(Date.parse(schedule.last_fire), horizon)), now);
}
