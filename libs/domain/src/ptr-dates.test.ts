import { describe, expect, it } from 'vitest';
import { isImpossibleDate, parseFilingDate } from './ptr-dates.js';

describe('isImpossibleDate', () => {
  it.each([
    ['0202-10-01', '2022-10-20'],
    ['1922-10-01', '2022-10-20'],
    ['2011-12-31', '2012-07-05'],
    ['2202-10-01', '2022-10-20'],
    ['2202-10-01', null],
    ['2023-10-22', '2022-10-20'],
  ])('%s can’t be in a report of %s', (date, reportedOn) => {
    expect(isImpossibleDate(date, reportedOn)).toBe(true);
  });

  it.each([
    // Real rows: dated days and months after their report, and more than two years before it.
    ['2015-12-11', '2015-07-20'],
    ['2025-05-17', '2025-05-11'],
    ['2019-01-18', '2021-10-08'],
    ['2012-01-01', '2012-07-05'],
    ['2023-10-21', '2022-10-20'],
    [null, '2022-10-20'],
  ])('%s may be in a report of %s', (date, reportedOn) => {
    expect(isImpossibleDate(date, reportedOn)).toBe(false);
  });
});

describe('parseFilingDate', () => {
  it('reads a day on which a PTR can be filed', () => {
    expect(['7/5/2012', '1/3/2026'].map(parseFilingDate)).toEqual(['2012-07-05', '2026-01-03']);
  });

  it('reads no other day', () => {
    expect(['31/1/2026', '10/20/0206', '10/20/2206', '12/31/2011'].map(parseFilingDate)).toEqual(
      Array.from({ length: 4 }, () => null),
    );
  });
});
