import type { Scraper } from '#rotunda/scraping';
import { SENATE_PORT, senateSettings } from './config.js';
import { ScanPool } from './parse/thread/scan-pool.js';
import { SenateSession } from './site/senate-session.js';
import { SenateSite } from './site/senate-site.js';
import { refusalWithoutTerms } from './site/terms.js';
import { openWays } from './site/ways.js';

export const SENATE: Scraper<typeof senateSettings> = {
  chamber: 'senate',
  port: SENATE_PORT,
  settings: senateSettings,
  intervalMs: (config) => config.SENATE_REQUEST_INTERVAL_MS,
  missingTerms: refusalWithoutTerms,
  async open(config, budget) {
    const session = new SenateSession(await openWays(config, budget), config);
    const scans = new ScanPool();
    return {
      site: new SenateSite(session, scans, config),
      recycle: () => {
        session.recycle();
        void scans.recycle();
      },
      close: async () => {
        await Promise.all([session.close(), scans.close()]);
      },
    };
  },
  handlers: [],
};
