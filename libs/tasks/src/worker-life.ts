import { JetStreamServer } from '#rotunda/messaging';
import { Watchdog } from '#rotunda/runtime';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { TaskSettings } from './settings.js';
import { TASK_SETTINGS } from './tokens.js';

const STOP_SIGNALS = ['SIGTERM', 'SIGINT'] as const;
const MIB = 1024 * 1024;

type Limits = Pick<
  TaskSettings,
  'TASK_HARD_LIMIT_MS' | 'WORKER_STUCK_MS' | 'WORKER_RECYCLE_AFTER' | 'WORKER_MAX_MEMORY_MB' | 'WORKER_MAX_TASKS'
>;

/**
 * How long a worker process lives. Its watchdog ends it where a task runs past the hard limit or the event loop is
 * stuck. After some tasks what leaks is replaced, without leaving the queue; a process that has done its number, or
 * holds too much memory, takes no further task, finishes what it has in hand and ends in order, to be started again.
 */
@Injectable()
export class WorkerLife implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Worker');
  private readonly watchdog: Watchdog;
  private readonly recyclers: (() => void | Promise<void>)[] = [];
  private server: Pick<JetStreamServer, 'close'> | undefined;
  private done = 0;
  private draining = false;
  private readonly hurries: (() => void)[] = [];
  private signals = 0;
  private readonly countSignal = (): void => {
    this.signals += 1;
    if (this.signals > 1) this.hurries.forEach((hurry) => hurry());
  };

  constructor(@Inject(TASK_SETTINGS) private readonly limits: Limits) {
    this.watchdog = new Watchdog(limits.WORKER_STUCK_MS);
  }

  onApplicationBootstrap(): void {
    this.watchdog.start();
    for (const signal of STOP_SIGNALS) process.on(signal, this.countSignal);
  }

  /** Last of all: a shutdown that hangs in a busy loop is ended too. */
  async onApplicationShutdown(): Promise<void> {
    for (const signal of STOP_SIGNALS) process.off(signal, this.countSignal);
    await this.watchdog.stop();
  }

  /** The transport that stops taking messages when the process drains. */
  drains<S extends Pick<JetStreamServer, 'close'>>(server: S): S {
    this.server = server;
    return server;
  }

  /** `recycle` replaces something that leaks; called after every WORKER_RECYCLE_AFTER tasks, between two of them or not. */
  onRecycle(recycle: () => void | Promise<void>): void {
    this.recyclers.push(recycle);
  }

  /** Whoever asks twice that the process stops does not want to wait for the grace. */
  onHurry(hurry: () => void): void {
    this.hurries.push(hurry);
  }

  /** A task begins; the returned function tells that it has ended. */
  begin(taskId: string): () => Promise<void> {
    const { TASK_HARD_LIMIT_MS } = this.limits;
    const why = `task ${taskId} ran for ${TASK_HARD_LIMIT_MS / 1000} s, the hard limit (TASK_HARD_LIMIT_MS)`;
    const inTime = this.watchdog.limit(TASK_HARD_LIMIT_MS, why);
    return async () => {
      inTime();
      this.done += 1;
      const { WORKER_RECYCLE_AFTER } = this.limits;
      if (WORKER_RECYCLE_AFTER > 0 && this.done % WORKER_RECYCLE_AFTER === 0) await this.recycle();
      const reason = this.reasonToEnd();
      if (reason) void this.drain(reason);
    };
  }

  private async recycle(): Promise<void> {
    for (const recycle of this.recyclers) {
      try {
        await recycle();
      } catch (error) {
        this.logger.warn(`something that leaks could not be replaced: ${String(error)}`);
      }
    }
  }

  private reasonToEnd(): string | null {
    const { WORKER_MAX_TASKS, WORKER_MAX_MEMORY_MB } = this.limits;
    if (WORKER_MAX_TASKS > 0 && this.done >= WORKER_MAX_TASKS) return `${this.done} tasks (WORKER_MAX_TASKS)`;
    const mebibytes = Math.round(process.memoryUsage.rss() / MIB);
    const isLarge = WORKER_MAX_MEMORY_MB > 0 && mebibytes > WORKER_MAX_MEMORY_MB;
    return isLarge ? `${mebibytes} MiB of memory (WORKER_MAX_MEMORY_MB)` : null;
  }

  /** Ends by SIGTERM to itself: with nothing in hand that is the orderly stop, and exit code 0. */
  private async drain(reason: string): Promise<void> {
    if (this.draining || !this.server) return;
    this.draining = true;
    this.logger.log(`after ${reason} this process takes no further task and ends; its supervisor starts it again`);
    await this.server.close();
    process.kill(process.pid, 'SIGTERM');
  }
}
