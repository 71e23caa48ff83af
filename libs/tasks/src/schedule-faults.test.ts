import type { ScheduleDefinition } from '#rotunda/contracts';
import { describe, expect, it } from 'vitest';
import { scheduleFaults } from './schedule-faults.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const faultsOf = async (change: Partial<ScheduleDefinition>): Promise<string[]> =>
  (await scheduleFaults({ cron: '0 2 * * *', task: 'scrape', ...change }, NOW)).map(({ message }) => message);

describe('scheduleFaults', () => {
  it.each([
    [{}],
    [{ cron: '*/5 9-17 * * MON-FRI', timezone: 'America/New_York' }],
    [{ cron: '0 0 1 MAR THU' }],
    [{ args: { days_back: 7, since_last_success: true } }],
  ])('finds none in %j', async (change) => {
    expect(await faultsOf(change)).toEqual([]);
  });

  it.each([
    [{ cron: '0 2 * *' }, /has 4 of the five fields/],
    [{ cron: '0 0 2 * * *' }, /has 6 of the five fields/],
    [{ cron: '@daily' }, /has 1 of the five fields/],
    [{ cron: '61 * * * *' }, /61/],
    [{ cron: '0 0 30 2 *' }, /never fires/],
    [{ cron: 'H * * * *' }, /must not use H/],
    [{ timezone: 'Mars/Base' }, /no IANA time zone/],
    [{ args: { days: 7 } }, /args: .*days/],
    [{ args: { start_date: '2027-01-01', end_date: '2026-01-01' } }, /args: .*must not be after/],
    [{ args: { expires_at: '2027-01-01T00:00:00Z' } }, /must not have expires_at/],
    [{ task: 'check' as const, args: { days_back: 7 } }, /args: .*days_back/],
  ])('names what is wrong with %j', async (change, message) => {
    expect(await faultsOf(change)).toEqual([expect.stringMatching(message)]);
  });
});
