import { RawDocuments } from '#rotunda/persistence';
import { DISCLOSURE_SITE, GuardedSite, PoliteFetch, RequestBudget, ScrapingModule, SiteProbe } from '#rotunda/scraping';
import { WorkerLife } from '#rotunda/tasks';
import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { CleanedEnv } from 'envalid';
import { CheckHandler } from './check.handler.js';
import type { settings } from './config.js';
import { PdfPool } from './parse/thread/pdf-pool.js';
import { ReparseHandler } from './reparse.handler.js';
import { ScrapeHandler } from './scrape.handler.js';
import { HouseSite } from './site/house-site.js';

export const SERVICE = 'house-scraper';

type HouseConfig = CleanedEnv<typeof settings>;

@Module({})
export class HouseScraperModule implements OnApplicationShutdown {
  constructor(
    private readonly pdfs: PdfPool,
    life: WorkerLife,
  ) {
    life.onRecycle(() => pdfs.recycle());
  }

  static forRoot(config: HouseConfig): DynamicModule {
    const intervalMs = config.HOUSE_REQUEST_INTERVAL_MS;
    return {
      module: HouseScraperModule,
      imports: [ScrapingModule.forScraper({ service: SERVICE, chamber: 'house', intervalMs }, config)],
      controllers: [ScrapeHandler, CheckHandler, ReparseHandler],
      providers: [
        { provide: PdfPool, useFactory: () => new PdfPool() },
        { provide: HouseSite, inject: [RequestBudget, RawDocuments, PdfPool], useFactory: houseSite(config) },
        ...[{ provide: DISCLOSURE_SITE, useExisting: HouseSite }, GuardedSite, SiteProbe],
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pdfs.close();
  }
}

const houseSite = (config: HouseConfig) => (budget: RequestBudget, archive: RawDocuments, pdfs: PdfPool) =>
  new HouseSite(new PoliteFetch(config.HOUSE_BASE_URL, budget, config), archive, pdfs);
