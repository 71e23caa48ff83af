import { Inject, Injectable } from '@nestjs/common';
import { Registry } from 'prom-client';
import { COMMANDS, type TaskState } from '#rotunda/contracts';
import { NatsAvailability } from '#rotunda/messaging';
import { type Clock, CLOCK, readGauge } from '#rotunda/runtime';
import { LiveState } from '#rotunda/tasks';

const SECOND_MS = 1_000;

interface Waiting {
  depth: number;
  oldestAgeMs: number;
}

/** Gauges of what waits in the queue, counted from the live state when `/metrics` is requested. */
@Injectable()
export class QueueMetrics {
  constructor(
    @Inject(Registry) registry: Registry,
    private readonly live: LiveState,
    private readonly nats: NatsAvailability,
    @Inject(CLOCK) private readonly now: Clock,
  ) {
    const gauge = (name: string, help: string, valueOf: (waiting: Waiting) => number): void =>
      readGauge(
        registry,
        { name, help, labelNames: ['chamber', 'kind'] },
        () => this.waiting(),
        (all, made) => {
          for (const { chamber, name: kind, ...found } of all) made.set({ chamber, kind }, valueOf(found));
        },
      );
    gauge('rotunda_queue_depth', 'Tasks that wait for a worker or for a retry', ({ depth }) => depth);
    gauge(
      'rotunda_queue_oldest_age_seconds',
      'How long the oldest waiting task has waited since it was queued or last attempted; 0 if none waits',
      ({ oldestAgeMs }) => oldestAgeMs / SECOND_MS,
    );
  }

  /** Null while NATS is away. */
  private async waiting(): Promise<((typeof COMMANDS)[number] & Waiting)[] | null> {
    if (!(await this.nats.isUp())) return null;
    const waiting = this.live.tasks().filter(({ state }) => state === 'PENDING' || state === 'RETRY');
    const now = this.now().getTime();
    return COMMANDS.map((command) => {
      const ages = waiting
        .filter(({ chamber, name }) => chamber === command.chamber && name === command.name)
        .map((task) => now - Date.parse(waitsSince(task)));
      return { ...command, depth: ages.length, oldestAgeMs: Math.max(0, ...ages) };
    });
  }
}

const waitsSince = ({ state, times, attempts }: TaskState): string =>
  (state === 'RETRY' ? attempts.at(-1)?.finished : null) ?? times.queued;
