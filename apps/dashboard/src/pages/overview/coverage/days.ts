const DAY_MS = 86_400_000;

/** Both ends included; days as `2026-01-31`. */
export interface DayRange {
  from: string;
  to: string;
}

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

export const lengthOf = ({ from, to }: DayRange): number => (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;

export const overlaps = (a: DayRange, b: DayRange): boolean => a.from <= b.to && b.from <= a.to;

/** Ranges in their order, those that follow each other without a day between as one. */
export function joined(ranges: readonly DayRange[]): DayRange[] {
  const result: DayRange[] = [];
  for (const range of ranges) {
    const last = result.at(-1);
    if (last && addDays(last.to, 1) >= range.from) last.to = range.to;
    else result.push({ ...range });
  }
  return result;
}

const MONTH = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `2026-01` → `January 2026` */
export const monthText = (month: string): string => MONTH.format(new Date(`${month}-01`));

export const rangeText = ({ from, to }: DayRange): string => (from === to ? from : `${from} to ${to}`);
