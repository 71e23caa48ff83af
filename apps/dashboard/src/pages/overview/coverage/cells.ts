import type { Schema } from '../../../api/types.js';
import type { Task } from '../../../api/tasks.js';
import { addDays, type DayRange, joined, overlaps } from './days.js';

export type MonthCoverage = Schema<'CoverageMonthView'>;

export type CellState = 'complete' | 'empty' | 'gap' | 'active' | 'future' | 'before';

export interface Cell {
  month: string;
  state: CellState;
  /** 1 to 4: how many filings, beside the fullest month; 0: none. */
  level: number;
  /** Null outside the days that are known. */
  figures: MonthCoverage | null;
  /** The days of the month that should have been scraped and were not. */
  missing: DayRange[];
}

export interface Year {
  year: string;
  cells: Cell[];
}

const LEVELS = 4;
/** Today and yesterday can be missing until the night's scrape: a day counts once it was scraped after its end. */
const NOT_DUE_DAYS = 2;
const MONTHS = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, '0'));

/**
 * The newest year first.
 *
 * @param today the last day of the answer
 * @param active windows that are being scraped, or wait for it
 */
export function yearsOf(months: readonly MonthCoverage[], today: string, active: readonly DayRange[]): Year[] {
  const byMonth = new Map(months.map((month) => [month.month, month]));
  const most = Math.max(1, ...months.map(({ listed }) => listed));
  const [first, last] = [Number((months[0]?.month ?? today).slice(0, 4)), Number(today.slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, index) => String(last - index));
  return years.map((year) => ({
    year,
    cells: MONTHS.map((month) => cellOf(`${year}-${month}`, byMonth.get(`${year}-${month}`), { most, today, active })),
  }));
}

interface Context {
  most: number;
  today: string;
  active: readonly DayRange[];
}

function cellOf(month: string, figures: MonthCoverage | undefined, { most, today, active }: Context): Cell {
  if (!figures) {
    const state = month > today.slice(0, 7) ? 'future' : 'before';
    return { month, state, level: 0, figures: null, missing: [] };
  }
  const missing = dueOf(figures.missing_days, today);
  // The square root keeps the many months with few filings apart.
  const level = figures.listed === 0 ? 0 : Math.ceil(LEVELS * Math.sqrt(figures.listed / most));
  return { month, state: stateOf(figures, missing, active), level, figures, missing };
}

function stateOf({ listed }: MonthCoverage, missing: DayRange[], active: readonly DayRange[]): CellState {
  if (missing.some((gap) => active.some((window) => overlaps(gap, window)))) return 'active';
  if (missing.length > 0) return 'gap';
  return listed === 0 ? 'empty' : 'complete';
}

function dueOf(missing: readonly DayRange[], today: string): DayRange[] {
  const last = addDays(today, -NOT_DUE_DAYS);
  return missing.filter(({ from }) => from <= last).map(({ from, to }) => ({ from, to: to < last ? to : last }));
}

/** The whole gap that a month is a part of, over the ends of the month; two gaps in it as one with the days between. */
export function gapAround(cell: Cell, months: readonly MonthCoverage[], today: string): DayRange | null {
  const gaps = joined(months.flatMap(({ missing_days }) => dueOf(missing_days, today))).filter((gap) =>
    cell.missing.some((part) => overlaps(gap, part)),
  );
  const [first, last] = [gaps[0], gaps.at(-1)];
  return first && last ? { from: first.from, to: last.to } : null;
}

/** The part of a month's gap that lies in the month. */
export function gapWithin({ missing }: Cell): DayRange | null {
  const [first, last] = [missing[0], missing.at(-1)];
  return first && last ? { from: first.from, to: last.to } : null;
}

const DEFAULT_DAYS_BACK = 1;

/** The days that a scrape asks for. One that begins where the last success ended is known no better than this. */
export function windowOf({ args }: Pick<Task, 'args'>, today: string): DayRange {
  const to = typeof args['end_date'] === 'string' ? args['end_date'] : today;
  const days = typeof args['days_back'] === 'number' ? args['days_back'] : DEFAULT_DAYS_BACK;
  return { from: typeof args['start_date'] === 'string' ? args['start_date'] : addDays(to, -days), to };
}
