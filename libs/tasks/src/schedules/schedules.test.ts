import { expect, it } from 'vitest';
import { readSchedule } from './schedules.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const faultyFields = (text: string): string[] => readSchedule('x', text, NOW).faults.map(({ field }) => field);

it.each(['every night', '', 'null', '5', '"x"', '[]'])('does not accept %j as a schedule', (text) => {
  expect(faultyFields(text)).toEqual(['entry']);
});

it.each([
  ['{}', ['cron', 'task']],
  ['{"cron": "* * * * *", "task": "toString"}', ['task']],
  ['{"cron": "* * * * *", "task": ["scrape"], "args": 5}', ['task', 'args']],
  ['{"cron": ["* * * * *"], "task": "scrape", "chambers": "house"}', ['cron', 'chambers']],
  ['{"cron": "* * * * *", "task": "scrape", "timezone": ["UTC"]}', ['timezone']],
  ['{"cron": "* * * * *", "task": "scrape", "args": {"constructor": 1}}', ['entry']],
  ['{"cron": "* * * * *", "task": "scrape", "args": {"__proto__": {"a": 1}}}', ['entry']],
  ['{"cron": "* * * * *", "task": "reparse", "args": {"external_ids": {"length": 5}}}', ['args']],
])('finds the faulty fields of %s', (text, fields) => {
  expect(faultyFields(text).toSorted()).toEqual(fields.toSorted());
});

it('gives a schedule with only the required fields the defaults of the others', () => {
  expect(readSchedule('x', '{"cron": "* * * * *", "task": "check"}', NOW)).toMatchObject({
    faults: [],
    schedule: { name: 'x', timezone: 'UTC', args: {}, chambers: ['senate', 'house'], overlap: 'skip', last_fire: '' },
  });
});
