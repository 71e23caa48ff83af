import { natsSettings } from '#rotunda/messaging';
import { databaseSettings } from '#rotunda/persistence';
import { httpSettings, logSettings } from '#rotunda/runtime';
import { breakerSettings, siteSettings } from '#rotunda/scraping';
import { taskSettings } from '#rotunda/tasks';
import { num, url } from 'envalid';

export const houseSettings = {
  HOUSE_BASE_URL: url({ default: 'https://disclosures-clerk.house.gov', desc: 'The site of the House Clerk' }),
  HOUSE_REQUEST_INTERVAL_MS: num({ default: 1_000, desc: 'Courtesy pause between two requests to the Clerk' }),
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
