import { NatsAvailability } from '#rotunda/messaging';
import { type Clock, CLOCK, readGauge } from '#rotunda/runtime';
import { nextFire, ScheduleBook } from '#rotunda/tasks';
import { Inject, Injectable } from '@nestjs/common';
import { Counter, Registry } from 'prom-client';

const SECOND_MS = 1_000;

/** Metrics of the schedules that are in KV now; those of a deleted one disappear. */
@Injectable()
export class ScheduleMetrics {
  private readonly lags = new Map<string, number>();
  private readonly missedTicks = new Map<string, number>();

  constructor(
    @Inject(Registry) registry: Registry,
    private readonly book: ScheduleBook,
    nats: NatsAvailability,
    @Inject(CLOCK) private readonly now: Clock,
  ) {
    const labelNames = ['schedule'];
    readGauge(
      registry,
      {
        name: 'rotunda_schedule_lag_seconds',
        help: 'How late this scheduler published the last tick that it published of the schedule',
        labelNames,
      },
      () => this.names(),
      (names, gauge) => {
        for (const schedule of names) {
          const seconds = this.lags.get(schedule);
          if (seconds !== undefined) gauge.set({ schedule }, seconds);
        }
      },
    );
    const missed: Counter = new Counter({
      ...{ labelNames, registers: [registry] },
      name: 'rotunda_schedule_missed_total',
      help: 'How often this scheduler skipped ticks because it was too late for them; those of one outage count once',
      collect: () => {
        missed.reset();
        for (const schedule of this.names()) missed.inc({ schedule }, this.missedTicks.get(schedule) ?? 0);
      },
    });
    readGauge(
      registry,
      {
        name: 'rotunda_schedule_next_fire_timestamp_seconds',
        help: 'When the first tick that was not yet handled is due: in the past if it is late; no value while paused',
        labelNames,
      },
      async () => ((await nats.isUp()) ? this.nextFires() : null),
      (fires, gauge) => {
        for (const [schedule, at] of fires) gauge.set({ schedule }, at.getTime() / SECOND_MS);
      },
    );
  }

  published(schedule: string, fire: Date): void {
    this.lags.set(schedule, Math.max(0, this.now().getTime() - fire.getTime()) / SECOND_MS);
  }

  missed(schedule: string): void {
    this.missedTicks.set(schedule, (this.missedTicks.get(schedule) ?? 0) + 1);
  }

  private names(): string[] {
    return this.book.schedules(this.now()).map(({ name }) => name);
  }

  private nextFires(): [string, Date][] {
    return this.book
      .schedules(this.now())
      .filter(({ paused_at }) => paused_at === null)
      .map((schedule) => {
        const { last_fire } = schedule;
        return [schedule.name, nextFire(schedule, last_fire === '' ? this.now() : new Date(last_fire))];
      });
  }
}
