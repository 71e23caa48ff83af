import { setTimeout as delay } from 'node:timers/promises';
import type { TaskLogLine } from '#rotunda/contracts';
import { TaskLogStream } from '#rotunda/messaging';
import { type Clock, CLOCK, redactText } from '#rotunda/runtime';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { TaskLog } from './task-log.js';
import { WorkerRegistry } from './worker-registry.js';

const LONGEST_MESSAGE = 4_000;
/** The longest time that a task waits for its log. */
const FLUSH_MS = 1_000;

/** Opens the logs of this worker's tasks. */
@Injectable()
export class TaskLogs {
  constructor(
    private readonly stream: TaskLogStream,
    private readonly registry: WorkerRegistry,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** @param attempt 0 if the task has had no attempt */
  open(taskId: string, attempt: number): AttemptLog {
    return new AttemptLog(this.stream, { taskId, attempt, worker: this.registry.id }, this.now);
  }
}

/**
 * Writes lines to `logs.<task id>`. Lines written while NATS is unavailable are lost: no task fails because of its log.
 * Warnings and errors also go to the service's own log.
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

  /** Resolves once the stream has the lines, so that none appears after the task has ended. */
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
      message: shortened(redactText(message)),
    };
    this.last = this.stream
      .publish(taskId, line)
      .catch((error: unknown) => this.logger.debug(`${taskId}: a line of its log was lost: ${String(error)}`));
  }
}

const shortened = (message: string): string =>
  message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message;
