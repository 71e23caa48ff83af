import type { ScheduleState } from '#rotunda/contracts';
import { describe, expect, it } from 'vitest';
import { dueTick, nextFire } from './due-tick.js';

const CRON = { daily: '0 2 * * *', weekly: '0 3 * * 0', check: '*/5 * * * *' };

const schedule = (name: keyof typeof CRON, last_fire: string): ScheduleState => ({
  v: 1,
  name,
  cron: CRON[name],
  every: null,
  timezone: 'UTC',
  task: name === 'check' ? 'check' : 'scrape',
  args: {},
  overlap: 'skip',
  catch_up: name === 'check' ? 'none' : 'latest',
  expires: false,
  last_fire,
  last_tasks: {},
  chambers: ['senate', 'house'],
  paused_at: null,
});
const at = (instant: string): Date => new Date(instant);

describe('dueTick', () => {
  it('finds a tick at its exact instant, and only once', () => {
    const daily = schedule('daily', '2026-11-22T02:00:00Z');
    expect(dueTick(daily, at('2026-11-23T01:59:59.999Z'))).toBeNull();
    expect(dueTick(daily, at('2026-11-23T02:00:00Z'))).toEqual({ fire: at('2026-11-23T02:00:00Z'), isMissed: false });
    expect(dueTick(schedule('daily', '2026-11-23T02:00:00Z'), at('2026-11-23T02:00:01Z'))).toBeNull();
  });

  it('finds the latest of several missed ticks', () => {
    const tick = dueTick(schedule('daily', '2026-11-18T02:00:00Z'), at('2026-11-23T09:00:00Z'));
    expect(tick).toEqual({ fire: at('2026-11-23T02:00:00Z'), isMissed: false });
  });

  it('skips a tick that is older than twelve hours', () => {
    const tick = dueTick(schedule('daily', '2026-11-22T02:00:00Z'), at('2026-11-23T14:00:01Z'));
    expect(tick).toMatchObject({ isMissed: true });
  });

  it('does not catch up on checks', () => {
    const check = schedule('check', '2026-11-23T01:00:00Z');
    expect(dueTick(check, at('2026-11-23T02:05:30Z'))).toMatchObject({ isMissed: false });
    expect(dueTick(check, at('2026-11-23T02:08:00Z'))).toMatchObject({ isMissed: true });
  });

  it('takes weekday 0 as Sunday', () => {
    const weekly = schedule('weekly', '2026-11-22T03:00:00Z');
    expect(nextFire(weekly, at('2026-11-23T00:00:00Z'))).toEqual(at('2026-11-29T03:00:00Z'));
  });

  it('finds no due tick, but a next one, for a schedule that has never fired', () => {
    const begins = schedule('daily', '');
    expect(dueTick(begins, at('2026-11-23T02:00:00Z'))).toBeNull();
    expect(nextFire(begins, at('2026-11-23T01:00:00Z'))).toEqual(at('2026-11-23T02:00:00Z'));
  });

  it('does not return a tick that has already fired as the next one', () => {
    const ahead = schedule('daily', '2026-11-23T02:00:00Z');
    expect(nextFire(ahead, at('2026-11-23T01:59:59Z'))).toEqual(at('2026-11-24T02:00:00Z'));
  });

  it.each([
    ['Africa/Cairo', '0 0 * * *', '2026-04-22T22:00:00Z', '2026-04-23T22:00:00Z'],
    ['America/Santiago', '0 0 * * *', '2026-09-05T04:00:00Z', '2026-09-06T04:00:00Z'],
    ['America/Havana', '0 0 * * *', '2026-03-07T05:00:00Z', '2026-03-08T05:00:00Z'],
    ['America/Havana', '30 0 * * 0', '2026-03-01T05:30:00Z', '2026-03-08T05:30:00Z'],
  ])('fires where the clocks of %s jump over midnight (%s)', (timezone, cron, last_fire, fire) => {
    const midnight = { ...schedule('daily', last_fire), cron, timezone };
    const eleven = 11 * 60 * 60_000;
    expect(dueTick(midnight, at(fire))).toEqual({ fire: at(fire), isMissed: false });
    expect(dueTick(midnight, new Date(Date.parse(fire) + eleven))).toEqual({ fire: at(fire), isMissed: false });
    expect(dueTick({ ...midnight, last_fire: fire }, new Date(Date.parse(fire) + eleven))).toBeNull();
  });

  it('fires an interval at its multiples, and catches up like a cron expression', () => {
    const quarter = { ...schedule('daily', '2026-11-23T02:00:00Z'), cron: null, every: '15m' };
    expect(dueTick(quarter, at('2026-11-23T02:14:59.999Z'))).toBeNull();
    expect(dueTick(quarter, at('2026-11-23T02:15:00Z'))).toEqual({ fire: at('2026-11-23T02:15:00Z'), isMissed: false });
    expect(dueTick(quarter, at('2026-11-23T04:50:00Z'))).toEqual({ fire: at('2026-11-23T04:45:00Z'), isMissed: false });
    expect(dueTick({ ...quarter, catch_up: 'none' }, at('2026-11-23T04:50:00Z'))).toMatchObject({ isMissed: true });
    expect(nextFire(quarter, at('2026-11-23T04:50:00Z'))).toEqual(at('2026-11-23T05:00:00Z'));
    expect(dueTick({ ...quarter, every: '7d' }, at('2026-11-27T02:00:00Z'))).toBeNull();
  });

  it('ignores ticks of long ago, even thousands', () => {
    expect(dueTick(schedule('weekly', '2016-11-20T03:00:00Z'), at('2026-11-24T02:00:00Z'))).toBeNull();
    const check = { ...schedule('check', '2016-11-20T03:00:00Z'), catch_up: 'latest' as const };
    const from = performance.now();
    expect(dueTick(check, at('2026-11-24T02:00:00Z'))).toMatchObject({ isMissed: false });
    expect(performance.now() - from).toBeLessThan(2_000);
  });

  it('fires once on the days on which clocks change', () => {
    const newYork = (cron: string, last_fire: string): ScheduleState => ({
      ...schedule('daily', last_fire),
      cron,
      timezone: 'America/New_York',
    });
    // 1:30 occurs twice on 1 November 2026: at 05:30 and at 06:30 UTC.
    const twice = newYork('30 1 * * *', '2026-10-31T05:30:00Z');
    expect(dueTick(twice, at('2026-11-01T05:30:00Z'))?.fire).toEqual(at('2026-11-01T05:30:00Z'));
    expect(dueTick({ ...twice, last_fire: '2026-11-01T05:30:00Z' }, at('2026-11-01T06:30:00Z'))).toBeNull();
    // 2:30 does not occur on 8 March 2026; 3:30 replaces it.
    const never = newYork('30 2 * * *', '2026-03-07T07:30:00Z');
    expect(dueTick(never, at('2026-03-08T07:30:00Z'))?.fire).toEqual(at('2026-03-08T07:30:00Z'));
    expect(dueTick({ ...never, last_fire: '2026-03-08T07:30:00Z' }, at('2026-03-08T12:00:00Z'))).toBeNull();
  });
});
