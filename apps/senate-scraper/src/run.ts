import 'reflect-metadata';
import { databaseSettings } from '#rotunda/persistence';
import { readConfiguration } from '#rotunda/runtime';
import { runInForeground, siteSettings } from '#rotunda/scraping';
import { senateSettings } from './config.js';
import { SenateSession } from './site/senate-session.js';
import { SenateSite } from './site/senate-site.js';
import { openWays } from './site/ways.js';

/** `rotunda run senate`: one scrape of the Senate in the foreground, without a broker. */
process.exitCode = await runInForeground(
  'senate',
  () => readConfiguration(databaseSettings).DATABASE_URL,
  async () => {
    const config = readConfiguration({ ...siteSettings, ...senateSettings });
    const session = new SenateSession(await openWays(config), config);
    return { site: new SenateSite(session, config), close: () => session.close() };
  },
);
