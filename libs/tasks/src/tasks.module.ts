import { CHAMBERS, type Chamber, type CommandSource } from '#rotunda/contracts';
import { ClockModule } from '#rotunda/runtime';
import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { Registry } from 'prom-client';
import { CommandMetrics } from './queue/command-metrics.js';
import { DeadLetterBox } from './queue/dead-letter-box.js';
import { DeadLetters } from './queue/dead-letters.js';
import { ExpiredCommands } from './queue/expired-commands.js';
import { ControlListener } from './worker/control-listener.js';
import { HeartbeatCheck } from './worker/heartbeat-check.js';
import { LiveState } from './queue/live-state.js';
import { PendingReader } from './queue/pending-reader.js';
import { QueueLeftovers } from './queue/queue-leftovers.js';
import { ScheduleBook } from './schedules/schedule-book.js';
import { Schedules } from './schedules/schedules.js';
import type { DispatcherSettings, TaskSettings } from './settings.js';
import { SiteControl } from './sites/site-control.js';
import { SiteStore } from './sites/site-store.js';
import { TaskControl } from './queue/task-control.js';
import { TaskDispatcher } from './queue/task-dispatcher.js';
import { TaskLogs } from './worker/task-logs.js';
import { TaskMetrics } from './worker/task-metrics.js';
import { TaskPurge } from './queue/task-purge.js';
import { TaskReruns } from './queue/task-reruns.js';
import { TaskRunner } from './worker/task-runner.js';
import { TaskStore } from './queue/task-store.js';
import { TASK_SETTINGS } from './tokens.js';
import { type StopTimes, WorkerLife } from './worker/worker-life.js';
import { WORKER_IDENTITY, type WorkerIdentity, WorkerRegistry } from './worker/worker-registry.js';

/** The providers for each role of a service. Needs MessagingModule and MetricsModule. */
@Module({})
export class TasksModule {
  /** For the scheduler, which submits commands. */
  static forDispatcher(settings: DispatcherSettings): DynamicModule {
    return module(
      [TaskDispatcher, ExpiredCommands, Schedules, ScheduleBook, counting(CHAMBERS, ['schedule'])],
      settings,
    );
  }

  /** For the gateway, which also shows and controls tasks. */
  static forOperator(settings: DispatcherSettings): DynamicModule {
    const counted = counting(CHAMBERS, ['rest', 'retry', 'replay', 'sweep']);
    const steering = [counted, TaskControl, TaskReruns, TaskPurge, DeadLetterBox, SiteControl, SiteStore];
    return module(
      [TaskDispatcher, ...steering, PendingReader, QueueLeftovers, ExpiredCommands, LiveState, Schedules, ScheduleBook],
      settings,
    );
  }

  /** For scrapers, which run tasks. */
  static forWorker(settings: TaskSettings & { stopTimes?: StopTimes }, identity: WorkerIdentity): DynamicModule {
    return module(
      [
        TaskRunner,
        TaskLogs,
        DeadLetters,
        SiteStore,
        HeartbeatCheck,
        WorkerLife,
        WorkerRegistry,
        ControlListener,
        { provide: WORKER_IDENTITY, useValue: identity },
        counting([identity.chamber], ['bus']),
        {
          provide: TaskMetrics,
          inject: [Registry],
          useFactory: (registry: Registry) => new TaskMetrics(registry, [identity.chamber]),
        },
      ],
      settings,
    );
  }
}

const counting = (chambers: readonly Chamber[], sources: readonly CommandSource[]): Provider => ({
  provide: CommandMetrics,
  inject: [Registry],
  useFactory: (registry: Registry) => new CommandMetrics(registry, chambers, sources),
});

function module(providers: Provider[], settings: object): DynamicModule {
  const all = [TaskStore, { provide: TASK_SETTINGS, useValue: settings }, ...providers];
  return { module: TasksModule, imports: [ScheduleModule.forRoot(), ClockModule], providers: all, exports: all };
}
