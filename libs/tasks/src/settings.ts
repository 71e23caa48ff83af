import { num } from 'envalid';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/** The limits of a task's life; the defaults are those of the system that Rotunda replaces. */
export const taskSettings = {
  TASK_MAX_RETRIES: num({ default: 3, desc: 'Further attempts after a failed one' }),
  TASK_RETRY_DELAY_MS: num({ default: 300 * SECOND_MS, desc: 'Wait before a further attempt' }),
  TASK_MAX_CRASHES: num({ default: 5, desc: 'Attempts that may end with their worker before the task is given up' }),
  TASK_SOFT_LIMIT_MS: num({ default: 55 * MINUTE_MS, desc: 'An attempt that runs longer is stopped and retried' }),
  TASK_HARD_LIMIT_MS: num({
    default: 60 * MINUTE_MS,
    desc: 'An attempt that runs longer is ended with its process, and not repeated',
  }),
  TASK_HEARTBEAT_MS: num({ default: 10 * SECOND_MS, desc: 'How often a worker says that it lives' }),
  TASK_PROGRESS_MS: num({ default: SECOND_MS, desc: 'How often progress is written, at most' }),
  WORKER_STOP_GRACE_MS: num({
    default: 5 * SECOND_MS,
    desc: 'How long a stopping worker lets its task run on; whoever stops it must wait 20 s longer',
  }),
  WORKER_STUCK_MS: num({
    default: 5 * MINUTE_MS,
    desc: 'A worker whose event loop stands still so long is ended; 0: never',
  }),
  WORKER_RECYCLE_AFTER: num({ default: 10, desc: 'Tasks after which browser and PDF threads are replaced; 0: never' }),
  WORKER_MAX_MEMORY_MB: num({
    default: 768,
    desc: 'Past so many MiB a worker ends when a task is done, to be started again; 0: never',
  }),
  WORKER_MAX_TASKS: num({ default: 0, desc: 'Tasks after which a worker ends, to be started again; 0: never' }),
};

export type TaskSettings = { [name in keyof typeof taskSettings]: number };

/** How commands become tasks, for those who give them. */
export const planSettings = {
  SCRAPE_MAX_WINDOW_DAYS: num({ default: 366, desc: 'A scrape of more days becomes a group of shorter ones' }),
};

/** Without a longest window no scheduled command is split. */
export type DispatcherSettings = Pick<TaskSettings, 'TASK_MAX_RETRIES'> & {
  [name in keyof typeof planSettings]?: number;
};
