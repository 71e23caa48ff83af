import { expect, it } from 'vitest';
import { DURATIONS, momentText, PERCENT, tickText } from './scale.js';

const at = (instant: string): number => Date.parse(instant) / 1_000;

it('writes times in UTC: the day where one begins', () => {
  expect(tickText(at('2026-11-28T14:05:00Z'))).toBe('14:05');
  expect(tickText(at('2026-11-28T00:00:00Z'))).toBe('28 Nov');
  expect(momentText(at('2026-11-28T14:05:00Z'))).toBe('28 Nov, 14:05 UTC');
  expect(momentText(at('2026-11-28T23:45:00Z'), 900)).toBe('28 Nov, 23:45–00:00 UTC');
  expect(momentText(at('2026-11-28T00:00:00Z'), 86_400)).toBe('28 Nov UTC');
});

it('has steps that people expect, ascending', () => {
  expect(DURATIONS.steps).toContain(30_000);
  expect(DURATIONS.steps).toEqual(DURATIONS.steps.toSorted((one, other) => one - other));
  expect([0, 1_500].map(DURATIONS.format)).toEqual(['0', '1.5 s']);
  expect(PERCENT.format(12.34)).toBe('12.3 %');
});
