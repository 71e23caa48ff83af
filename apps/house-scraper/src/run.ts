import 'reflect-metadata';
import { databaseSettings } from '#rotunda/persistence';
import { readConfiguration } from '#rotunda/runtime';
import { OwnBudget, PoliteFetch, runInForeground, siteSettings } from '#rotunda/scraping';
import { houseSettings } from './config.js';
import { PdfPool } from './parse/thread/pdf-pool.js';
import { HouseSite } from './site/house-site.js';

/** `rotunda run house`: one scrape of the House in the foreground, without a broker. */
process.exitCode = await runInForeground(
  'house',
  () => readConfiguration(databaseSettings).DATABASE_URL,
  async (archive) => {
    const config = readConfiguration({ ...siteSettings, ...houseSettings });
    const fetch = new PoliteFetch(config.HOUSE_BASE_URL, new OwnBudget(config.HOUSE_REQUEST_INTERVAL_MS), config);
    const pdfs = new PdfPool();
    return { site: new HouseSite(fetch, archive, pdfs), close: () => pdfs.close() };
  },
);
