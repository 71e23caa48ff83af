import { MessagingModule, NatsAvailability, NatsHealth } from '#rotunda/messaging';
import { ClockModule, HealthModule, MetricsModule } from '#rotunda/runtime';
import { TasksModule } from '#rotunda/tasks';
import { type DynamicModule, Module } from '@nestjs/common';
import type { CleanedEnv } from 'envalid';
import type { settings } from './config.js';
import { DamagedSchedules } from './damaged-schedules.js';
import { ScheduleMetrics } from './schedule-metrics.js';
import { Scheduler } from './scheduler.js';

export const SERVICE = 'scheduler';

type SchedulerConfig = CleanedEnv<typeof settings>;

/** Reports damaged schedules. */
@Module({})
class SchedulesModule {
  static watching(tasks: DynamicModule): DynamicModule {
    const providers = [DamagedSchedules];
    return { module: SchedulesModule, imports: [tasks], providers, exports: providers };
  }
}

@Module({})
export class SchedulerModule {
  static forRoot(config: SchedulerConfig): DynamicModule {
    const tasks = TasksModule.forDispatcher(config);
    const schedules = SchedulesModule.watching(tasks);
    return {
      module: SchedulerModule,
      imports: [
        MessagingModule.forRoot({ settings: config, name: SERVICE }),
        ClockModule,
        tasks,
        HealthModule.forRoot([NatsHealth, DamagedSchedules], [schedules]),
        MetricsModule.forService(SERVICE),
      ],
      providers: [Scheduler, ScheduleMetrics, NatsAvailability],
    };
  }
}
