import { type Clock, CLOCK, type Dependency, type HealthDetails } from '#rotunda/runtime';
import { ScheduleBook } from '#rotunda/tasks';
import { Inject, Injectable } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';

/**
 * Schedules, written by hand, that can't be used and never fire. They show in `/metrics`, and in `/health/ready` as
 * `"schedules": {"status": "up", "damaged": {"<name>": "<reason>"}}`. The scheduler stays ready: it fires all others,
 * and a restart would find the same entry.
 */
@Injectable()
export class DamagedSchedules implements Dependency {
  readonly name = 'schedules';

  constructor(
    private readonly book: ScheduleBook,
    @Inject(Registry) registry: Registry,
    @Inject(CLOCK) private readonly now: Clock,
  ) {
    const gauge: Gauge = new Gauge({
      name: 'rotunda_schedules_damaged',
      help: 'Schedules in KV that are damaged and never fire; /health/ready says why',
      registers: [registry],
      collect: () => gauge.set(this.book.damaged(this.now()).length),
    });
  }

  check(): Promise<HealthDetails | void> {
    const damaged = this.book.damaged(this.now());
    if (damaged.length === 0) return Promise.resolve();
    return Promise.resolve({ damaged: Object.fromEntries(damaged.map(({ name, reason }) => [name, reason])) });
  }
}
