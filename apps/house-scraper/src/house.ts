import { PoliteFetch, type Scraper } from '#rotunda/scraping';
import { HOUSE_PORT, houseSettings } from './config.js';
import { PdfPool } from './parse/thread/pdf-pool.js';
import { ScanPool } from './parse/thread/scan-pool.js';
import { HouseSite } from './site/house-site.js';

export const HOUSE: Scraper<typeof houseSettings> = {
  chamber: 'house',
  port: HOUSE_PORT,
  settings: houseSettings,
  intervalMs: (config) => config.HOUSE_REQUEST_INTERVAL_MS,
  open(config, budget, archive) {
    const pools = [new PdfPool(), new ScanPool()] as const;
    const site = new HouseSite(new PoliteFetch(config.HOUSE_BASE_URL, budget, config), archive, ...pools);
    return {
      site,
      recycle: () => void Promise.all(pools.map((pool) => pool.recycle())),
      close: async () => void (await Promise.all(pools.map((pool) => pool.close()))),
    };
  },
  handlers: [],
};
