import { easternDate } from '#rotunda/domain';
import { expect, it } from 'vitest';
import { planCommand } from './group-plan.js';
import { laneOfBody, laneOfTask } from './lane.js';

const now = new Date('2026-11-23T12:00:00Z');
const SETTINGS = { SCRAPE_LONG_WINDOW_DAYS: 31 };
const laneOf = (name: 'scrape' | 'reparse' | 'check', body: string) => laneOfBody(name, body, SETTINGS, now);

it.each([
  ['{}', 'short'],
  ['{"days_back": 30}', 'short'],
  ['{"days_back": 31}', 'long'],
  ['{"start_date": "2026-10-24"}', 'short'],
  ['{"start_date": "2026-10-23"}', 'long'],
  ['{"start_date": "2020-01-01", "end_date": "2020-01-31"}', 'short'],
  ['{"start_date": "2020-01-01", "end_date": "2020-12-31", "days_back": 1}', 'long'],
  // However far back it will reach.
  ['{"days_back": 1, "since_last_success": true, "include_unknown": true}', 'short'],
  // The worker refuses these.
  ['{"days_back": 400, "days": 1}', 'short'],
  ['{"start_date": "2026-12-01"}', 'short'],
  ['400', 'short'],
])('the scrape %s is %s', async (body, lane) => {
  expect(await laneOf('scrape', body)).toBe(lane);
});

it.each([
  ['reparse', '', 'long'],
  ['reparse', '{"external_ids": null, "filed_from": "2026-11-22"}', 'long'],
  ['reparse', '{"external_ids": ["20020055"]}', 'short'],
  ['check', '{}', 'short'],
] as const)('the %s %s is %s', async (name, body, lane) => {
  expect(await laneOf(name, body)).toBe(lane);
});

it('a child is as long as the window that was split, however small its own part', () => {
  const window = { start: '2012-01-01', end: easternDate(now) };
  const children = planCommand({ id: 'g', name: 'scrape', chamber: 'house', args: {}, window }, 30);
  expect(children.length).toBeGreaterThan(100);
  expect(new Set(children.map((child) => laneOfTask(child, SETTINGS, now)))).toEqual(new Set(['long']));
});

it('an impossible date in a state is no reason to fail', () => {
  const args = { start_date: 'yesterday', end_date: '2026-11-23', days_back: 'x' };
  expect(laneOfTask({ name: 'scrape', args }, SETTINGS, now)).toBe('short');
});
