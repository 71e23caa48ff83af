import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type Chamber, type ScheduleState, tickId } from '#rotunda/contracts';
import { type DamagedSchedule, nextFire, ScheduleBook, type ScheduleChange } from '#rotunda/tasks';

/** A command that a schedule will publish. */
export interface NextTick {
  taskId: string;
  chamber: Chamber;
  schedule: ScheduleState;
  fire: Date;
}

/** All schedules as they are now. Damaged ones, which no scheduler can use, are listed apart and have no ticks. */
@Injectable()
export class LiveSchedules implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly listeners = new Set<(change: ScheduleChange) => void>();

  constructor(private readonly book: ScheduleBook) {}

  onApplicationBootstrap(): Promise<void> {
    return this.book.open((change) => this.listeners.forEach((tell) => tell(change)));
  }

  onModuleDestroy(): void {
    this.book.close();
  }

  /** Passes on each later change, until the returned function is called. */
  listen(listener: (change: ScheduleChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** By name. */
  schedules(now: Date): ScheduleState[] {
    return this.book.schedules(now).toSorted(byName);
  }

  /** By name. */
  damaged(now: Date): DamagedSchedule[] {
    return this.book.damaged(now).toSorted(byName);
  }

  /** What the schedules publish next: a command for each of their chambers. A paused schedule publishes none. */
  nextTicks(now: Date): NextTick[] {
    const active = this.schedules(now).filter(({ paused_at }) => paused_at === null);
    return active.flatMap((schedule) => {
      const fire = nextFire(schedule, now);
      return schedule.chambers.map((chamber) => ({
        taskId: tickId(schedule.name, chamber, fire),
        ...{ chamber, schedule, fire },
      }));
    });
  }
}

const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name);
