import { addDays, daysBetween, type IsoDate } from './calendar.js';
import { FIRST_PTR_DAY } from './ptr-dates.js';

/** Calendar days, both ends included. */
export interface DateWindow {
  start: IsoDate;
  end: IsoDate;
}

/** The fields of a scrape command that name its window; dates are already validated. */
export interface WindowFields {
  days_back?: number | null | undefined;
  start_date?: string | null | undefined;
  end_date?: string | null | undefined;
}

const DEFAULT_DAYS_BACK = 1;
const TOO_EARLY = `is before the first Periodic Transaction Reports; begin on ${FIRST_PTR_DAY} or later`;

export class InvalidWindowError extends Error {
  override readonly name = 'InvalidWindowError';

  constructor(
    /** The field that is wrong. */
    readonly field: keyof WindowFields,
    message: string,
  ) {
    super(message);
  }
}

/**
 * The days that a scrape command asks for. `start_date` wins over `days_back`; without either it is yesterday and
 * today. No window begins before the first PTR. Nothing else bounds it; `days_back` has a limit of its own.
 *
 * @param today the calendar day in Washington, see `easternDate`
 * @throws InvalidWindowError
 */
export function resolveWindow(fields: WindowFields, today: IsoDate): DateWindow {
  const { start_date, end_date, days_back } = fields;
  const refuse = (field: keyof WindowFields, is: string): never => {
    throw new InvalidWindowError(field, `${field} ${fields[field]} ${is}.`);
  };
  const end = end_date ?? today;
  if (end > today) refuse('end_date', `is in the future; today is ${today} in Washington`);
  if (end < FIRST_PTR_DAY) refuse('end_date', TOO_EARLY);
  if (start_date && start_date > end)
    refuse('start_date', `must not be after end_date ${end}${end_date ? '' : ', which is today in Washington'}`);
  if (start_date && start_date < FIRST_PTR_DAY) refuse('start_date', TOO_EARLY);
  const start = start_date ?? addDays(end, -(days_back ?? DEFAULT_DAYS_BACK));
  if (start < FIRST_PTR_DAY) refuse(days_back ? 'days_back' : 'end_date', `begins on ${start}, which ${TOO_EARLY}`);
  return { start, end };
}

/** The number of its days. */
export const lengthOf = ({ start, end }: DateWindow): number => daysBetween(start, end) + 1;

export const isWithin = (date: IsoDate, { start, end }: DateWindow): boolean => start <= date && date <= end;
