import { expect, it } from 'vitest';
import type { ScheduleState, SiteState } from '#rotunda/contracts';
import { DEFAULT_SCHEDULES, scheduleOf, untouchedSite } from '#rotunda/tasks';
import { stalenessOf } from './staleness.js';

const LAST_SUCCESS = '2026-11-25T02:05:00.000Z';
const SHIPPED = DEFAULT_SCHEDULES.filter(({ task }) => task === 'scrape').map((shipped) =>
  scheduleOf(shipped.name, shipped, null, new Date(LAST_SUCCESS)),
);
const [DAILY] = SHIPPED as [ScheduleState, ScheduleState];
const SITE = untouchedSite('house');

interface Situation {
  schedules?: ScheduleState[];
  site?: SiteState;
  lastSuccess?: string | null;
  now?: string;
}
const stale = ({ schedules = SHIPPED, site = SITE, lastSuccess = LAST_SUCCESS, now = LAST_SUCCESS }: Situation) =>
  stalenessOf(schedules, site, lastSuccess, new Date(now));

it('waits for two nights and two hours with the schedules that are shipped, as the alert does', () => {
  expect(stale({ now: '2026-11-27T03:59:59Z' })).toBeNull();
  const due = '2026-11-27T04:00:00.000Z';
  expect(stale({ now: due })).toEqual({
    code: 'no_recent_success',
    params: { last_success: LAST_SUCCESS, schedule: 'daily', due },
    message: `No scrape has succeeded since ${LAST_SUCCESS}; daily should have brought one by ${due}.`,
  });
});

it('leaves out weekends where the schedule does, and takes the schedule that promises most', () => {
  const onWorkdays = { ...DAILY, cron: '0 2 * * 1-5' };
  const friday = '2026-11-27T02:05:00.000Z';
  expect(stale({ schedules: [onWorkdays], lastSuccess: friday, now: '2026-12-01T03:59:59Z' })).toBeNull();
  const often = { ...DAILY, name: 'often', cron: null, every: '15m' };
  expect(stale({ schedules: [...SHIPPED, often], now: '2026-11-25T04:30:00Z' })).toMatchObject({
    params: { schedule: 'often' },
  });
});

it('says what else keeps the data from being recent', () => {
  const paused = SHIPPED.map((schedule) => ({ ...schedule, paused_at: LAST_SUCCESS }));
  expect(stale({ schedules: [] })).toMatchObject({ code: 'nothing_scheduled' });
  expect(stale({ schedules: paused })).toMatchObject({
    ...{ code: 'schedules_paused', params: { schedules: 'daily, weekly' } },
  });
  expect(stale({ schedules: [DAILY, ...paused] })).toBeNull();
  expect(stale({ site: { ...SITE, paused: { at: LAST_SUCCESS, reason: null } } })).toMatchObject({
    ...{ code: 'chamber_paused', params: { since: LAST_SUCCESS } },
  });
  expect(stale({ lastSuccess: null })).toMatchObject({ code: 'never_succeeded' });
});
