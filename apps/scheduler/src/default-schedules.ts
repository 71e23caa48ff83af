import type { ScheduleDefinition } from '#rotunda/contracts';

/** A scrape that leaves no gap: what was filed since the last one, and what the listings brought late. */
const NO_GAPS = { include_unknown: true, since_last_success: true };

/** The schedules of the system that Rotunda replaces; entered in KV on the first start, and read from there. */
export const DEFAULT_SCHEDULES: (ScheduleDefinition & { name: string })[] = [
  { name: 'daily', cron: '0 2 * * *', task: 'scrape', args: { days_back: 1, ...NO_GAPS } },
  { name: 'weekly', cron: '0 3 * * 0', task: 'scrape', args: { days_back: 7, ...NO_GAPS } },
  { name: 'check', cron: '*/5 * * * *', task: 'check', catch_up: 'none', expires: true },
];
