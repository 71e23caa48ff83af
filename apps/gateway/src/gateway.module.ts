import { type DynamicModule, Module } from '@nestjs/common';
import { MessagingModule, NatsHealth } from '#rotunda/messaging';
import { PersistenceModule, PostgresHealth } from '#rotunda/persistence';
import { ClockModule, HealthModule, MetricsModule } from '#rotunda/runtime';
import { TasksModule } from '#rotunda/tasks';
import { ExpiredSweep } from './background/expired-sweep.js';
import { HistoryWriter } from './background/history-writer.js';
import { LeftoverSweep } from './background/leftover-sweep.js';
import { PendingWatch } from './background/pending-watch.js';
import { ResultRetention, RETENTION_SETTINGS } from './background/result-retention.js';
import { SubmissionSweep } from './background/submission-sweep.js';
import type { GatewayConfig } from './config.js';
import { CoverageController } from './disclosures/coverage.controller.js';
import { DocumentsController } from './disclosures/documents.controller.js';
import { FilingsController } from './disclosures/filings.controller.js';
import { LineageController } from './disclosures/lineage.controller.js';
import { TradesController } from './disclosures/trades.controller.js';
import { DisclosureMetrics } from './background/disclosure-metrics.js';
import { ReviewsController } from './reviews/reviews.controller.js';
import { FilingMemberController } from './members/filing-member.controller.js';
import { MembersController } from './members/members.controller.js';
import { SiteStateMetrics } from './sites/site-state-metrics.js';
import { SiteView } from './sites/site-view.js';
import { SitesController } from './sites/sites.controller.js';
import { CommandSubmission, PLAN_SETTINGS } from './tasks/commands/command-submission.js';
import { DeadLetterReplays } from './dead-letters/dead-letter-replays.js';
import { DeadLettersController } from './dead-letters/dead-letters.controller.js';
import { ScheduleEditor } from './schedules/schedule-editor.js';
import { ScheduleView } from './schedules/schedule-view.js';
import { SchedulesController } from './schedules/schedules.controller.js';
import { SiteLayouts } from './tasks/health/site-layouts.js';
import { TaskCancelController } from './tasks/steering/task-cancel.controller.js';
import { TaskCommandsController } from './tasks/commands/task-commands.controller.js';
import { TaskEvents } from './tasks/events/task-events.js';
import { TaskEventsController } from './tasks/events/task-events.controller.js';
import { TaskLogLines } from './tasks/logs/task-log-lines.js';
import { TaskLogsController } from './tasks/logs/task-logs.controller.js';
import { TaskHistoryController } from './tasks/history/task-history.controller.js';
import { TaskHistory } from './tasks/history/task-history.js';
import { TaskListsController } from './tasks/lists/task-lists.controller.js';
import { TaskLookup } from './tasks/status/task-lookup.js';
import { TaskStatusController } from './tasks/status/task-status.controller.js';
import { TasksHealthController } from './tasks/health/tasks-health.controller.js';
import { TaskSteering } from './tasks/steering/task-steering.js';
import { TaskSteeringController } from './tasks/steering/task-steering.controller.js';
import { TaskWhy } from './tasks/steering/task-why.js';
import { UniqueCommands } from './tasks/commands/unique-commands.js';
import { WorkersController } from './workers/workers.controller.js';

export const SERVICE = 'gateway';

const CONTROLLERS = [
  TaskCommandsController,
  TaskStatusController,
  TaskCancelController,
  TaskSteeringController,
  DeadLettersController,
  TaskListsController,
  TasksHealthController,
  TaskEventsController,
  TaskHistoryController,
  TaskLogsController,
  WorkersController,
  SchedulesController,
  SitesController,
  TradesController,
  FilingsController,
  LineageController,
  DocumentsController,
  ReviewsController,
  CoverageController,
  MembersController,
  FilingMemberController,
];

/** HTTP and the read side: gives commands, shows what becomes of them, hands out what was disclosed. */
@Module({})
export class GatewayModule {
  static forRoot(config: GatewayConfig): DynamicModule {
    const persistence = PersistenceModule.forRoot({
      databaseUrl: config.DATABASE_URL,
      poolSize: config.DATABASE_POOL_SIZE,
      applicationName: SERVICE,
    });
    return {
      module: GatewayModule,
      imports: [
        MessagingModule.forRoot({ servers: config.NATS_URL, storeDir: config.NATS_STORE_DIR, name: SERVICE }),
        ClockModule,
        TasksModule.forOperator(config),
        persistence,
        HealthModule.forRoot([NatsHealth, PostgresHealth], [persistence]),
        MetricsModule,
      ],
      controllers: CONTROLLERS,
      providers: [
        { provide: RETENTION_SETTINGS, useValue: config },
        { provide: PLAN_SETTINGS, useValue: config },
        ...[CommandSubmission, UniqueCommands, TaskLookup, TaskHistory, ScheduleView, ScheduleEditor],
        ...[TaskEvents, TaskLogLines, TaskSteering, TaskWhy, DeadLetterReplays, SubmissionSweep],
        ...[PendingWatch, LeftoverSweep, ExpiredSweep, HistoryWriter, ResultRetention, SiteLayouts, DisclosureMetrics],
        ...[SiteView, SiteStateMetrics],
      ],
    };
  }
}
