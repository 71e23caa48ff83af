import type { ScheduleDefinition } from '#rotunda/contracts';
import { describe, expect, it } from 'vitest';
import { entryFaults, scheduleFaults } from './schedule-faults.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const faultsOf = (change: Partial<ScheduleDefinition>): string[] =>
  scheduleFaults({ cron: '0 2 * * *', task: 'scrape', ...change }, NOW).map(({ message }) => message);

describe('scheduleFaults', () => {
  it.each([
    [{}],
    [{ cron: '*/5 9-17 * * MON-FRI', timezone: 'America/New_York' }],
    [{ cron: '0 0 1 MAR THU' }],
    [{ args: { days_back: 7, since_last_success: true } }],
    [{ cron: null, every: '15m' }],
    [{ cron: null, every: '10' }],
    [{ cron: null, every: '366d', timezone: 'America/New_York' }],
  ])('finds none in %j', (change) => {
    expect(faultsOf(change)).toEqual([]);
  });

  it.each([
    [{ cron: '0 2 * *' }, /has 4 of the five fields/],
    [{ cron: '0 0 2 * * *' }, /has 6 of the five fields/],
    [{ cron: '@daily' }, /has 1 of the five fields/],
    [{ cron: '61 * * * *' }, /61/],
    [{ cron: '0 0 30 2 *' }, /never fires/],
    [{ cron: 'H * * * *' }, /must not use H/],
    [{ every: '15m' }, /every must not be given together with cron/],
    [{ cron: null, every: '0' }, /every "0" must be from 10s to 366d/],
    [{ cron: null, every: '9s' }, /must be from 10s to 366d/],
    [{ cron: null, every: '367d' }, /must be from 10s to 366d/],
    [{ timezone: 'Mars/Base' }, /not an IANA time zone/],
    [{ args: { days: 7 } }, /args: .*days/],
    [{ args: { start_date: '2027-01-01', end_date: '2026-01-01' } }, /args: .*must not be after/],
    [{ args: { expires_at: '2027-01-01T00:00:00Z' } }, /must not have expires_at/],
    [{ args: { start_date: '1800-01-01' } }, /args: .*begin on 2012-01-01 or later/],
    [{ task: 'reparse' as const, args: { parser_version_not: 'a\0' } }, /args: .*must not contain U\+0000/],
    [{ task: 'check' as const, args: { days_back: 7 } }, /args: .*days_back/],
  ])('reports the fault of %j', (change, message) => {
    expect(faultsOf(change)).toEqual([expect.stringMatching(message)]);
  });
});

describe('entryFaults', () => {
  const ENTRY = { cron: '0 2 * * *', task: 'scrape' as const };
  const reasonsOf = (name: string, change: object): string[] =>
    entryFaults(name, { ...ENTRY, ...change }, NOW).map(({ field }) => field);

  it.each([
    ['nightly', {}],
    ['nightly', { last_fire: '' }],
    // A scheduler whose clock is ahead.
    ['nightly', { last_fire: '2026-11-25T11:59:00Z' }],
    ['nightly', { last_fire: '2026-11-24T02:00:00Z', paused_at: null, last_tasks: { house: 'nightly-1' } }],
    ['nightly', { paused_at: '2026-11-24T02:00:00Z' }],
  ])('finds none in %s %j', (name, change) => {
    expect(reasonsOf(name, change)).toEqual([]);
  });

  it.each([
    ['nightly.old', {}, ['name']],
    ['nightly', { cron: 5 }, ['cron']],
    ['nightly', { cron: null }, ['cron']],
    ['nightly', { cron: null, every: 3600 }, ['every']],
    ['nightly', { cron: null, every: 'often' }, ['every']],
    ['nightly', { cron: 5, every: '15m' }, ['cron']],
    ['nightly', { every: '15m' }, ['every']],
    ['nightly', { args: [1] }, ['args']],
    ['nightly', { args: { days_back: '7' } }, ['args']],
    ['nightly', { args: { start_date: '2026-12-01' } }, ['args']],
    ['nightly', { args: { constructor: 1 } }, ['entry']],
    ['nightly', { args: { group: { whole: { toString: 1 } } } }, ['entry']],
    ['nightly', { last_fire: 'soon' }, ['last_fire']],
    ['nightly', { last_fire: '2026-11-24T02:00:00' }, ['last_fire']],
    ['nightly', { paused_at: '2026-11-24' }, ['paused_at']],
    ['nightly', { last_fire: 5 }, ['last_fire']],
    ['nightly', { last_fire: '2026-11-25T12:01:00Z' }, ['last_fire']],
    ['nightly', { last_fire: '2100-01-01T00:00:00Z' }, ['last_fire']],
    ['nightly', { paused_at: true }, ['paused_at']],
    ['nightly', { paused_at: '' }, ['paused_at']],
    ['nightly', { last_tasks: { house: 5 } }, ['last_tasks']],
    ['nightly', { last_tasks: 'none' }, ['last_tasks']],
  ])('finds the faults of %s %j', (name, change, fields) => {
    expect(reasonsOf(name, change)).toEqual(fields);
  });
});
