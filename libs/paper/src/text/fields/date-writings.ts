import type { IsoDate } from '#rotunda/domain';

export interface DateLimits {
  /** No trade is disclosed before it happened. Null: not known. */
  filedOn: IsoDate | null;
}

/** How likely a writing of a date is, against others that read alike. */
export interface WrittenDate {
  date: string;
  weight: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const SEPARATOR = '[/.-]';
const WHOLE = new RegExp(`^(\\d{1,2})${SEPARATOR}(\\d{1,2})${SEPARATOR}(\\d{2}|0\\d{2}|20\\d{2})$`);
/** A separator that the scan lost: still clear where all other parts have two digits. */
const LOST = new RegExp(`^(\\d{2})${SEPARATOR}?(\\d{2})${SEPARATOR}?(\\d{2}|20\\d{2})$`);
const LOST_WEIGHT = 0.2;
const NAMED = /^([a-z]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s*(\d{4}|\d{2})$/i;
const NAMED_AFTER = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]*([a-z]{3,9})\.?,?[\s-]*(\d{4}|\d{2})$/i;

/** The law asks for a report within 45 days; late ones come, but rarely after years. */
const OLDEST_YEARS = 6;

/** The days that a text may mean; none where it is no date, or one that can't be. */
export function datesIn(text: string, limits: DateLimits): WrittenDate[] {
  const trimmed = text.trim();
  const whole = WHOLE.exec(trimmed);
  const parts =
    partsOf(whole, 1) ??
    partsOf(LOST.exec(trimmed), LOST_WEIGHT) ??
    named(NAMED.exec(trimmed), 1, 2) ??
    named(NAMED_AFTER.exec(trimmed), 2, 1);
  if (parts === null) return [];
  const date = dayOf(parts);
  if (date === null) return [];
  const prior = priorOf(date, limits);
  return prior === 0 ? [] : [{ date, weight: parts.weight * prior }];
}

interface Parts {
  month: number;
  day: number;
  year: number;
  weight: number;
}

function partsOf(match: RegExpExecArray | null, weight: number): Parts | null {
  if (match === null) return null;
  return { month: Number(match[1]), day: Number(match[2]), year: Number(match[3]), weight };
}

function named(match: RegExpExecArray | null, monthAt: number, dayAt: number): Parts | null {
  if (match === null) return null;
  const month = MONTHS.indexOf(match[monthAt]!.slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? null : { month, day: Number(match[dayAt]), year: Number(match[3]), weight: 1 };
}

/** Null where the calendar has no such day. */
function dayOf({ month, day, year }: Parts): string | null {
  const full = year < 2000 ? 2000 + year : year;
  const date = new Date(Date.UTC(full, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}

/** How likely a day is before anything is read: nearly all trades are a few months old when they are filed. */
function priorOf(date: string, { filedOn }: DateLimits): number {
  if (filedOn === null) return 1;
  const days = (Date.parse(filedOn) - Date.parse(date)) / 86_400_000;
  if (days < 0 || days > OLDEST_YEARS * 366) return 0;
  if (days <= 120) return 1;
  return days <= 500 ? 0.25 : 0.05;
}
