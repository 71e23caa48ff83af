import { AsyncLocalStorage } from 'node:async_hooks';

/** The log of one task, for whoever asked for it: what was done, in sentences. */
export interface TaskLog {
  log(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

const NOBODYS: TaskLog = { log: () => undefined, warn: () => undefined, error: () => undefined };

const current = new AsyncLocalStorage<TaskLog>();

/**
 * The log of the task that is being done here, however deep in the code: a request knows nothing of tasks, and yet that
 * it had to be made again belongs into the log of its task. Outside of a task nobody listens.
 */
export const taskLog = (): TaskLog => current.getStore() ?? NOBODYS;

export const withTaskLog = <T>(log: TaskLog, work: () => T): T => current.run(log, work);
