import { AsyncLocalStorage } from 'node:async_hooks';

/** The log of one task, in sentences for the person who submitted it. */
export interface TaskLog {
  log(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

const NOBODYS: TaskLog = { log: () => undefined, warn: () => undefined, error: () => undefined };

const current = new AsyncLocalStorage<TaskLog>();

/**
 * The log of the current task, at any depth of the code: an HTTP client knows nothing of tasks, but its retries belong
 * in the task's log. Outside of a task it discards its lines.
 */
export const taskLog = (): TaskLog => current.getStore() ?? NOBODYS;

export const withTaskLog = <T>(log: TaskLog, work: () => T): T => current.run(log, work);
