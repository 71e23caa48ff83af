import { num, str } from 'envalid';
import { FAILURES_IN_A_ROW } from './failure-streak.js';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const MEBIBYTE = 1024 * 1024;

/** How a scraper behaves towards the sites; each app adds its site's address and courtesy interval. */
export const siteSettings = {
  SITE_CONTACT: str({
    default: '',
    desc: 'Who runs this, as the sites see it in the User-Agent: an e-mail address or web page',
  }),
  SITE_TIMEOUT_MS: num({ default: 60 * SECOND_MS, desc: 'A request that takes longer has failed' }),
  SITE_TRIES: num({ default: 4, desc: 'How often a request that the site refuses or breaks off is made in all' }),
  SITE_RETRY_DELAY_MS: num({
    default: 2 * SECOND_MS,
    desc: 'Wait before the second try; doubled for each further one',
  }),
  SITE_MAX_BYTES: num({ default: 64 * MEBIBYTE, desc: 'A larger answer is not read' }),
};

/** When a chamber's scrapes wait, because its site refuses us. */
export const breakerSettings = {
  SITE_BREAKER_FAILURES: num({
    // The refusal that ends an attempt opens the breaker, and hands the task back: the next attempt's listing may be
    // answered, and would begin the count anew until no retry is left.
    default: FAILURES_IN_A_ROW,
    desc: 'Refusals of a site in a row (429, 5xx, maintenance) that make its scrapes wait; a block or challenge does so at once',
  }),
  SITE_BREAKER_OPEN_MS: num({
    default: 15 * MINUTE_MS,
    desc: 'How long scrapes wait then, before one worker asks again; doubled each time the site refuses once more',
  }),
  SITE_BREAKER_LONGEST_MS: num({ default: 120 * MINUTE_MS, desc: 'The longest such wait' }),
};

export type SiteSettings = {
  SITE_CONTACT: string;
  SITE_TIMEOUT_MS: number;
  SITE_TRIES: number;
  SITE_RETRY_DELAY_MS: number;
  SITE_MAX_BYTES: number;
};
