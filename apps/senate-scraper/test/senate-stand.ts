import type { Listing } from '#rotunda/scraping';
import {
  type SenateSite as StandIn,
  type SenateSiteOptions,
  startSenateSite,
} from '../../stand-ins/src/senate/senate-site.js';
import type { SenateSettings } from '../src/config.js';
import { ScanPool } from '../src/parse/thread/scan-pool.js';
import { SenateSession } from '../src/site/senate-session.js';
import { SenateSite } from '../src/site/senate-site.js';
import type { OpenChromium } from '../src/site/chromium.js';
import { openWays } from '../src/site/ways.js';
import { openSharedChromium } from './shared-chromium.js';

/** No courtesy towards a stand-in, and short pauses. */
export const FAST: Omit<SenateSettings, 'SENATE_BASE_URL' | 'SENATE_MEDIA_URL'> = {
  SENATE_REQUEST_INTERVAL_MS: 0,
  SENATE_FETCH: 'http',
  CHROMIUM_PATH: '',
  ROTUNDA_ACCEPT_TERMS: true,
  SITE_CONTACT: 'test@example.org',
  SITE_TIMEOUT_MS: 600_000,
  SITE_TRIES: 6,
  SITE_RETRY_DELAY_MS: 5,
  SITE_MAX_BYTES: 8 * 1024 * 1024,
};

/** The stand-in of the Senate's site, and our side of it. */
export class SenateStand {
  private constructor(
    readonly standIn: StandIn,
    readonly session: SenateSession,
    readonly site: SenateSite,
    private readonly scans: ScanPool,
  ) {}

  /** @param openChromium `launchChromium` where a test needs its own browser */
  static async start(
    settings: Partial<SenateSettings> = {},
    options: SenateSiteOptions = {},
    openChromium: OpenChromium = openSharedChromium,
  ): Promise<SenateStand> {
    const standIn = await startSenateSite(options);
    const all = { ...FAST, SENATE_BASE_URL: standIn.url, SENATE_MEDIA_URL: standIn.mediaUrl, ...settings };
    const session = new SenateSession(
      await openWays(all, undefined, settings.CHROMIUM_PATH ? undefined : openChromium),
      all,
    );
    const scans = new ScanPool();
    return new SenateStand(standIn, session, new SenateSite(session, scans, all), scans);
  }

  /** Everything that the stand-in lists. */
  readonly list = (): Promise<Listing> => this.site.list(this.standIn.window, new AbortController().signal);

  /** The requests so far: method, path and status. */
  get asked(): string[] {
    return this.standIn.requests.map(({ method, path, status }) => `${method} ${path} ${status}`);
  }

  async stop(): Promise<void> {
    await this.session.close();
    await this.scans.close();
    await this.standIn.stop();
  }
}
