import { expect, it } from 'vitest';
import { DOLLARS, DURATIONS, MONTH_SECONDS, momentText, PERCENT, rangeText, tickText } from './scale.js';

const at = (instant: string): number => Date.parse(instant) / 1_000;

it('writes times in UTC: the day where one begins', () => {
  expect(tickText(at('2026-11-28T14:05:00Z'))).toBe('14:05');
  expect(tickText(at('2026-11-28T00:00:00Z'))).toBe('28 Nov');
  expect(momentText(at('2026-11-28T14:05:00Z'))).toBe('28 Nov, 14:05 UTC');
  expect(momentText(at('2026-11-28T23:45:00Z'), 900)).toBe('28 Nov, 23:45–00:00 UTC');
  expect(momentText(at('2026-11-28T00:00:00Z'), 86_400)).toBe('28 Nov UTC');
});

it('writes months with their year', () => {
  const [january, march] = [at('2025-01-01T00:00:00Z'), at('2025-03-01T00:00:00Z')];
  expect([january, march].map((each) => tickText(each, MONTH_SECONDS))).toEqual(['2025', 'Mar']);
  expect(momentText(march, MONTH_SECONDS)).toBe('Mar 2025');
  expect(rangeText([january, march + MONTH_SECONDS], MONTH_SECONDS)).toBe('Jan 2025 to Mar 2025');
  expect(rangeText([january, march])).toBe('1 Jan, 00:00 UTC to 1 Mar, 00:00 UTC');
});

it('has steps that people expect, ascending', () => {
  expect(DURATIONS.steps).toContain(30_000);
  expect(DURATIONS.steps).toEqual(DURATIONS.steps.toSorted((one, other) => one - other));
  expect([0, 1_500].map(DURATIONS.format)).toEqual(['0', '1.5 s']);
  expect(PERCENT.format(12.34)).toBe('12.3 %');
  expect([0, 15_000, 1_250_000].map(DOLLARS.format)).toEqual(['$0', '$15K', '$1.3M']);
});
