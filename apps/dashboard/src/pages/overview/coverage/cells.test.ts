import { expect, it } from 'vitest';
import { gapAround, gapWithin, type MonthCoverage, windowOf, yearsOf } from './cells.js';
import type { DayRange } from './days.js';

const TODAY = '2026-03-20';

function month(name: string, listed: number, ...missing: DayRange[]): MonthCoverage {
  const counts = {
    parsed: listed,
    paper: 0,
    paper_read: 0,
    paper_review: 0,
    needs_review: 0,
    unavailable: 0,
    failed: 0,
    waiting: 0,
  };
  const scraped = missing.length > 0 ? 'partly' : 'whole';
  return {
    ...{ month: name, listed, ...counts, transactions: 3 * listed, late: 0 },
    ...{ first_filed_on: null, last_filed_on: null, from: `${name}-01`, to: `${name}-28`, scraped },
    missing_days: missing,
  };
}
const range = (from: string, to: string): DayRange => ({ from, to });

const MONTHS = [
  month('2025-11', 4, range('2025-11-20', '2025-11-30')),
  month('2025-12', 0, range('2025-12-01', '2025-12-05'), range('2025-12-20', '2025-12-21')),
  month('2026-01', 0),
  month('2026-02', 100),
  month('2026-03', 25, range('2026-03-19', TODAY)),
];

it('gives each month of each year its state, the newest year first', () => {
  const [newest, oldest] = yearsOf(MONTHS, TODAY, []);
  expect([newest?.year, oldest?.year]).toEqual(['2026', '2025']);
  expect(newest?.cells.map(({ state, level }) => `${state} ${level}`).slice(0, 4)).toEqual([
    ...['empty 0', 'complete 4', 'complete 2', 'future 0'],
  ]);
  expect(oldest?.cells.slice(9).map(({ state }) => state)).toEqual(['before', 'gap', 'gap']);
});

it('counts a day as missing once the night’s scrape could have had it', () => {
  const late = [month('2026-03', 25, range('2026-03-10', TODAY))];
  expect(yearsOf(late, TODAY, [])[0]?.cells[2]).toMatchObject({
    ...{ state: 'gap', missing: [range('2026-03-10', '2026-03-18')] },
  });
});

it('shows a gap as being scraped while a task asks for its days', () => {
  const [, oldest] = yearsOf(MONTHS, TODAY, [range('2025-12-03', '2025-12-04')]);
  expect(oldest?.cells.slice(10).map(({ state }) => state)).toEqual(['gap', 'active']);
});

it('joins the days that are missing in months after each other', () => {
  const [november, december] = yearsOf(MONTHS, TODAY, [])[1]!.cells.slice(10);
  expect(gapAround(november!, MONTHS, TODAY)).toEqual(range('2025-11-20', '2025-12-05'));
  expect(gapAround(december!, MONTHS, TODAY)).toEqual(range('2025-11-20', '2025-12-21'));
  expect(gapWithin(december!)).toEqual(range('2025-12-01', '2025-12-21'));
});

it('reads the days of a command as the gateway does', () => {
  expect(windowOf({ args: {} }, TODAY)).toEqual(range('2026-03-19', TODAY));
  expect(windowOf({ args: { days_back: 30 } }, TODAY)).toEqual(range('2026-02-18', TODAY));
  expect(windowOf({ args: { start_date: '2025-01-01', end_date: '2025-01-31', days_back: 3 } }, TODAY)).toEqual(
    range('2025-01-01', '2025-01-31'),
  );
});
