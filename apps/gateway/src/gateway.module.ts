import { type DynamicModule, Module } from '@nestjs/common';
import { MessagingModule, NatsHealth } from '#rotunda/messaging';
import { PersistenceModule, PostgresHealth } from '#rotunda/persistence';
import { HealthModule, MetricsModule } from '#rotunda/runtime';
import { TasksModule } from '#rotunda/tasks';
import { ExpiredSweep } from './background/expired-sweep.js';
import { HistoryWriter } from './background/history-writer.js';
import { LeftoverSweep } from './background/leftover-sweep.js';
import { PendingWatch } from './background/pending-watch.js';
import { ResultRetention, RETENTION_SETTINGS } from './background/result-retention.js';
import { SubmissionSweep } from './background/submission-sweep.js';
import { type Clock, CLOCK } from './clock.js';
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
import { CommandSubmission, PLAN_SETTINGS } from './tasks/command-submission.js';
import { DeadLetterReplays } from './tasks/dead-letter-replays.js';
import { DeadLettersController } from './tasks/dead-letters.controller.js';
import { ScheduleEditor } from './tasks/schedule-editor.js';
import { ScheduleView } from './tasks/schedule-view.js';
import { SchedulesController } from './tasks/schedules.controller.js';
import { SiteLayouts } from './tasks/site-layouts.js';
import { TaskCancelController } from './tasks/task-cancel.controller.js';
import { TaskCommandsController } from './tasks/task-commands.controller.js';
import { TaskEvents } from './tasks/task-events.js';
import { TaskEventsController } from './tasks/task-events.controller.js';
import { TaskLogLines } from './tasks/task-log-lines.js';
import { TaskLogsController } from './tasks/task-logs.controller.js';
import { TaskHistoryController } from './tasks/task-history.controller.js';
import { TaskHistory } from './tasks/task-history.js';
import { TaskListsController } from './tasks/task-lists.controller.js';
import { TaskLookup } from './tasks/task-lookup.js';
import { TaskStatusController } from './tasks/task-status.controller.js';
import { TasksHealthController } from './tasks/tasks-health.controller.js';
import { TaskSteering } from './tasks/task-steering.js';
import { TaskSteeringController } from './tasks/task-steering.controller.js';
import { TaskWhy } from './tasks/task-why.js';
import { UniqueCommands } from './tasks/unique-commands.js';
import { WorkersController } from './tasks/workers.controller.js';

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

const systemClock: Clock = () => new Date();

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
        TasksModule.forOperator(config),
        persistence,
        HealthModule.forRoot([NatsHealth, PostgresHealth], [persistence]),
        MetricsModule,
      ],
      controllers: CONTROLLERS,
      providers: [
        { provide: CLOCK, useValue: systemClock },
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
