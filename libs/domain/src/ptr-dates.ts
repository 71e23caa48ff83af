import { daysBetween, type IsoDate, parseUsDate } from './calendar.js';

/**
 * No PTR, and no trade in one, is older. The STOCK Act requires reports of trades since 2012-07-03; the House lists its
 * first one on 2012-07-05, and the calendar of the Senate's search begins on 2012-01-01. The half year before is slack.
 */
export const FIRST_PTR_DAY: IsoDate = '2012-01-01';
/** The latest date taken for real where nothing else bounds it: parsers have no clock. */
const LAST_PTR_DAY: IsoDate = '2099-12-31';
/**
 * Filers err by days and months: of 10,160 rows 8 are dated up to 144 days after their report. Beyond, the year is
 * wrong.
 */
const LATEST_AFTER_REPORT_DAYS = 366;

const isWithinPtrYears = (date: IsoDate): boolean => date >= FIRST_PTR_DAY && date <= LAST_PTR_DAY;

/**
 * Whether the year of a row's date is a typing error: a filer's 0202 or 2202 for 2022. Such a date is kept and flagged,
 * and nothing is derived from it.
 *
 * @param reportedOn when the report was signed or filed; null where unknown
 */
export function isImpossibleDate(date: IsoDate | null, reportedOn: IsoDate | null): boolean {
  if (date === null) return false;
  if (!isWithinPtrYears(date)) return true;
  return reportedOn !== null && daysBetween(reportedOn, date) > LATEST_AFTER_REPORT_DAYS;
}

/** Reads a filing date in the sites' `M/D/YYYY`; null where it is not a date on which a PTR can have been filed. */
export function parseFilingDate(raw: string): IsoDate | null {
  const date = parseUsDate(raw);
  return date !== null && isWithinPtrYears(date) ? date : null;
}
