import { type Agreement, bytes, count, duration, inTime } from '#rotunda/runtime';
import { str } from 'envalid';
import { FAILURES_IN_A_ROW } from './scrape/failure-streak.js';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const MEBIBYTE = 1024 * 1024;
/** The pause doubles with each try: from one hour, the ninth pause is eleven days. */
const MOST_TRIES = 10;

/** How a scraper behaves towards the sites; each app adds its site's URL and courtesy interval. */
export const siteSettings = {
  SITE_CONTACT: str({
    default: '',
    desc: 'Who runs this, as the sites see it in the User-Agent: an e-mail address or web page',
  }),
  SITE_TIMEOUT_MS: duration({
    default: 60 * SECOND_MS,
    least: 100,
    most: HOUR_MS,
    desc: 'Time limit of one request',
  }),
  SITE_TRIES: count({
    default: 4,
    most: MOST_TRIES,
    desc: 'Tries in total for a request that the site refuses or cuts off',
  }),
  SITE_RETRY_DELAY_MS: duration({
    default: 2 * SECOND_MS,
    least: 0,
    most: HOUR_MS,
    desc: 'Wait before the second try, 0: none; doubles with each further try',
  }),
  SITE_MAX_BYTES: bytes({
    default: 64 * MEBIBYTE,
    least: MEBIBYTE,
    most: 1024 * MEBIBYTE,
    desc: 'Largest answer accepted from a site',
  }),
};

/** The pause between two requests to a site. */
export const requestInterval = (preset: number, desc: string) =>
  duration({ default: preset, least: 0, most: HOUR_MS, desc: `${desc}; 0, none, is only for stand-ins` });

const opensForLess: Agreement = ({ SITE_BREAKER_OPEN_MS: open, SITE_BREAKER_LONGEST_MS: longest }) =>
  open === undefined || longest === undefined || open <= longest
    ? null
    : `${inTime(open)} is longer than SITE_BREAKER_LONGEST_MS, ${inTime(longest)}: change one of them`;

/** When a chamber's scrapes wait because its site refuses us. */
export const breakerSettings = {
  SITE_BREAKER_FAILURES: count({
    // The refusal that ends an attempt opens the breaker, and the task goes back into the queue. Without that the next
    // attempt's listing might be answered and restart the count, until no retry is left.
    default: FAILURES_IN_A_ROW,
    most: 1_000,
    desc: 'Consecutive refusals (429, 5xx, maintenance) after which scrapes wait; one block or challenge suffices',
  }),
  SITE_BREAKER_OPEN_MS: duration({
    default: 15 * MINUTE_MS,
    least: 100,
    most: 30 * DAY_MS,
    desc: 'How long scrapes then wait before one worker probes the site; doubles each time the site refuses again',
    agrees: opensForLess,
  }),
  SITE_BREAKER_LONGEST_MS: duration({
    default: 120 * MINUTE_MS,
    least: 100,
    most: 30 * DAY_MS,
    desc: 'Upper limit of that wait',
  }),
};

export type SiteSettings = {
  SITE_CONTACT: string;
  SITE_TIMEOUT_MS: number;
  SITE_TRIES: number;
  SITE_RETRY_DELAY_MS: number;
  SITE_MAX_BYTES: number;
};
