import { describe, expect, it } from 'vitest';
import { isWithin, resolveWindow } from './window.js';

const TODAY = '2026-11-23';

describe('resolveWindow', () => {
  it.each([
    [{}, { start: '2026-11-22', end: TODAY }],
    [{ days_back: 7 }, { start: '2026-11-16', end: TODAY }],
    [
      { days_back: 7, start_date: '2026-01-01' },
      { start: '2026-01-01', end: TODAY },
    ],
    [
      { days_back: 3, end_date: '2026-03-02' },
      { start: '2026-02-27', end: '2026-03-02' },
    ],
    [
      { start_date: '2026-03-02', end_date: '2026-03-02', days_back: null },
      { start: '2026-03-02', end: '2026-03-02' },
    ],
  ])('reads %j', (fields, window) => {
    expect(resolveWindow(fields, TODAY)).toEqual(window);
  });

  it('refuses future days', () => {
    expect(() => resolveWindow({ end_date: '2026-11-24' }, TODAY)).toThrow('is in the future');
    expect(() => resolveWindow({ start_date: '2026-11-24' }, TODAY)).toThrow(
      'start_date 2026-11-24 must not be after end_date 2026-11-23, which is today in Washington.',
    );
  });

  it('refuses an end before the start', () => {
    expect(() => resolveWindow({ start_date: '2026-03-02', end_date: '2026-03-01' }, TODAY)).toThrow(
      'must not be after',
    );
  });

  it('refuses a window that begins before the first PTRs, and accepts all days since', () => {
    const tooEarly = /before the first Periodic Transaction Reports; begin on 2012-01-01 or later/;
    expect(() => resolveWindow({ start_date: '1800-01-01' }, TODAY)).toThrow(tooEarly);
    expect(() => resolveWindow({ end_date: '2011-12-31' }, TODAY)).toThrow(tooEarly);
    expect(() => resolveWindow({ end_date: '2012-01-01' }, TODAY)).toThrow(tooEarly);
    expect(() => resolveWindow({ end_date: '2012-08-01', days_back: 5000 }, TODAY)).toThrow(
      /^days_back 5000 begins on 1998-11-23, which is before/,
    );
    expect(resolveWindow({ start_date: '2012-01-01' }, TODAY)).toEqual({ start: '2012-01-01', end: TODAY });
    expect(resolveWindow({ days_back: 5000 }, TODAY).start).toBe('2013-03-16');
  });

  it('includes both ends', () => {
    const window = { start: '2026-03-01', end: '2026-03-02' };
    expect(['2026-02-28', '2026-03-01', '2026-03-02', '2026-03-03'].map((day) => isWithin(day, window))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
