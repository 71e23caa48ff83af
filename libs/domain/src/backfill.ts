import { addDays, easternDate, type IsoDate } from './calendar.js';

/** An older filing is not news: a first scrape brings many. */
const NEWS_DAYS = 7;

/** Whether a filing was first seen more than a week after its date: nobody who follows Rotunda could know it earlier. */
export const isBackfill = (filedOn: IsoDate | null, seenAt: Date): boolean =>
  filedOn === null || filedOn < addDays(easternDate(seenAt), -NEWS_DAYS);
