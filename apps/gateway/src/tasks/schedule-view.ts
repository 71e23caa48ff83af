import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type ScheduleState, tickId } from '#rotunda/contracts';
import { entryFaults, nextFire, Schedules } from '#rotunda/tasks';
import { taskName } from './commands.js';
import type { ScheduledTaskView } from './task-views.js';

/** All schedules as they are now, kept by watching KV. One that a scheduler can't read is none. */
@Injectable()
export class ScheduleView implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly byName = new Map<string, ScheduleState>();
  private stop = (): void => {};

  constructor(private readonly store: Schedules) {}

  async onApplicationBootstrap(): Promise<void> {
    const { ready, stop } = await this.store.watch((name, schedule) => {
      if (schedule && entryFaults(schedule, new Date()).length === 0) this.byName.set(name, schedule);
      else this.byName.delete(name);
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

  /** What the schedules will publish next: a command for each of their chambers; a paused one publishes none. */
  nextTicks(now: Date): ScheduledTaskView[] {
    const active = this.schedules().filter(({ paused_at }) => paused_at === null);
    return active.flatMap((schedule) => {
      const fire = nextFire(schedule, now);
      return schedule.chambers.map((chamber) => ({
        worker: null,
        task_id: tickId(schedule.name, chamber, fire),
        task_name: taskName(chamber, schedule.task),
        eta: fire.toISOString(),
      }));
    });
  }
}
