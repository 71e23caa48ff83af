import type { readConfiguration } from '#rotunda/runtime';
import { DISCLOSURE_SITE, GuardedSite, RequestBudget, ScrapingModule, SiteProbe } from '#rotunda/scraping';
import { WorkerLife } from '#rotunda/tasks';
import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CheckHandler } from './check.handler.js';
import type { settings } from './config.js';
import { ReparseHandler } from './reparse.handler.js';
import { ScrapeHandler } from './scrape.handler.js';
import { SenateSession } from './site/senate-session.js';
import { SenateSite } from './site/senate-site.js';
import { refusalWithoutTerms } from './site/terms.js';
import { openWays } from './site/ways.js';

export const SERVICE = 'senate-scraper';

type SenateConfig = ReturnType<typeof readConfiguration<typeof settings>>;

@Module({})
export class SenateScraperModule implements OnApplicationShutdown {
  constructor(
    private readonly session: SenateSession,
    life: WorkerLife,
  ) {
    life.onRecycle(() => session.recycle());
  }

  static forRoot(config: SenateConfig): DynamicModule {
    const intervalMs = config.SENATE_REQUEST_INTERVAL_MS;
    const missingTerms = refusalWithoutTerms(config);
    return {
      module: SenateScraperModule,
      imports: [ScrapingModule.forScraper({ service: SERVICE, chamber: 'senate', intervalMs, missingTerms }, config)],
      controllers: [ScrapeHandler, CheckHandler, ReparseHandler],
      providers: [
        { provide: SenateSession, inject: [RequestBudget], useFactory: senateSession(config) },
        ...[{ provide: DISCLOSURE_SITE, useExisting: SenateSite }, GuardedSite, SiteProbe],
        {
          provide: SenateSite,
          inject: [SenateSession],
          useFactory: (session: SenateSession) => new SenateSite(session, config),
        },
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.session.close();
  }
}

const senateSession = (config: SenateConfig) => async (budget: RequestBudget) =>
  new SenateSession(await openWays(config, budget), config);
