import { CHAMBERS, type ScheduleState } from '#rotunda/contracts';

type Definition = Omit<ScheduleState, 'last_fire' | 'last_tasks'>;

const COMMON: Pick<Definition, 'v' | 'timezone' | 'overlap' | 'chambers' | 'paused_at'> = {
  v: 1,
  timezone: 'UTC',
  overlap: 'skip',
  chambers: [...CHAMBERS],
  paused_at: null,
};

/** The schedules of the system that Rotunda replaces; entered in KV on the first start, and read from there. */
export const DEFAULT_SCHEDULES: Definition[] = [
  {
    ...COMMON,
    name: 'daily',
    cron: '0 2 * * *',
    task: 'scrape',
    args: { days_back: 1, include_unknown: true },
    catch_up: 'latest',
    expires: false,
  },
  {
    ...COMMON,
    name: 'weekly',
    cron: '0 3 * * 0',
    task: 'scrape',
    args: { days_back: 7, include_unknown: true },
    catch_up: 'latest',
    expires: false,
  },
  { ...COMMON, name: 'check', cron: '*/5 * * * *', task: 'check', args: {}, catch_up: 'none', expires: true },
];
