import type { ScheduleState, SiteState } from '#rotunda/contracts';
import { ticksAfter } from '#rotunda/tasks';

/** As in the alert RotundaNoRecentSuccess, which knows the default schedules: the next tick makes up for a lost one … */
const LOST_TICKS = 2;
/** … and a long scrape takes its time. */
const GRACE_MS = 2 * 60 * 60_000;

const SENTENCES = {
  nothing_scheduled: 'No schedule scrapes this chamber.',
  schedules_paused: 'All schedules that scrape this chamber are paused: {schedules}.',
  chamber_paused: 'The chamber has been paused since {since}.',
  never_succeeded: 'No scrape has succeeded yet.',
  no_recent_success: 'No scrape has succeeded since {last_success}; {schedule} should have brought one by {due}.',
} as const;
type Code = keyof typeof SENTENCES;

export const STALENESS_CODES = Object.keys(SENTENCES) as Code[];

/** Why the data of a chamber are too old, or will be. */
export interface Staleness {
  code: Code;
  params: Record<string, string>;
  message: string;
}

/**
 * The first reason that applies; null: the data are as recent as the schedules promise.
 *
 * @param schedules those that scrape the chamber
 * @param lastSuccess when the scrape that succeeded last ended
 */
export function stalenessOf(
  schedules: readonly ScheduleState[],
  { paused }: SiteState,
  lastSuccess: string | null,
  now: Date,
): Staleness | null {
  const active = schedules.filter(({ paused_at }) => paused_at === null);
  if (schedules.length === 0) return staleness('nothing_scheduled');
  if (active.length === 0) {
    return staleness('schedules_paused', { schedules: schedules.map(({ name }) => name).join(', ') });
  }
  if (paused) return staleness('chamber_paused', { since: paused.at });
  if (lastSuccess === null) return staleness('never_succeeded');
  const [first] = active.map((schedule) => deadline(schedule, lastSuccess)).toSorted((a, b) => a.at - b.at);
  if (!first || first.at > now.getTime()) return null;
  const due = new Date(first.at).toISOString();
  return staleness('no_recent_success', { last_success: lastSuccess, schedule: first.schedule, due });
}

const deadline = (schedule: ScheduleState, lastSuccess: string): { schedule: string; at: number } => ({
  schedule: schedule.name,
  at: ticksAfter(schedule, new Date(lastSuccess), LOST_TICKS).at(-1)!.getTime() + GRACE_MS,
});

const staleness = (code: Code, params: Record<string, string> = {}): Staleness => ({
  ...{ code, params },
  message: SENTENCES[code].replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? ''),
});
