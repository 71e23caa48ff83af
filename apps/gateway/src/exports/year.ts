import type { TradeFilters } from '#rotunda/persistence';

/** The year of a filing; `undated`: its date is not known. */
export type ExportYear = number | 'undated';

const YEAR = /^\d{4}$/;
const DIGITS = 4;

export function readYear(text: string): ExportYear | null {
  if (text === 'undated') return text;
  return YEAR.test(text) ? Number(text) : null;
}

export const yearText = (year: ExportYear): string => String(year).padStart(DIGITS, '0');

type Filters = Omit<TradeFilters, 'limit' | 'cursor'>;

/** Of the trades that are wanted, those of one year. */
export function ofYear(filters: Filters, year: ExportYear): Filters {
  if (year === 'undated') return { ...filters, undated: true };
  const [first, last] = [`${yearText(year)}-01-01`, `${yearText(year)}-12-31`];
  const { filedFrom = first, filedTo = last } = filters;
  return { ...filters, filedFrom: filedFrom > first ? filedFrom : first, filedTo: filedTo < last ? filedTo : last };
}
