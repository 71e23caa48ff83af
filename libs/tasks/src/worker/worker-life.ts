import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { JetStreamServer } from '#rotunda/messaging';
import { Watchdog } from '#rotunda/runtime';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { TaskSettings } from '../settings.js';
import { TASK_SETTINGS } from '../tokens.js';

const STOP_SIGNALS = ['SIGTERM', 'SIGINT'] as const;
const MIB = 1024 * 1024;

/** What is waited for on the way to an end. */
export interface StopTimes {
  /** Work that goes on for longer after it was told to stop won't stop. */
  workMs: number;
  /** For what a process closes after its tasks: the browser, Postgres, NATS. */
  closeMs: number;
}
const STOP_TIMES: StopTimes = { workMs: 10_000, closeMs: 10_000 };

/** How long an orderly stop of a worker may take, with what it has in hand. */
export const workerStopsWithinMs = (
  { WORKER_STOP_GRACE_MS }: Pick<TaskSettings, 'WORKER_STOP_GRACE_MS'>,
  { workMs, closeMs } = STOP_TIMES,
): number => WORKER_STOP_GRACE_MS + workMs + closeMs;

type Limits = Pick<
  TaskSettings,
  'TASK_HARD_LIMIT_MS' | 'WORKER_STUCK_MS' | 'WORKER_RECYCLE_AFTER' | 'WORKER_MAX_MEMORY_MB' | 'WORKER_MAX_TASKS'
> & { stopTimes?: StopTimes };

/**
 * How long a worker process lives. Its watchdog ends it where a task runs past the hard limit or the event loop is
 * stuck. After some tasks what leaks is replaced, without leaving the queue; a process that has done its number, holds
 * too much memory, or has work in it that can't be stopped, takes no further task and ends as if it had been told to, to
 * be started again: what it has in hand may go on for the grace, and is handed back then. To wait for all of it, an hour
 * maybe, would leave the chamber without a worker for so long.
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

  async onApplicationBootstrap(): Promise<void> {
    await this.watchdog.start();
    for (const signal of STOP_SIGNALS) process.on(signal, this.countSignal);
  }

  /** Last of all: a shutdown that hangs in a busy loop is ended too. */
  async onApplicationShutdown(): Promise<void> {
    for (const signal of STOP_SIGNALS) process.off(signal, this.countSignal);
    await this.watchdog.stop();
  }

  /** The transport that stops taking messages when the process is to end. */
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

  /** From now on the transport takes no message; does not wait for those in hand. */
  takeNoMore(): void {
    void this.server?.close();
  }

  /**
   * What the work brings; or the signal's reason, where the work goes on for long after that was aborted. Nobody waits
   * for it any more then: its task may end, and the process with it.
   */
  async unlessStuck<T>(taskId: string, work: Promise<T>, signal: AbortSignal): Promise<T> {
    const ended = new AbortController();
    try {
      return await Promise.race([work, this.stuck(taskId, signal, ended.signal)]);
    } finally {
      ended.abort();
    }
  }

  /** A task begins; the returned function tells that it has ended. */
  begin(taskId: string): () => Promise<void> {
    const { TASK_HARD_LIMIT_MS } = this.limits;
    const why = `task ${taskId} ran for ${TASK_HARD_LIMIT_MS / 1000} s, the hard limit (TASK_HARD_LIMIT_MS)`;
    const inTime = TASK_HARD_LIMIT_MS === 0 ? () => undefined : this.watchdog.limit(TASK_HARD_LIMIT_MS, why);
    return async () => {
      inTime();
      this.done += 1;
      const { WORKER_RECYCLE_AFTER } = this.limits;
      if (WORKER_RECYCLE_AFTER > 0 && this.done % WORKER_RECYCLE_AFTER === 0) await this.recycle();
      const reason = this.reasonToEnd();
      if (reason) this.drain(`after ${reason}`);
    };
  }

  private async recycle(): Promise<void> {
    this.logger.log(`after ${this.done} tasks what leaks is replaced`);
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

  private async stuck(taskId: string, signal: AbortSignal, ended: AbortSignal): Promise<never> {
    if (!signal.aborted) await once(signal, 'abort', { signal: ended });
    await delay((this.limits.stopTimes ?? STOP_TIMES).workMs, undefined, { signal: ended });
    this.drain(`because ${taskId} goes on though it was told to stop`);
    throw signal.reason;
  }

  /** Ends by SIGTERM to itself, which is the orderly stop, with exit code 0. */
  private drain(why: string): void {
    if (this.draining || !this.server) return;
    this.draining = true;
    this.logger.log(`${why} this process takes no further task and ends; its supervisor starts it again`);
    this.takeNoMore();
    process.kill(process.pid, 'SIGTERM');
  }
}
