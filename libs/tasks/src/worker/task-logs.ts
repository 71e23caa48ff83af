import { setTimeout as delay } from 'node:timers/promises';
import type { TaskLogLine } from '#rotunda/contracts';
import { TaskLogStream } from '#rotunda/messaging';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { TaskLog } from './task-log.js';
import { WorkerRegistry } from './worker-registry.js';

const LONGEST_MESSAGE = 4_000;
/** A task does not wait for its log for longer. */
const FLUSH_MS = 1_000;

/** Opens the logs of the tasks that this worker does. */
@Injectable()
export class TaskLogs {
  constructor(
    private readonly stream: TaskLogStream,
    private readonly registry: WorkerRegistry,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** @param attempt 0 where it never came to one */
  open(taskId: string, attempt: number): AttemptLog {
    return new AttemptLog(this.stream, { taskId, attempt, worker: this.registry.id }, this.now);
  }
}

/**
 * Writes lines to `logs.<task id>`. What is said while NATS is away is not kept: no task fails for its log. Warnings and
 * errors are in the service's own log besides.
 */
export class AttemptLog implements TaskLog {
  private readonly logger = new Logger('Task');
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly stream: TaskLogStream,
    private readonly of: { taskId: string; attempt: number; worker: string },
    private readonly now: Clock,
  ) {}

  log(message: string): void {
    this.write('log', message);
  }
  warn(message: string): void {
    this.write('warn', message);
  }
  error(message: string): void {
    this.write('error', message);
  }

  /** Resolves once the stream holds what was written, so that nobody sees a task ended and then another line of it. */
  async flush(): Promise<void> {
    const given = new AbortController();
    const timeUp = delay(FLUSH_MS, undefined, { signal: given.signal, ref: false }).catch(() => undefined);
    await Promise.race([this.last, timeUp]);
    given.abort();
  }

  private write(level: TaskLogLine['level'], message: string): void {
    const { taskId, attempt, worker } = this.of;
    this.logger[level === 'log' ? 'debug' : level](`${taskId}: ${message}`);
    const line: TaskLogLine = {
      v: 1,
      at: this.now().toISOString(),
      level,
      attempt,
      worker,
      message: shortened(message),
    };
    this.last = this.stream
      .publish(taskId, line)
      .catch((error: unknown) => this.logger.debug(`${taskId}: a line of its log got lost: ${String(error)}`));
  }
}

const shortened = (message: string): string =>
  message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message;
