import { Inject, Injectable } from '@nestjs/common';
import { type Gauge, Registry } from 'prom-client';
import { CHAMBERS, type WorkerState } from '#rotunda/contracts';
import { NatsAvailability } from '#rotunda/messaging';
import { type Clock, CLOCK, readGauge } from '#rotunda/runtime';
import { LiveState } from '#rotunda/tasks';
import { nameWorkers } from './worker-names.js';

const SECOND_MS = 1_000;

/** Gauges of the workers' heartbeats, without a value while NATS is away. */
@Injectable()
export class WorkerMetrics {
  constructor(
    @Inject(Registry) registry: Registry,
    private readonly live: LiveState,
    private readonly nats: NatsAvailability,
    @Inject(CLOCK) private readonly now: Clock,
  ) {
    readGauge(
      registry,
      {
        name: 'rotunda_workers',
        help: 'Workers that were seen within the last 30 s and take tasks',
        labelNames: ['chamber'],
      },
      () => this.seen(),
      countByChamber(({ draining }) => !draining),
    );
    readGauge(
      registry,
      {
        name: 'rotunda_workers_draining',
        help: 'Workers that take no more tasks and end those that they have',
        labelNames: ['chamber'],
      },
      () => this.seen(),
      countByChamber(({ draining }) => Boolean(draining)),
    );
    readGauge(
      registry,
      {
        name: 'rotunda_worker_heartbeat_age_seconds',
        help: 'How long ago each worker was seen; a heartbeat comes every 10 s, and after 30 s the worker counts as gone',
        labelNames: ['worker', 'chamber'],
      },
      () => this.seen(),
      (seen, gauge) => {
        const names = nameWorkers(seen);
        for (const { id, chamber, seen: at } of seen) {
          const ageMs = Math.max(0, this.now().getTime() - Date.parse(at));
          gauge.set({ worker: names.get(id)!, chamber }, ageMs / SECOND_MS);
        }
      },
    );
  }

  /** Null while NATS is away: whether they still run is unknown then. */
  private async seen(): Promise<WorkerState[] | null> {
    return (await this.nats.isUp()) ? this.live.workers(this.now()) : null;
  }
}

const countByChamber =
  (counts: (worker: WorkerState) => boolean) =>
  (seen: WorkerState[], gauge: Gauge<'chamber'>): void => {
    for (const chamber of CHAMBERS) {
      gauge.set({ chamber }, seen.filter((worker) => worker.chamber === chamber && counts(worker)).length);
    }
  };
