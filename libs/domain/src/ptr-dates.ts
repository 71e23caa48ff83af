import { daysBetween, type IsoDate, parseUsDate } from './calendar.js';

/**
 * No PTR is older, and no trade in one. The STOCK Act asks for reports of trades since 2012-07-03; the House lists its
 * first one on 2012-07-05, and the calendar of the Senate's search begins on this day. The half year before is slack.
 */
export const FIRST_PTR_DAY: IsoDate = '2012-01-01';
/** A year that can't be meant where nothing else bounds it: parsers have no clock. */
const LAST_PTR_DAY: IsoDate = '2099-12-31';
/** Filers err by days and months: of 10,160 rows 8 are dated up to 144 days after their report. Further on it is the year. */
const LATEST_AFTER_REPORT_DAYS = 366;

const isWithinPtrYears = (date: IsoDate): boolean => date >= FIRST_PTR_DAY && date <= LAST_PTR_DAY;

/**
 * Whether a row of a PTR can't be of this day, as its year shows: a filer's 0202 or 2202 for 2022. Such a date is kept,
 * flagged, and nothing is judged by it.
 *
 * @param reportedOn when the report was signed or filed; null where that is not known
 */
export function isImpossibleDate(date: IsoDate | null, reportedOn: IsoDate | null): boolean {
  if (date === null) return false;
  if (!isWithinPtrYears(date)) return true;
  return reportedOn !== null && daysBetween(reportedOn, date) > LATEST_AFTER_REPORT_DAYS;
}

/** The sites' `M/D/YYYY` of a filing; null where the text is not a date on which a PTR can have been filed. */
export function parseFilingDate(raw: string): IsoDate | null {
  const date = parseUsDate(raw);
  return date !== null && isWithinPtrYears(date) ? date : null;
}
