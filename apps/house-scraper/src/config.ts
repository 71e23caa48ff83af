import { natsSettings } from '#rotunda/messaging';
import { databaseSettings } from '#rotunda/persistence';
import { httpSettings, logSettings, webAddress } from '#rotunda/runtime';
import { breakerSettings, requestInterval, siteSettings } from '#rotunda/scraping';
import { taskSettings } from '#rotunda/tasks';

export const houseSettings = {
  HOUSE_BASE_URL: webAddress({ default: 'https://disclosures-clerk.house.gov', desc: 'The site of the House Clerk' }),
  HOUSE_REQUEST_INTERVAL_MS: requestInterval(1_000, 'Courtesy pause between two requests to the Clerk'),
};

export const settings = {
  ...httpSettings(8082),
  ...logSettings,
  ...natsSettings,
  ...databaseSettings,
  ...taskSettings,
  ...siteSettings,
  ...breakerSettings,
  ...houseSettings,
};
