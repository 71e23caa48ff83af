import { MessagingModule, NatsHealth } from '#rotunda/messaging';
import { HealthModule, MetricsModule } from '#rotunda/runtime';
import { TasksModule } from '#rotunda/tasks';
import { type DynamicModule, Module } from '@nestjs/common';
import type { CleanedEnv } from 'envalid';
import type { settings } from './config.js';
import { Scheduler } from './scheduler.js';

export const SERVICE = 'scheduler';

type SchedulerConfig = CleanedEnv<typeof settings>;

@Module({})
export class SchedulerModule {
  static forRoot(config: SchedulerConfig): DynamicModule {
    return {
      module: SchedulerModule,
      imports: [
        MessagingModule.forRoot({ servers: config.NATS_URL, name: SERVICE }),
        TasksModule.forDispatcher(config),
        HealthModule.forRoot([NatsHealth]),
        MetricsModule,
      ],
      providers: [Scheduler],
    };
  }
}
