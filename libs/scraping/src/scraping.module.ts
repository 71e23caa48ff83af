import { type Chamber, TASK_NAMES } from '#rotunda/contracts';
import { ConsumerHealth, MessagingModule, NatsHealth } from '#rotunda/messaging';
import { PersistenceModule, PostgresHealth } from '#rotunda/persistence';
import { HealthModule, MetricsModule, VERSION } from '#rotunda/runtime';
import { type TaskSettings, TasksModule } from '#rotunda/tasks';
import { type DynamicModule, Module } from '@nestjs/common';
import { FilingScrape } from './filing-scrape.js';
import { OUTBOX_CHAMBER, OutboxRelay } from './outbox-relay.js';
import { Reparse } from './reparse.js';
import { SiteCheck } from './site-check.js';

export interface ScraperIdentity {
  /** Its name for people, NATS and Postgres, e.g. `house-scraper`. */
  service: string;
  chamber: Chamber;
}

/** What a scraper is made of besides its site, its parser and its handlers. */
@Module({})
export class ScrapingModule {
  static forScraper(
    { service, chamber }: ScraperIdentity,
    config: TaskSettings & { NATS_URL: string; DATABASE_URL: string; DATABASE_POOL_SIZE: number },
  ): DynamicModule {
    const tasks = TasksModule.forWorker(config, { service, chamber, version: VERSION, tasks: [...TASK_NAMES] });
    const providers = [FilingScrape, Reparse, SiteCheck, OutboxRelay, { provide: OUTBOX_CHAMBER, useValue: chamber }];
    return {
      module: ScrapingModule,
      imports: [
        MessagingModule.forRoot({ servers: config.NATS_URL, name: service, chamber }),
        PersistenceModule.forRoot({
          databaseUrl: config.DATABASE_URL,
          poolSize: config.DATABASE_POOL_SIZE,
          applicationName: service,
        }),
        tasks,
        HealthModule.forRoot([NatsHealth, ConsumerHealth, PostgresHealth]),
        MetricsModule,
      ],
      providers,
      exports: [...providers, tasks],
    };
  }
}
