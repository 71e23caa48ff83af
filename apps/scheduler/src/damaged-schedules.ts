import { type Clock, CLOCK, type Dependency, type HealthDetails } from '#rotunda/runtime';
import { ScheduleBook } from '#rotunda/tasks';
import { Inject, Injectable } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';

/**
 * Schedules that somebody wrote by hand and that fire nothing, for whoever watches the scheduler: in `/metrics`, and in
 * `/health/ready` as `"schedules": {"status": "up", "damaged": {"<name>": "<reason>"}}`. The scheduler stays ready: it
 * fires all others, and started anew it would find the same entry.
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
      help: 'Entries of KV schedules that fire nothing, as nobody can use them; /health/ready says why',
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
