import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, easternDate, isIsoDate, parseUsDate } from './calendar.js';

describe('calendar dates', () => {
  it('reads the dates of the sites, with one digit or two', () => {
    expect(parseUsDate('3/7/2017')).toBe('2017-03-07');
    expect(parseUsDate('03/07/2017')).toBe('2017-03-07');
  });

  it.each(['1/1/0000', '2/30/2025', '13/1/2025', '', '3/7/17', '2025-03-07'])('does not take %j for a date', (raw) => {
    expect(parseUsDate(raw)).toBeNull();
  });

  it('knows leap days', () => {
    expect(isIsoDate('2024-02-29')).toBe(true);
    expect(isIsoDate('2025-02-29')).toBe(false);
  });

  it('counts in days, across months and years', () => {
    expect(addDays('2024-12-31', 1)).toBe('2025-01-01');
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  });

  it('names the day in Washington, not in UTC', () => {
    expect(easternDate(new Date('2026-11-23T03:00:00Z'))).toBe('2026-11-22');
  });
});
