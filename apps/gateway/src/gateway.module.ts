import { type DynamicModule, Module } from '@nestjs/common';
import { MessagingModule, NatsAvailability, NatsHealth } from '#rotunda/messaging';
import { PersistenceModule, PostgresAvailability, PostgresHealth } from '#rotunda/persistence';
import { ClockModule, HealthModule, MetricsModule } from '#rotunda/runtime';
import { TasksModule } from '#rotunda/tasks';
import { ACCESS_CONTROLLERS, accessProviders } from './access/access-parts.js';
import { AuditController } from './audit/audit.controller.js';
import { AuditTrail } from './audit/audit-trail.js';
import { BACKGROUND_JOBS } from './background/background-jobs.js';
import { RETENTION_SETTINGS } from './background/result-retention.js';
import { COMPAT_CONTROLLERS, COMPAT_PROVIDERS } from './compat/compat-parts.js';
import type { GatewayConfig } from './config.js';
import { CoverageController } from './coverage/coverage.controller.js';
import { DeadLetterMetrics } from './dead-letters/dead-letter-metrics.js';
import { DeadLetterReplays } from './dead-letters/dead-letter-replays.js';
import { DeadLettersController } from './dead-letters/dead-letters.controller.js';
import { FilingsController } from './disclosures/filings/filings.controller.js';
import { LateController } from './disclosures/late/late.controller.js';
import { LineageController } from './disclosures/lineage/lineage.controller.js';
import { PastArchive } from './disclosures/past-archive.js';
import { TradesController } from './disclosures/trades/trades.controller.js';
import { DocumentsController } from './documents/documents.controller.js';
import { SheetsController } from './disclosures/sheets/sheets.controller.js';
import { ExportsController } from './exports/exports.controller.js';
import { EXPORT_SETTINGS, RunningExports } from './exports/running-exports.js';
import { TradeExports } from './exports/trade-exports.js';
import { ApiDescription } from './http/api-description.js';
import { FeedsController } from './feeds/feeds.controller.js';
import { FeedFilings } from './feeds/feed-filings.js';
import { AnswerCache } from './http/cache/answer-cache.js';
import { CACHE_SETTINGS } from './http/cache/settings.js';
import { LiveController } from './live/live.controller.js';
import { LiveTrades } from './live/live-trades.js';
import { LiveUpdates } from './live/live-updates.js';
import { FilingMemberController } from './members/filing-member.controller.js';
import { MembersController } from './members/members.controller.js';
import { OverviewController } from './overview/overview.controller.js';
import { ReviewsController } from './reviews/reviews.controller.js';
import { ScheduleEditor } from './schedules/schedule-editor.js';
import { LiveSchedules } from './schedules/live-schedules.js';
import { ScheduleRuns } from './schedules/schedule-runs.js';
import { SchedulesController } from './schedules/schedules.controller.js';
import { SiteStateMetrics } from './sites/site-state-metrics.js';
import { LiveSites } from './sites/live-sites.js';
import { SitesController } from './sites/sites.controller.js';
import { PLAN_SETTINGS } from './tasks/commands/command-submitter.js';
import { QueueMetrics } from './tasks/queue/queue-metrics.js';
import { TASK_CONTROLLERS, TASK_PROVIDERS } from './tasks/task-parts.js';
import { TickersController } from './tickers/tickers.controller.js';
import { ThroughputController } from './throughput/throughput.controller.js';
import { VersionController } from './version/version.controller.js';
import { WorkerControl } from './workers/worker-control.js';
import { WorkerMetrics } from './workers/worker-metrics.js';
import { WorkerSamplesController } from './workers/worker-samples.controller.js';
import { WorkersController } from './workers/workers.controller.js';

export const SERVICE = 'gateway';

const DATA_CONTROLLERS = [
  TradesController,
  FilingsController,
  LineageController,
  DocumentsController,
  SheetsController,
  ExportsController,
  ReviewsController,
  CoverageController,
  LateController,
  MembersController,
  TickersController,
  FilingMemberController,
];

/** HTTP and the read side: takes commands, shows tasks, serves the disclosed data. */
@Module({})
export class GatewayModule {
  static forRoot(config: GatewayConfig): DynamicModule {
    const persistence = PersistenceModule.forRoot({
      databaseUrl: config.DATABASE_URL,
      readUrl: config.DATABASE_READ_URL,
      poolSize: config.DATABASE_POOL_SIZE,
      applicationName: SERVICE,
    });
    return {
      module: GatewayModule,
      imports: [
        MessagingModule.forRoot({ settings: config, name: SERVICE }),
        ClockModule,
        TasksModule.forOperator(config),
        persistence,
        HealthModule.forRoot([NatsHealth, PostgresHealth], [persistence]),
        MetricsModule.forService(SERVICE),
      ],
      controllers: [
        ...ACCESS_CONTROLLERS,
        ...TASK_CONTROLLERS,
        DeadLettersController,
        WorkersController,
        WorkerSamplesController,
        SchedulesController,
        SitesController,
        ...DATA_CONTROLLERS,
        ...COMPAT_CONTROLLERS,
        FeedsController,
        AuditController,
        LiveController,
        OverviewController,
        ThroughputController,
        VersionController,
      ],
      providers: [
        ...accessProviders(config),
        { provide: RETENTION_SETTINGS, useValue: config },
        { provide: PLAN_SETTINGS, useValue: config },
        { provide: CACHE_SETTINGS, useValue: config },
        { provide: EXPORT_SETTINGS, useValue: config },
        ...TASK_PROVIDERS,
        ...[AuditTrail, DeadLetterReplays, LiveSchedules, ScheduleEditor, ScheduleRuns, LiveSites, WorkerControl],
        ...[NatsAvailability, PostgresAvailability, QueueMetrics, DeadLetterMetrics, WorkerMetrics, SiteStateMetrics],
        ...[LiveTrades, LiveUpdates, AnswerCache, FeedFilings, PastArchive],
        ...[RunningExports, TradeExports, ApiDescription],
        ...COMPAT_PROVIDERS,
        ...BACKGROUND_JOBS,
      ],
    };
  }
}
