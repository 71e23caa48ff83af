import { budgetKey, type Chamber, type SiteBudget, TASK_NAMES } from '#rotunda/contracts';
import { ConsumerHealth, type KvBucket, MessagingModule, NatsHealth, SITES_BUCKET } from '#rotunda/messaging';
import { PersistenceModule, PostgresHealth } from '#rotunda/persistence';
import { type Clock, CLOCK, ClockModule, HealthModule, MetricsModule, VERSION } from '#rotunda/runtime';
import { type TaskSettings, TasksModule, WorkerRegistry } from '#rotunda/tasks';
import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import type { BreakerLimits } from './gates/breaker-steps.js';
import { CommandGate } from './gates/command-gate.js';
import { FailureEvidence } from './scrape/failure-evidence.js';
import { FilingScrape } from './scrape/filing-scrape.js';
import { MISSING_TERMS } from './gates/missing-terms.js';
import { OUTBOX_CHAMBER, OutboxRelay } from './outbox/outbox-relay.js';
import { PostgresGate } from './gates/postgres-gate.js';
import { Reparse } from './reparse/reparse.js';
import { OwnBudget, RequestBudget } from './budget/request-budget.js';
import { SCRAPED_CHAMBER } from './scraped-chamber.js';
import { SharedBudget } from './budget/shared-budget.js';
import { BREAKER_LIMITS, SiteBreaker } from './gates/site-breaker.js';
import { SiteCheck } from './gates/site-check.js';
import { SiteGate } from './gates/site-gate.js';
import { SiteMetrics } from './gates/site-metrics.js';
import { Turns } from './turns.js';

export interface ScraperIdentity {
  /** Its name for people, NATS and Postgres, e.g. `house-scraper`. */
  service: string;
  chamber: Chamber;
  /** The courtesy interval of its site. */
  intervalMs: number;
  /** See `MISSING_TERMS`. */
  missingTerms?: string | null;
}

export interface ScraperConnections {
  NATS_URL: string;
  NATS_STORE_DIR: string;
  DATABASE_URL: string;
  DATABASE_POOL_SIZE: number;
}

/** What a scraper is made of besides its site, its parser and its handlers. */
@Module({})
export class ScrapingModule {
  static forScraper(
    { service, chamber, intervalMs, missingTerms = null }: ScraperIdentity,
    config: TaskSettings & BreakerLimits & ScraperConnections,
  ): DynamicModule {
    const withheld = missingTerms === null ? {} : { withheld: { scrape: missingTerms } };
    const poolSize = config.WORKER_CONCURRENCY;
    const identity = { service, chamber, version: VERSION, tasks: [...TASK_NAMES], poolSize, ...withheld };
    const tasks = TasksModule.forWorker(config, identity);
    const providers = [
      ...[
        FilingScrape,
        Reparse,
        // Postgres stores for a chamber one filing after the other. To wait for that in here costs no connection.
        Turns,
        SiteCheck,
        FailureEvidence,
        OutboxRelay,
        { provide: OUTBOX_CHAMBER, useValue: chamber },
      ],
      ...[SiteGate, PostgresGate, CommandGate, SiteBreaker, { provide: BREAKER_LIMITS, useValue: config }],
      { provide: MISSING_TERMS, useValue: missingTerms },
      ...[SiteMetrics, { provide: SCRAPED_CHAMBER, useValue: chamber }],
      budgetProvider(chamber, intervalMs),
    ];
    return {
      module: ScrapingModule,
      imports: [
        MessagingModule.forRoot({ servers: config.NATS_URL, storeDir: config.NATS_STORE_DIR, name: service, chamber }),
        PersistenceModule.forRoot({
          databaseUrl: config.DATABASE_URL,
          poolSize: config.DATABASE_POOL_SIZE,
          applicationName: service,
        }),
        ClockModule,
        tasks,
        HealthModule.forRoot([NatsHealth, ConsumerHealth, PostgresHealth]),
        MetricsModule,
      ],
      providers,
      exports: [...providers, tasks],
    };
  }
}

/** An interval of 0 is for stand-ins alone: there is nothing to share. */
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
