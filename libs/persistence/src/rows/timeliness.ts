import { daysBetween, isImpossibleDate, type ParsedTransaction, type RowStatus } from '#rotunda/domain';
import type { FilingRecord } from '../entities/filing.entity.js';

/** STOCK Act, 5 U.S.C. § 13105(l): 30 days after the notification, and at the latest 45 days after the trade. */
export const DAYS_AFTER_TRADE = 45;
export const DAYS_AFTER_NOTICE = 30;

/** The titles of the Senate name amendments: `Periodic Transaction Report for 10/04/2022 (Amendment 1)`. */
const AMENDMENT_TITLE = /\(Amendment\b/i;

export interface Timeliness {
  daysToFile: number | null;
  late: boolean | null;
}

/**
 * How long a trade took to be filed. Rows that amend or delete an earlier one are never judged: they name a trade that
 * was filed before, and counted as new they made ten false late trades for one member. Impossible dates are not judged
 * either: year 0202 would be 666,222 days late.
 */
export function timelinessOf(
  row: Pick<ParsedTransaction, 'tradedOn' | 'rowStatus'>,
  filing: Pick<FilingRecord, 'chamber' | 'format' | 'filedOn' | 'titleRaw' | 'amendmentNo'>,
): Timeliness {
  const { tradedOn } = row;
  const { filedOn } = filing;
  if (!tradedOn || !filedOn || isImpossibleDate(tradedOn, filedOn)) return { daysToFile: null, late: null };
  const daysToFile = daysBetween(tradedOn, filedOn);
  return { daysToFile, late: statusOf(row, filing) === 'new' ? daysToFile > DAYS_AFTER_TRADE : null };
}

/**
 * The House prints a status on each row. The Senate's form has none, nor have forms on paper: there a whole report is an original, or an
 * amendment that restates the rows of another one (84 of 120 restate 99 % of them) and does not tell which rows it
 * adds.
 */
function statusOf(
  { rowStatus }: Pick<ParsedTransaction, 'rowStatus'>,
  { chamber, format, titleRaw, amendmentNo }: Pick<FilingRecord, 'chamber' | 'format' | 'titleRaw' | 'amendmentNo'>,
): RowStatus | null {
  if (rowStatus || (chamber === 'house' && format !== 'paper')) return rowStatus;
  return amendmentNo !== null || AMENDMENT_TITLE.test(titleRaw) ? 'amended' : 'new';
}
