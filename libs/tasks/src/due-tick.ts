import type { ScheduleState } from '#rotunda/contracts';
import { CronExpressionParser } from 'cron-parser';

const SECOND_MS = 1_000;
const HOUR_MS = 60 * 60 * SECOND_MS;

/** After an outage a tick older than this is history: what it would have found, the next one finds too. */
const CATCH_UP_LIMIT_MS = 12 * HOUR_MS;
/** A tick noticed later than this was missed, and is the catch-up policy's business. */
const ON_TIME_MS = 60 * SECOND_MS;

export interface DueTick {
  /** The instant that the cron expression names. */
  fire: Date;
  /** Passed over: counted as fired, and nothing is published. */
  isMissed: boolean;
}

/**
 * The latest tick that was not handled yet; null where there is none. Of several missed ticks only the latest counts:
 * one scrape covers them all.
 */
export function dueTick(schedule: ScheduleState, now: Date): DueTick | null {
  const fire = lastFireUntil(schedule, now);
  if (fire <= new Date(schedule.last_fire)) return null;
  const lateMs = now.getTime() - fire.getTime();
  const isMissed = lateMs > (schedule.catch_up === 'latest' ? CATCH_UP_LIMIT_MS : ON_TIME_MS);
  return { fire, isMissed };
}

/** The next tick after an instant. A tick up to `last_fire` never fires again, also where a clock runs ahead of ours. */
export function nextFire(schedule: ScheduleState, after: Date): Date {
  const from = Math.max(after.getTime(), Date.parse(schedule.last_fire));
  return expression(schedule, new Date(from)).next().toDate();
}

/** The parser looks strictly before its date: a millisecond later, a tick at `now` itself is found. */
const lastFireUntil = (schedule: ScheduleState, now: Date): Date =>
  expression(schedule, new Date(now.getTime() + 1))
    .prev()
    .toDate();

const expression = ({ cron, timezone }: ScheduleState, currentDate: Date) =>
  CronExpressionParser.parse(cron, { currentDate, tz: timezone });
