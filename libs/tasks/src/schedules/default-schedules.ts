import type { ScheduleDefinition } from '#rotunda/contracts';

export type DefaultSchedule = ScheduleDefinition & { name: string };

/** A scrape that leaves no gap: it includes the days since the last one, and filings that the site listed late. */
const NO_GAPS = { include_unknown: true, since_last_success: true };

/** The schedules of the system that Rotunda replaces. The first start writes them to KV, from where they are read. */
export const DEFAULT_SCHEDULES: readonly DefaultSchedule[] = [
  { name: 'daily', cron: '0 2 * * *', task: 'scrape', args: { days_back: 1, ...NO_GAPS } },
  { name: 'weekly', cron: '0 3 * * 0', task: 'scrape', args: { days_back: 7, ...NO_GAPS } },
  { name: 'check', cron: '*/5 * * * *', task: 'check', catch_up: 'none', expires: true },
];
