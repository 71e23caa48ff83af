import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { type Chamber, type Draining, keyToken, type Lane, type TaskName, type WorkerState } from '#rotunda/contracts';
import { type WorkersBucket, WORKERS_BUCKET } from '#rotunda/messaging';
import { type Clock, CLOCK, ProcessUsage } from '#rotunda/runtime';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { WorkerName } from './worker-name.js';

const HEARTBEAT_MS = 10_000;
const AT_MOST_EVERY_MS = 1_000;

export interface WorkerIdentity {
  /** e.g. `house-scraper` */
  service: string;
  chamber: Chamber;
  version: string;
  tasks: TaskName[];
  /** See `WorkerState`. */
  withheld?: WorkerState['withheld'];
  /** See `WorkerState`. */
  poolSize?: number;
  longPoolSize?: number;
}

export const WORKER_IDENTITY = Symbol('worker identity');

/** Keeps this process's entry in KV `workers`: its identity and its running tasks. */
@Injectable()
export class WorkerRegistry implements OnApplicationBootstrap, OnModuleDestroy {
  readonly id: string;
  private readonly name: WorkerName;
  private heldName: string | undefined;
  private readonly logger = new Logger('Worker');
  private readonly active = new Map<string, { name: TaskName; lane: Lane }>();
  private readonly started: string;
  private readonly totals = new Map<TaskName, number>();
  private readonly process = new ProcessUsage();
  private usage = this.process.read();
  private stopped = false;
  private draining: Draining | undefined;
  private soon: NodeJS.Timeout | undefined;

  constructor(
    @Inject(WORKERS_BUCKET) private readonly bucket: WorkersBucket,
    @Inject(WORKER_IDENTITY) private readonly identity: WorkerIdentity,
    @Inject(CLOCK) private readonly now: Clock,
  ) {
    this.started = now().toISOString();
    const { service } = identity;
    this.id = `${service}-${keyToken(hostname())}-${randomBytes(4).toString('hex')}`;
    this.name = new WorkerName(bucket, { worker: this.id, service, host: hostname(), pid: process.pid });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.beat();
  }

  /** Removes the entry at once instead of letting it expire after 30 s; if NATS is unavailable, it does expire. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.soon);
    this.process.close();
    await Promise.allSettled([this.bucket.remove(this.id), this.name.release()]);
  }

  take(taskId: string, name: TaskName, lane: Lane = 'short'): void {
    this.active.set(taskId, { name, lane });
    this.writeSoon();
  }

  release(taskId: string): void {
    const found = this.active.get(taskId);
    if (!found) return;
    const { name } = found;
    this.active.delete(taskId);
    this.totals.set(name, (this.totals.get(name) ?? 0) + 1);
    this.writeSoon();
  }

  /** Shows at once that this worker takes no more tasks. */
  async leave(how: Draining): Promise<void> {
    this.draining = how;
    await this.write();
  }

  /** What its entry says, or will say. @throws MessagingUnavailableError if it has no name yet */
  async current(): Promise<WorkerState> {
    return this.state(this.heldName ?? (await this.name.hold()));
  }

  /** Ten thousand short tasks are not worth twenty thousand writes; each task's own state names its worker. */
  private writeSoon(): void {
    this.soon ??= setTimeout(() => {
      this.soon = undefined;
      void this.write();
    }, AT_MOST_EVERY_MS).unref();
  }

  @Interval(HEARTBEAT_MS)
  async beat(): Promise<void> {
    this.usage = this.process.read();
    await this.write();
  }

  private async write(): Promise<void> {
    if (this.stopped) return;
    try {
      this.heldName = await this.name.hold();
      if (!this.stopped) await this.bucket.put(this.id, this.state(this.heldName));
    } catch (error) {
      // The entry is only informative: no task depends on it, and the next heartbeat writes it again.
      this.logger.warn(`could not write this worker's entry: ${String(error)}`);
    }
  }

  private state(name: string): WorkerState {
    const { chamber, version, tasks, withheld, poolSize, longPoolSize } = this.identity;
    return {
      v: 1,
      id: this.id,
      name,
      chamber,
      pid: process.pid,
      version,
      started: this.started,
      seen: this.now().toISOString(),
      tasks,
      ...(withheld ? { withheld } : {}),
      active: [...this.active].map(([task_id, { name, lane }]) => ({
        task_id,
        name,
        ...(lane === 'long' && { lane }),
      })),
      ...(this.draining ? { draining: this.draining } : {}),
      processed: [...this.totals.values()].reduce((sum, total) => sum + total, 0),
      totals: Object.fromEntries(this.totals),
      ...(poolSize === undefined ? {} : { pool_size: poolSize }),
      ...(longPoolSize === undefined ? {} : { long_pool_size: longPoolSize }),
      memory_mb: this.usage.memoryMb,
      cpu_percent: this.usage.cpuPercent,
      loop_lag_ms: this.usage.loopLagMs,
    };
  }
}
