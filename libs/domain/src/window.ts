import { addDays, type IsoDate } from './calendar.js';

/** Calendar days, both ends included. */
export interface DateWindow {
  start: IsoDate;
  end: IsoDate;
}

/** The fields of a scrape command that name its window; dates are real dates already. */
export interface WindowFields {
  days_back?: number | null | undefined;
  start_date?: string | null | undefined;
  end_date?: string | null | undefined;
}

const DEFAULT_DAYS_BACK = 1;

export class InvalidWindowError extends Error {
  override readonly name = 'InvalidWindowError';
}

/**
 * The days that a scrape command asks for. `start_date` beats `days_back`; without either it is yesterday and today.
 *
 * @param today the calendar day in Washington, see `easternDate`
 * @throws InvalidWindowError
 */
export function resolveWindow(fields: WindowFields, today: IsoDate): DateWindow {
  const end = fields.end_date ?? today;
  if (end > today) throw new InvalidWindowError(`end_date ${end} is in the future; today is ${today} in Washington.`);
  const start = fields.start_date ?? addDays(end, -(fields.days_back ?? DEFAULT_DAYS_BACK));
  if (start > end) throw new InvalidWindowError(`start_date ${start} must not be after end_date ${end}.`);
  return { start, end };
}

export const isWithin = (date: IsoDate, { start, end }: DateWindow): boolean => start <= date && date <= end;
