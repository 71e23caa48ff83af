import { Inject, Injectable } from '@nestjs/common';
import { Registry } from 'prom-client';
import { NatsAvailability } from '#rotunda/messaging';
import { type Clock, CLOCK, readGauge } from '#rotunda/runtime';
import { LiveState } from '#rotunda/tasks';
import { waitedMs, type WaitingTasks, waitingTasks } from './waiting-tasks.js';

const SECOND_MS = 1_000;

/** Gauges of what waits in the queue, counted from the live state when `/metrics` is requested. */
@Injectable()
export class QueueMetrics {
  constructor(
    @Inject(Registry) registry: Registry,
    private readonly live: LiveState,
    private readonly nats: NatsAvailability,
    @Inject(CLOCK) private readonly now: Clock,
  ) {
    const gauge = (name: string, help: string, valueOf: (waiting: WaitingTasks) => number): void =>
      readGauge(
        registry,
        { name, help, labelNames: ['chamber', 'kind'] },
        () => this.waiting(),
        (all, made) => {
          for (const waiting of all) made.set({ chamber: waiting.chamber, kind: waiting.name }, valueOf(waiting));
        },
      );
    gauge('rotunda_queue_depth', 'Tasks that wait for a worker or for a retry', ({ length }) => length);
    gauge(
      'rotunda_queue_oldest_age_seconds',
      'How long the oldest waiting task has waited since it was queued or last attempted; 0 if none waits',
      (waiting) => waitedMs(waiting, this.now()) / SECOND_MS,
    );
  }

  /** Null while NATS is away. */
  private async waiting(): Promise<WaitingTasks[] | null> {
    return (await this.nats.isUp()) ? waitingTasks(this.live.tasks()) : null;
  }
}
