import { webAddress } from '#rotunda/runtime';
import { requestInterval, scraperSettings, type SiteSettings } from '#rotunda/scraping';
import { bool, str } from 'envalid';

export const SENATE_PORT = 8083;

export const senateSettings = {
  SENATE_BASE_URL: webAddress({
    default: 'https://efdsearch.senate.gov',
    desc: "The Senate's site for disclosures (eFD)",
  }),
  SENATE_MEDIA_URL: webAddress({
    default: 'https://efd-media-public.senate.gov',
    desc: "The host of the Senate's pictures of paper reports",
  }),
  SENATE_REQUEST_INTERVAL_MS: requestInterval(2_000, 'Courtesy pause between two requests to the Senate'),
  SENATE_FETCH: str({
    choices: ['auto', 'http', 'browser'],
    default: 'auto',
    desc: 'How to fetch from the Senate; auto: plain HTTP, and a Chromium where the site blocks that',
  }),
  CHROMIUM_PATH: str({
    default: '',
    desc: "Path of the Chromium to use; empty: /usr/bin/chromium if it exists, else Playwright's own",
  }),
  ROTUNDA_ACCEPT_TERMS: bool({
    default: false,
    desc:
      'You accept 5 U.S.C. § 13107(c): no use of the reports that is unlawful, commercial (news media excepted), for ' +
      'credit rating or for solicitation',
  }),
};

/** Of the whole service; `rotunda start` checks them. */
export const settings = scraperSettings({ port: SENATE_PORT, settings: senateSettings });

export interface SenateSettings extends SiteSettings {
  SENATE_BASE_URL: string;
  SENATE_MEDIA_URL: string;
  SENATE_REQUEST_INTERVAL_MS: number;
  SENATE_FETCH: 'auto' | 'http' | 'browser';
  CHROMIUM_PATH: string;
  ROTUNDA_ACCEPT_TERMS: boolean;
}
