import { type Agreement, count, days, duration, inTime, mebibytes } from '#rotunda/runtime';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** With a longer interval each command would be redelivered before its worker's first heartbeat. */
export const heartbeatComplaint = (heartbeatMs: number, ackWaitMs: number): string | null =>
  heartbeatMs < ackWaitMs
    ? null
    : `${inTime(heartbeatMs)} is not shorter than the ack wait, ${inTime(ackWaitMs)} (TASK_ACK_WAIT_MS of the set-up): ` +
      'each running task would be given to another worker';

const softBeforeHard: Agreement = ({ TASK_SOFT_LIMIT_MS: soft, TASK_HARD_LIMIT_MS: hard }) =>
  !soft || !hard || soft < hard
    ? null
    : `${inTime(soft)} is not shorter than TASK_HARD_LIMIT_MS, ${inTime(hard)}: change one of them`;

const heartbeatInTime: Agreement = ({ TASK_HEARTBEAT_MS: heartbeat, TASK_ACK_WAIT_MS: ackWait }) =>
  heartbeat === undefined || ackWait === undefined ? null : heartbeatComplaint(heartbeat, ackWait);

/** When a scrape goes into the long lane; the same for who publishes commands and who takes them. */
const laneSettings = {
  SCRAPE_LONG_WINDOW_DAYS: days({
    default: 31,
    most: 36_500,
    desc: 'A scrape of more days is long: it has a queue and a slot of its own, and shorter ones never wait for it',
  }),
};

/** Retries and limits of tasks and workers; the defaults are those of the system that Rotunda replaces. */
export const taskSettings = {
  TASK_MAX_RETRIES: count({ default: 3, least: 0, most: 1_000, desc: 'Retries of a failed attempt; 0: none' }),
  TASK_RETRY_DELAY_MS: duration({
    default: 300 * SECOND_MS,
    least: 0,
    most: 30 * DAY_MS,
    desc: 'Wait before a retry; 0: none',
  }),
  TASK_MAX_CRASHES: count({
    default: 5,
    least: 0,
    most: 1_000,
    desc: 'Worker crashes that a task survives before it fails; 0: none',
  }),
  TASK_SOFT_LIMIT_MS: duration({
    default: 55 * MINUTE_MS,
    least: SECOND_MS,
    orZero: true,
    most: 365 * DAY_MS,
    desc: 'An attempt that runs longer is stopped and retried; 0: never',
    agrees: softBeforeHard,
  }),
  TASK_HARD_LIMIT_MS: duration({
    default: 60 * MINUTE_MS,
    least: SECOND_MS,
    orZero: true,
    most: 365 * DAY_MS,
    desc: 'An attempt that runs longer is killed with its process and not retried; 0: never',
  }),
  TASK_HEARTBEAT_MS: duration({
    default: 10 * SECOND_MS,
    least: 10,
    most: HOUR_MS,
    desc: 'Interval of worker heartbeats; must be shorter than the ack wait',
    agrees: heartbeatInTime,
  }),
  TASK_PROGRESS_MS: duration({
    default: SECOND_MS,
    least: 10,
    most: HOUR_MS,
    desc: 'Shortest interval between two writes of progress',
  }),
  WORKER_CONCURRENCY: count({
    default: 2,
    most: 100,
    desc: 'Scrapes and reparses that a worker runs at a time, in total; checks and long ones have slots of their own',
  }),
  ...laneSettings,
  WORKER_STOP_GRACE_MS: duration({
    default: 5 * SECOND_MS,
    least: 0,
    most: 365 * DAY_MS,
    desc: 'How long a stopping worker lets its tasks continue, 0: not at all; kill it no earlier than 20 s after that',
  }),
  WORKER_STUCK_MS: duration({
    default: 5 * MINUTE_MS,
    least: 100,
    orZero: true,
    most: DAY_MS,
    desc: 'A worker whose event loop is stuck for this long is killed; 0: never',
  }),
  WORKER_RECYCLE_AFTER: count({
    default: 10,
    orZero: true,
    most: 1_000_000,
    desc: 'Tasks after which browser and PDF threads are replaced; 0: never',
  }),
  WORKER_MAX_MEMORY_MB: mebibytes({
    default: 768,
    least: 128,
    orZero: true,
    most: 1024 * 1024,
    desc: 'A worker that uses more memory exits after its task, to be restarted; 0: never',
  }),
  WORKER_MAX_TASKS: count({
    default: 0,
    orZero: true,
    most: 1_000_000,
    desc: 'Tasks after which a worker exits, to be restarted; 0: never',
  }),
};

export type TaskSettings = { [name in keyof typeof taskSettings]: number };

/** How commands become tasks, for services that submit commands. */
export const planSettings = {
  SCRAPE_MAX_WINDOW_DAYS: days({
    default: 366,
    most: 36_500,
    desc: 'A scrape of more days is split into a group of shorter ones',
  }),
  ...laneSettings,
};

/** Without SCRAPE_MAX_WINDOW_DAYS no scheduled command is split. */
export type DispatcherSettings = Pick<TaskSettings, 'TASK_MAX_RETRIES'> & {
  [name in keyof typeof planSettings]?: number;
};
