import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { type Chamber, keyToken, type TaskName, type WorkerState } from '#rotunda/contracts';
import { type WorkersBucket, WORKERS_BUCKET } from '#rotunda/messaging';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { WorkerName } from './worker-name.js';

const HEARTBEAT_MS = 10_000;
const AT_MOST_EVERY_MS = 1_000;
const MIB = 1024 * 1024;

/** Who this worker is. */
export interface WorkerIdentity {
  /** e.g. `house-scraper` */
  service: string;
  chamber: Chamber;
  version: string;
  tasks: TaskName[];
  /** As its entry tells it. */
  withheld?: WorkerState['withheld'];
  /** How many tasks it does at a time, beside one `check`; left out: one of each kind. */
  poolSize?: number;
}

export const WORKER_IDENTITY = Symbol('worker identity');

/** Keeps this process's entry in KV `workers`: who it is, and what it has in hand. */
@Injectable()
export class WorkerRegistry implements OnApplicationBootstrap, OnModuleDestroy {
  readonly id: string;
  private readonly name: WorkerName;
  private readonly logger = new Logger('Worker');
  private readonly active = new Map<string, TaskName>();
  private readonly started: string;
  private readonly totals = new Map<TaskName, number>();
  private stopped = false;
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
    await this.write();
  }

  /** A worker that stops says so, instead of being missed 30 s later; where NATS is away, its entry runs out. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.soon);
    await Promise.allSettled([this.bucket.remove(this.id), this.name.release()]);
  }

  take(taskId: string, name: TaskName): void {
    this.active.set(taskId, name);
    this.writeSoon();
  }

  release(taskId: string): void {
    const name = this.active.get(taskId);
    if (!name) return;
    this.active.delete(taskId);
    this.totals.set(name, (this.totals.get(name) ?? 0) + 1);
    this.writeSoon();
  }

  /** Ten thousand short tasks are not worth twenty thousand entries; who runs which task its own state says. */
  private writeSoon(): void {
    this.soon ??= setTimeout(() => {
      this.soon = undefined;
      void this.write();
    }, AT_MOST_EVERY_MS).unref();
  }

  @Interval(HEARTBEAT_MS)
  async write(): Promise<void> {
    if (this.stopped) return;
    try {
      const name = await this.name.hold();
      if (!this.stopped) await this.bucket.put(this.id, this.state(name));
    } catch (error) {
      // The entry says who is there; no task depends on it, and the next beat writes it again.
      this.logger.warn(`not entered in the list of workers: ${String(error)}`);
    }
  }

  private state(name: string): WorkerState {
    const { chamber, version, tasks, withheld, poolSize } = this.identity;
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
      active: [...this.active].map(([task_id, name]) => ({ task_id, name })),
      processed: [...this.totals.values()].reduce((sum, total) => sum + total, 0),
      totals: Object.fromEntries(this.totals),
      ...(poolSize === undefined ? {} : { pool_size: poolSize }),
      memory_mb: Math.round(process.memoryUsage.rss() / MIB),
    };
  }
}
