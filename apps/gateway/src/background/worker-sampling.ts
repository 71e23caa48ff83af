import { Inject, Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { type WorkerSample, WorkerSamples } from '#rotunda/persistence';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { LiveState } from '#rotunda/tasks';
import { nameWorkers } from '../workers/worker-names.js';
import { OneAtATime } from './one-at-a-time.js';

const EVERY_MS = 10_000;
const MINUTE_MS = 60_000;
/** A day, and an hour more for whoever looks at the day. */
const KEPT_MS = 25 * 60 * MINUTE_MS;

/** Keeps what the workers use for a day, one sample a minute: their entries in KV have only the last one. */
@Injectable()
export class WorkerSampling {
  private readonly turn = new OneAtATime('samples of the workers');
  private lastMinute = 0;

  constructor(
    private readonly live: LiveState,
    private readonly samples: WorkerSamples,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** More often than once a minute, so that none is left out by a late timer, or by a short outage of Postgres. */
  @Interval(EVERY_MS)
  sample(): Promise<void> {
    return this.turn.run(async () => {
      const now = this.now();
      const minute = Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS;
      if (minute === this.lastMinute) return;
      await this.samples.record(this.samplesOf(now, new Date(minute)));
      await this.samples.deleteOlderThan(new Date(now.getTime() - KEPT_MS));
      this.lastMinute = minute;
    });
  }

  private samplesOf(now: Date, at: Date): WorkerSample[] {
    const workers = this.live.workers(now);
    const names = nameWorkers(workers);
    return workers.map(({ id, chamber, memory_mb, cpu_percent, loop_lag_ms, active }) => ({
      ...{ worker: names.get(id)!, at, chamber, activeTasks: active.length },
      ...{ memoryMb: memory_mb ?? null, cpuPercent: cpu_percent ?? null, loopLagMs: loop_lag_ms ?? null },
    }));
  }
}
