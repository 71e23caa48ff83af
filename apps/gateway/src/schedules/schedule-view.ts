import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type ScheduleState, tickId } from '#rotunda/contracts';
import { type DamagedSchedule, nextFire, ScheduleBook } from '#rotunda/tasks';
import { taskName } from '../tasks/commands/commands.js';
import type { ScheduledTaskView } from '../tasks/status/task-views.js';

/** Who has what a schedule will publish, until then. */
const SCHEDULER = 'scheduler';

/** All schedules as they are now. One that no scheduler can use has no ticks, and is told of apart. */
@Injectable()
export class ScheduleView implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(private readonly book: ScheduleBook) {}

  onApplicationBootstrap(): Promise<void> {
    return this.book.open();
  }

  onModuleDestroy(): void {
    this.book.close();
  }

  /** By name. */
  schedules(now: Date): ScheduleState[] {
    return this.book.schedules(now).toSorted(byName);
  }

  /** By name. */
  damaged(now: Date): DamagedSchedule[] {
    return this.book.damaged(now).toSorted(byName);
  }

  /** What the schedules will publish next: a command for each of their chambers; a paused one publishes none. */
  nextTicks(now: Date): ScheduledTaskView[] {
    const active = this.schedules(now).filter(({ paused_at }) => paused_at === null);
    return active.flatMap((schedule) => {
      const fire = nextFire(schedule, now);
      return schedule.chambers.map((chamber) => ({
        worker: SCHEDULER,
        task_id: tickId(schedule.name, chamber, fire),
        task_name: taskName(chamber, schedule.task),
        args: [],
        kwargs: schedule.args,
        eta: fire.toISOString(),
      }));
    });
  }
}

const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name);
