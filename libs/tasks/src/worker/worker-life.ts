import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { DRAINED_EXIT_CODE, type Draining } from '#rotunda/contracts';
import { JetStreamServer } from '#rotunda/messaging';
import { Watchdog } from '#rotunda/runtime';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { TaskSettings } from '../settings.js';
import { TASK_SETTINGS } from '../tokens.js';

const STOP_SIGNALS = ['SIGTERM', 'SIGINT'] as const;
const MIB = 1024 * 1024;

/** Time limits of an orderly stop. */
export interface StopTimes {
  /** Work that has not stopped this long after its signal aborted counts as stuck. */
  workMs: number;
  /** For closing the browser, Postgres and NATS after the tasks. */
  closeMs: number;
}
const STOP_TIMES: StopTimes = { workMs: 10_000, closeMs: 10_000 };

/** How long an orderly stop of a worker may take, including its running tasks. */
export const workerStopsWithinMs = (
  { WORKER_STOP_GRACE_MS }: Pick<TaskSettings, 'WORKER_STOP_GRACE_MS'>,
  { workMs, closeMs } = STOP_TIMES,
): number => WORKER_STOP_GRACE_MS + workMs + closeMs;

type Limits = Pick<
  TaskSettings,
  'TASK_HARD_LIMIT_MS' | 'WORKER_STUCK_MS' | 'WORKER_RECYCLE_AFTER' | 'WORKER_MAX_MEMORY_MB' | 'WORKER_MAX_TASKS'
> & { stopTimes?: StopTimes };

/**
 * The life of a worker process. An operator may end it (`leave`): it takes no more tasks, and ends once those that it has
 * have ended, each within its own limits. Its watchdog kills it if a task exceeds the hard limit or the event loop is stuck.
 * After every WORKER_RECYCLE_AFTER tasks leaking parts are replaced, without a restart. A process that has run its
 * number of tasks, uses too much memory, or has work that can't be stopped, takes no more tasks and stops as on
 * SIGTERM, to be restarted: running tasks may continue for the grace period and are then handed back. To wait for all
 * of them, perhaps for an hour, would leave the chamber without a worker for that time.
 */
@Injectable()
export class WorkerLife implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Worker');
  private readonly watchdog: Watchdog;
  private readonly recyclers: (() => void | Promise<void>)[] = [];
  private server: Pick<JetStreamServer, 'close'> | undefined;
  private done = 0;
  private isEnding = false;
  private leaving: Draining | null = null;
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
    process.on('exit', (code) => (process.exitCode = this.exitCodeAfter(code)));
  }

  /** Last of all, so that the watchdog also kills a shutdown that hangs in a busy loop. */
  async onApplicationShutdown(): Promise<void> {
    for (const signal of STOP_SIGNALS) process.off(signal, this.countSignal);
    await this.watchdog.stop();
  }

  /** Registers the transport, which stops taking messages when the process is about to end. */
  drains<S extends Pick<JetStreamServer, 'close'>>(server: S): S {
    this.server = server;
    return server;
  }

  /** `recycle` replaces a leaking part; called after every WORKER_RECYCLE_AFTER tasks, perhaps while others run. */
  onRecycle(recycle: () => void | Promise<void>): void {
    this.recyclers.push(recycle);
  }

  /** Calls `hurry` after a second stop signal, which cuts the grace period short. */
  onHurry(hurry: () => void): void {
    this.hurries.push(hurry);
  }

  /**
   * Takes no more tasks, and ends the process once the running ones have ended; SIGTERM hurries them, as always. Asked
   * again, the last word counts.
   */
  leave(how: Draining): void {
    const isFirst = this.leaving === null;
    this.leaving = how;
    this.logger.log(LEAVES[how]);
    if (isFirst) void this.endAfterTasks();
  }

  /** The exit code of this process, which Nest ends with 0 after any orderly stop. */
  exitCodeAfter(code: number): number {
    return code === 0 && this.leaving === 'drain' ? DRAINED_EXIT_CODE : code;
  }

  /** Makes the transport take no more messages; does not wait for those in progress. */
  takeNoMore(): void {
    void this.server?.close();
  }

  /**
   * The result of the work; or rejects with the signal's reason if the work goes on for too long after that aborted.
   * Then its task can end, and the process with it.
   */
  async unlessStuck<T>(taskId: string, work: Promise<T>, signal: AbortSignal): Promise<T> {
    const ended = new AbortController();
    try {
      return await Promise.race([work, this.stuck(taskId, signal, ended.signal)]);
    } finally {
      ended.abort();
    }
  }

  /** Call it when a task begins, and the returned function when it has ended. */
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
      if (reason) this.end(`after ${reason}`);
    };
  }

  private async recycle(): Promise<void> {
    this.logger.log(`recycling resources after ${this.done} tasks (WORKER_RECYCLE_AFTER)`);
    for (const recycle of this.recyclers) {
      try {
        await recycle();
      } catch (error) {
        this.logger.warn(`recycling failed: ${String(error)}`);
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
    this.end(`because ${taskId} does not stop`);
    throw signal.reason;
  }

  /** Not while it leaves: it ends soon anyway, and its tasks may end first. */
  private end(why: string): void {
    if (this.isEnding || this.leaving !== null || !this.server) return;
    this.isEnding = true;
    this.logger.log(`${why}, this process takes no more tasks and exits; its supervisor restarts it`);
    this.takeNoMore();
    stopThisProcess();
  }

  private async endAfterTasks(): Promise<void> {
    await this.server?.close();
    if (!this.isEnding) stopThisProcess();
  }
}

/** An orderly stop. */
const stopThisProcess = (): void => void process.kill(process.pid, 'SIGTERM');

const LEAVES: Record<Draining, string> = {
  drain: `drained: it takes no more tasks, ends those it has, and exits with code ${DRAINED_EXIT_CODE}; no supervisor of ours starts it again`,
  restart: 'restarting: it takes no more tasks, ends those it has, and exits; its supervisor starts it again',
};
