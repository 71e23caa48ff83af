import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CHAMBERS, type ScheduleState, tickId } from '#rotunda/contracts';
import { type SchedulesBucket, SCHEDULES_BUCKET } from '#rotunda/messaging';
import { nextFire } from '#rotunda/tasks';
import { taskName } from './commands.js';
import type { ScheduledTaskView } from './task-views.js';

/** All schedules as they are now, kept by watching KV. */
@Injectable()
export class ScheduleView implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly byName = new Map<string, ScheduleState>();
  private stop = (): void => {};

  constructor(@Inject(SCHEDULES_BUCKET) private readonly bucket: SchedulesBucket) {}

  async onApplicationBootstrap(): Promise<void> {
    const { ready, stop } = await this.bucket.watch(({ key, value }) => {
      if (value) this.byName.set(key, value);
      else this.byName.delete(key);
    });
    this.stop = stop;
    await ready;
  }

  onModuleDestroy(): void {
    this.stop();
  }

  /** By name. */
  schedules(): ScheduleState[] {
    return [...this.byName.values()].toSorted((a, b) => a.name.localeCompare(b.name));
  }

  /** What the schedules will publish next: a command for each chamber. */
  nextTicks(now: Date): ScheduledTaskView[] {
    return this.schedules().flatMap((schedule) => {
      const fire = nextFire(schedule, now);
      return CHAMBERS.map((chamber) => ({
        worker: null,
        task_id: tickId(schedule.name, chamber, fire),
        task_name: taskName(chamber, schedule.task),
        eta: fire.toISOString(),
      }));
    });
  }
}
