import { type Agreement, bytes, count, duration, inTime } from '#rotunda/runtime';
import { str } from 'envalid';
import { FAILURES_IN_A_ROW } from './scrape/failure-streak.js';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const MEBIBYTE = 1024 * 1024;
/** The pause doubles with each: after nine of an hour it is eleven days. */
const MOST_TRIES = 10;

/** How a scraper behaves towards the sites; each app adds its site's address and courtesy interval. */
export const siteSettings = {
  SITE_CONTACT: str({
    default: '',
    desc: 'Who runs this, as the sites see it in the User-Agent: an e-mail address or web page',
  }),
  SITE_TIMEOUT_MS: duration({
    default: 60 * SECOND_MS,
    least: 100,
    most: HOUR_MS,
    desc: 'A request that takes longer has failed',
  }),
  SITE_TRIES: count({
    default: 4,
    most: MOST_TRIES,
    desc: 'How often a request that the site refuses or breaks off is made in all',
  }),
  SITE_RETRY_DELAY_MS: duration({
    default: 2 * SECOND_MS,
    least: 0,
    most: HOUR_MS,
    desc: 'Wait before the second try, 0: none; doubled for each further one',
  }),
  SITE_MAX_BYTES: bytes({
    default: 64 * MEBIBYTE,
    least: MEBIBYTE,
    most: 1024 * MEBIBYTE,
    desc: 'A larger answer is not read',
  }),
};

/** The pause between two requests to a site. */
export const requestInterval = (preset: number, desc: string) =>
  duration({ default: preset, least: 0, most: HOUR_MS, desc: `${desc}; 0, none, is for stand-ins alone` });

const opensForLess: Agreement = ({ SITE_BREAKER_OPEN_MS: open, SITE_BREAKER_LONGEST_MS: longest }) =>
  open === undefined || longest === undefined || open <= longest
    ? null
    : `${inTime(open)} is longer than SITE_BREAKER_LONGEST_MS, ${inTime(longest)}: change one of them`;

/** When a chamber's scrapes wait, because its site refuses us. */
export const breakerSettings = {
  SITE_BREAKER_FAILURES: count({
    // The refusal that ends an attempt opens the breaker, and hands the task back: the next attempt's listing may be
    // answered, and would begin the count anew until no retry is left.
    default: FAILURES_IN_A_ROW,
    most: 1_000,
    desc: 'Refusals of a site in a row (429, 5xx, maintenance) that make its scrapes wait; a block or challenge does so at once',
  }),
  SITE_BREAKER_OPEN_MS: duration({
    default: 15 * MINUTE_MS,
    least: 100,
    most: 30 * DAY_MS,
    desc: 'How long scrapes wait then, before one worker asks again; doubled each time the site refuses once more',
    agrees: opensForLess,
  }),
  SITE_BREAKER_LONGEST_MS: duration({
    default: 120 * MINUTE_MS,
    least: 100,
    most: 30 * DAY_MS,
    desc: 'The longest such wait',
  }),
};

export type SiteSettings = {
  SITE_CONTACT: string;
  SITE_TIMEOUT_MS: number;
  SITE_TRIES: number;
  SITE_RETRY_DELAY_MS: number;
  SITE_MAX_BYTES: number;
};
