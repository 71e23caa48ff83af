import { budgetKey, type Chamber, kindOf, type SiteBudget, type TaskName } from '#rotunda/contracts';
import {
  ConsumerHealth,
  type KvBucket,
  MessagingModule,
  NatsAvailability,
  NatsHealth,
  type NatsSettings,
  SITES_BUCKET,
} from '#rotunda/messaging';
import { PersistenceModule, PostgresAvailability, PostgresHealth, RawDocuments } from '#rotunda/persistence';
import { type Clock, CLOCK, ClockModule, HealthModule, MetricsModule, type Settings, VERSION } from '#rotunda/runtime';
import {
  LONG_SLOTS,
  type TaskSettings,
  TasksModule,
  WorkerLife,
  type WorkerIdentity,
  WorkerRegistry,
} from '#rotunda/tasks';
import { type DynamicModule, Inject, Module, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import type { CleanedEnv } from 'envalid';
import type { BreakerLimits } from '../gates/breaker-steps.js';
import { OwnBudget, RequestBudget } from '../budget/request-budget.js';
import { SharedBudget } from '../budget/shared-budget.js';
import { CommandGate } from '../gates/command-gate.js';
import { DISCLOSURE_SITE, GuardedSite } from '../gates/guarded-site.js';
import { MISSING_TERMS } from '../gates/missing-terms.js';
import { MeasuredSite } from '../gates/measured-site.js';
import { PostgresGate } from '../gates/postgres-gate.js';
import { BREAKER_LIMITS, SiteBreaker } from '../gates/site-breaker.js';
import { SiteCheck } from '../gates/site-check.js';
import { SiteGate } from '../gates/site-gate.js';
import { SiteMetrics } from '../gates/site-metrics.js';
import { SiteProbe } from '../gates/site-probe.js';
import { commandController } from '../handlers/command-controller.js';
import { OutboxRelay } from '../outbox/outbox-relay.js';
import { Reparse } from '../reparse/reparse.js';
import { SCRAPED_CHAMBER } from '../scraped-chamber.js';
import { FailureEvidence } from '../scrape/failure-evidence.js';
import { FilingScrape } from '../scrape/filing-scrape.js';
import { ScrapeMetrics } from '../scrape/scrape-metrics.js';
import { Turns } from '../turns.js';
import {
  handlersOfScraper,
  OPEN_SITE,
  type OpenSite,
  type Scraper,
  type scraperSettings,
  serviceOf,
} from './scraper.js';

/** The settings of a scraper, checked. */
export type ScraperConfig<S extends Settings> = CleanedEnv<ReturnType<typeof scraperSettings<S>>>;

interface CommonConfig extends TaskSettings, BreakerLimits, NatsSettings {
  DATABASE_URL: string;
  DATABASE_POOL_SIZE: number;
}

/** The service that does a chamber's tasks. */
@Module({})
export class ScraperModule implements OnApplicationShutdown {
  constructor(
    @Inject(OPEN_SITE) private readonly site: OpenSite,
    life: WorkerLife,
  ) {
    life.onRecycle(() => site.recycle());
  }

  /** @throws Error where a kind of the chamber has no handler or more than one */
  static forScraper<S extends Settings>(scraper: Scraper<S>, given: ScraperConfig<S>): DynamicModule {
    const { chamber } = scraper;
    const config = given as unknown as CommonConfig;
    const own = given as unknown as CleanedEnv<S>;
    const service = serviceOf(chamber);
    const handlers = handlersOfScraper(scraper);
    const missingTerms = scraper.missingTerms?.(own) ?? null;
    return {
      module: ScraperModule,
      imports: [
        MessagingModule.forRoot({ settings: config, name: service, chamber }),
        PersistenceModule.forRoot({
          databaseUrl: config.DATABASE_URL,
          poolSize: config.DATABASE_POOL_SIZE,
          applicationName: service,
        }),
        ClockModule,
        TasksModule.forWorker(config, identityOf(chamber, [...handlers.keys()], config, missingTerms)),
        HealthModule.forRoot([NatsHealth, ConsumerHealth, PostgresHealth]),
        MetricsModule.forService(service),
      ],
      controllers: [...handlers].map(([name, handler]) => commandController(chamber, name, handler)),
      providers: [
        ...handlers.values(),
        { provide: SCRAPED_CHAMBER, useValue: chamber },
        // Postgres stores a chamber's filings one at a time. Waiting for a turn here costs no connection.
        ...[FilingScrape, Reparse, Turns, SiteCheck, FailureEvidence, OutboxRelay, SiteMetrics],
        ...[SiteGate, PostgresGate, CommandGate, SiteBreaker, { provide: BREAKER_LIMITS, useValue: config }],
        ...[NatsAvailability, PostgresAvailability, ScrapeMetrics],
        { provide: MISSING_TERMS, useValue: missingTerms },
        budgetProvider(chamber, scraper.intervalMs(own)),
        {
          provide: OPEN_SITE,
          inject: [RequestBudget, RawDocuments],
          useFactory: (budget: RequestBudget, archive: RawDocuments) => scraper.open(given, budget, archive),
        },
        {
          provide: DISCLOSURE_SITE,
          inject: [OPEN_SITE, SiteMetrics],
          useFactory: ({ site }: OpenSite, metrics: SiteMetrics) => new MeasuredSite(site, metrics),
        },
        ...[GuardedSite, SiteProbe],
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.site.close();
  }
}

function identityOf(
  chamber: Chamber,
  tasks: TaskName[],
  { WORKER_CONCURRENCY }: TaskSettings,
  missingTerms: string | null,
): WorkerIdentity {
  const needTerms = missingTerms === null ? [] : tasks.filter((name) => kindOf(name).needs.includes('site'));
  const withheld = Object.fromEntries(needTerms.map((name) => [name, missingTerms]));
  return {
    ...{
      service: serviceOf(chamber),
      chamber,
      version: VERSION,
      tasks,
      poolSize: WORKER_CONCURRENCY,
      longPoolSize: LONG_SLOTS,
    },
    ...(needTerms.length > 0 ? { withheld } : {}),
  };
}

/** An interval of 0 is only for stand-ins: there is nothing to share. */
const budgetProvider = (chamber: Chamber, intervalMs: number): Provider => ({
  provide: RequestBudget,
  inject: [SITES_BUCKET, WorkerRegistry, SiteMetrics, CLOCK],
  useFactory: (bucket: KvBucket<SiteBudget>, worker: WorkerRegistry, metrics: SiteMetrics, now: Clock) =>
    intervalMs === 0
      ? new OwnBudget(0)
      : SharedBudget.open({
          bucket,
          key: budgetKey(chamber),
          worker: worker.id,
          intervalMs,
          now,
          onGranted: (waitedMs) => metrics.waited(waitedMs),
        }),
});
