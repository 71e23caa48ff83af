import { daysBetween, FIRST_PTR_DAY } from '#rotunda/domain';
import type { FilingRecord } from '../entities/filing.entity.js';
import type { TransactionRecord } from '../entities/transaction.entity.js';
import { DAYS_AFTER_NOTICE, DAYS_AFTER_TRADE } from '../rows/timeliness.js';

/** By how many days a trade was disclosed late; 0: in time. */
export interface Lateness {
  /** Past the 45 days after the trade. */
  pastTrade: number;
  /** Past the 30 days after the filer's notice; null if no usable date of it is known. */
  pastNotice: number | null;
}

/**
 * A notice before the trade contradicts it (20 of 10,160 rows): it is not counted as a date. The Senate's form has none.
 * `t.late` is null where nothing can be said: a date is missing or impossible, or the row amends or deletes another one.
 */
const NOTICED = `t.notified_on >= greatest(t.traded_on, '${FIRST_PTR_DAY}'::date)`;

const PAST_NOTICE = `(${NOTICED} AND f.filed_on - t.notified_on > ${DAYS_AFTER_NOTICE})`;

/** Whether a trade was disclosed late, of rows `t` of filings `f`; null as in `t.late`. */
export const LATE = `(t.late OR (t.late IS FALSE AND coalesce(${PAST_NOTICE}, FALSE)))`;

/** By how many days it was late, of a late trade. */
export const DAYS_LATE = `greatest(t.days_to_file - ${DAYS_AFTER_TRADE},
  CASE WHEN ${NOTICED} THEN f.filed_on - t.notified_on - ${DAYS_AFTER_NOTICE} END)`;

type Judged = Pick<TransactionRecord, 'late' | 'daysToFile' | 'tradedOn' | 'notifiedOn'>;

/** The same as `LATE` and `DAYS_LATE`, of one trade; null where nothing can be said. */
export function latenessOf(
  { late, daysToFile, tradedOn, notifiedOn }: Judged,
  { filedOn }: Pick<FilingRecord, 'filedOn'>,
): Lateness | null {
  if (late === null || daysToFile === null || tradedOn === null || filedOn === null) return null;
  const isNoticed = notifiedOn !== null && notifiedOn >= tradedOn && notifiedOn >= FIRST_PTR_DAY;
  return {
    pastTrade: Math.max(0, daysToFile - DAYS_AFTER_TRADE),
    pastNotice: isNoticed ? Math.max(0, daysBetween(notifiedOn, filedOn) - DAYS_AFTER_NOTICE) : null,
  };
}
