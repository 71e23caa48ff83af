import type { Chamber } from './chambers.js';
import type { TaskName } from './kinds/index.js';

/** How a worker ends that takes no more tasks: for good, or to be started again by its supervisor. */
export const DRAINING = ['drain', 'restart'] as const;
export type Draining = (typeof DRAINING)[number];

/** The value of KV `workers`, key = `id`. It is written every 10 s and expires 30 s after the last write. */
export interface WorkerState {
  v: 1;
  /** One for each process: `house-scraper-<host>-<random>`. */
  id: string;
  /** A unique name for people: `house-scraper@host`; a second process on the host is `house-scraper-2@host`. */
  name: string;
  chamber: Chamber;
  pid: number;
  version: string;
  started: string;
  seen: string;
  tasks: TaskName[];
  /** The `tasks` that it may not run, with the reason as a sentence; absent: it runs all of them. */
  withheld?: Partial<Record<TaskName, string>>;
  /** `lane` is absent for a short command. */
  active: { task_id: string; name: TaskName; lane?: 'long' }[];
  /** Set while it takes no more tasks and ends the ones it has; then its process ends. Absent: it takes tasks. */
  draining?: Draining;
  /** Tasks that ended since the process started. */
  processed: number;
  /** `processed` by kind, without zeros. Absent in entries of older workers. */
  totals?: Partial<Record<TaskName, number>>;
  /** The number of tasks that it runs at a time, besides checks and long ones; absent: one of each kind. */
  pool_size?: number;
  /** The number of long tasks of each kind that it runs at a time, besides; absent in entries of older workers: none. */
  long_pool_size?: number;
  /** Resident memory of the process, in MiB. Absent in entries of older workers. */
  memory_mb?: number;
  /**
   * CPU time of the process, without its browser, since the heartbeat before, as a percentage of one core. Absent in
   * entries of older workers.
   */
  cpu_percent?: number;
  /** The longest delay of the event loop since the heartbeat before, in ms. Absent in entries of older workers. */
  loop_lag_ms?: number;
}

/** The value of KV `workers`, key = `workerNameKey(…)`: the process that has the name. It expires like its entry. */
export interface WorkerNameClaim {
  v: 1;
  /** The `id` of the process's entry. */
  worker: string;
  pid: number;
}

/**
 * The value of KV `sites`, key = chamber: whether scrapes of the chamber may run. Absent: they may, and always could.
 * It does not affect `check` and `reparse`.
 */
export interface SiteState {
  v: 1;
  chamber: Chamber;
  /** Set while an operator has paused the chamber. */
  paused: { at: string; reason: string | null } | null;
  breaker: SiteBreaker;
}

/**
 * `closed`: requests are sent. `open`: the site refused us, and no request is sent before `probe_at`. `half_open`: one
 * worker is probing the site.
 */
export interface SiteBreaker {
  state: 'closed' | 'open' | 'half_open';
  /** Consecutive refusals. */
  failures: number;
  /** ISO instant of the refusal that opened the breaker. */
  opened_at: string | null;
  /** ISO instant from which one worker may probe; while half open, when that worker's probe counts as lost. */
  probe_at: string | null;
  /** The site's refusal, for the operator. */
  reason: string | null;
  /** How often the breaker has opened since the site last served a document; absent: 0. */
  trips?: number;
}

/**
 * The value of KV `sites`, key = `<chamber>.budget`: the courtesy interval for all workers of a chamber. A worker holds
 * it for one request; a worker that died loses it at `held_until`.
 */
export interface SiteBudget {
  v: 1;
  holder: string | null;
  held_until: string | null;
  /** ISO instant before which no request may be sent; for people to read, workers measure on their own clocks. */
  next_request_at: string;
  /** The courtesy interval of the worker that asked last, for people to read; absent for older versions. */
  interval_ms?: number;
  /**
   * The site's `Retry-After`: a worker sends no request for this long after it first saw this entry. Absent: only the
   * courtesy interval applies.
   */
  rest_ms?: number;
}

/**
 * The value of KV `claims`. Key = the hash of a command with `unique`: its task, which an identical command then gets.
 * Key = the task id of an Idempotency-Key: the task of the identical command that was returned instead.
 */
export interface UniqueClaim {
  v: 1;
  /** The task, or the group. */
  task_id: string;
  /**
   * The tasks that must end before an identical command becomes a new task: the task itself, or the group's children.
   * Empty for an Idempotency-Key, which keeps its task for good.
   */
  tasks: string[];
  at: string;
}

/** The value of KV `schedules`, key = `name`. */
export interface ScheduleState {
  v: 1;
  name: string;
  /** Five fields (minute, hour, day, month, weekday) in `timezone`; null for a schedule with `every`. */
  cron: string | null;
  /** An interval, such as `15m`; null for a schedule with `cron`. */
  every: string | null;
  timezone: string;
  task: TaskName;
  args: Record<string, unknown>;
  /** `skip`: a tick is skipped while the previous one is unfinished. */
  overlap: 'skip' | 'allow';
  /** After an outage, `latest` makes up for the latest missed tick if it is no older than 12 h. */
  catch_up: 'latest' | 'none';
  /** The command expires with the next tick. */
  expires: boolean;
  /** The chambers for which a tick publishes a command. */
  chambers: Chamber[];
  /** Set while an operator has paused the schedule; ticks that fall due meanwhile are skipped. */
  paused_at: string | null;
  /** ISO instant of the last tick that was published or skipped; ticks up to it never fire again. */
  last_fire: string;
  /**
   * The task of each chamber's last published tick; for a group, its last child (see `childrenUpTo`). `overlap: skip`
   * checks these.
   */
  last_tasks: Partial<Record<Chamber, string>>;
}

/** E.g. `daily-house-20261123T020000Z` for `daily` at 02:00 on 23 November: the same id from every scheduler. */
export function tickId(schedule: string, chamber: Chamber, fire: Date): string {
  const stamp = `${fire.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  return `${schedule}-${chamber}-${stamp}`;
}
