import { webAddress } from '#rotunda/runtime';
import { requestInterval, scraperSettings } from '#rotunda/scraping';

export const HOUSE_PORT = 8082;

export const houseSettings = {
  HOUSE_BASE_URL: webAddress({ default: 'https://disclosures-clerk.house.gov', desc: 'The site of the House Clerk' }),
  HOUSE_REQUEST_INTERVAL_MS: requestInterval(1_000, 'Courtesy pause between two requests to the Clerk'),
};

/** Of the whole service; `rotunda start` checks them. */
export const settings = scraperSettings({ port: HOUSE_PORT, settings: houseSettings });
