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

/** No time zone changes its clocks by more. */
const CLOCK_CHANGE_MS = 3 * HOUR_MS;

/**
 * The latest tick that was not handled yet; null where there is none, or none that is worth a word. Of several missed
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

/** The next tick after an instant. A tick up to `last_fire` never fires again, also where a clock runs ahead of ours. */
export function nextFire(schedule: ScheduleState, after: Date): Date {
  const { last_fire } = schedule;
  const from = last_fire === '' ? after : new Date(Math.max(after.getTime(), Date.parse(last_fire)));
  return expression(schedule, from).next().toDate();
}

/** The next ticks after an instant, in order. */
export function nextFires(schedule: ScheduleState, after: Date, count: number): Date[] {
  const fires: Date[] = [];
  while (fires.length < count) fires.push(nextFire(schedule, fires.at(-1) ?? after));
  return fires;
}

/**
 * Only ever forwards, from where the last catch-up would end: backwards, the parser finds both instants of a time of day
 * that a clock shows twice, and searches years in vain where a clock jumps over midnight. What is older would be passed
 * over anyway. The margin keeps out the second showing of a time of day, which the parser takes for a tick where it
 * begins between the two.
 */
function lastFireUntil(schedule: ScheduleState, now: Date): Date | null {
  const horizon = now.getTime() - CATCH_UP_LIMIT_MS - CLOCK_CHANGE_MS;
  const forward = expression(schedule, new Date(Math.max(Date.parse(schedule.last_fire), horizon)));
  let fire: Date | null = null;
  for (let next = forward.next().toDate(); next <= now; next = forward.next().toDate()) fire = next;
  return fire;
}

const expression = ({ cron, timezone }: ScheduleState, currentDate: Date) =>
  CronExpressionParser.parse(cron, { currentDate, tz: timezone });
