import type { Chamber } from './chambers.js';
import type { TaskName } from './kinds/index.js';

/** The value of KV `workers`, key = `id`; written every 10 s, and gone 30 s after the last write. */
export interface WorkerState {
  v: 1;
  /** One for each process: `house-scraper-<host>-<random>`. */
  id: string;
  /** For people, and no other worker's: `house-scraper@host`, of a second process there `house-scraper-2@host`. */
  name: string;
  chamber: Chamber;
  pid: number;
  version: string;
  started: string;
  seen: string;
  tasks: TaskName[];
  /** What of `tasks` it is not allowed to take, and why, a sentence each; absent: it takes all of them. */
  withheld?: Partial<Record<TaskName, string>>;
  active: { task_id: string; name: TaskName }[];
  /** Tasks that ended since the process started. */
  processed: number;
  /** The same by kind, without those of which there were none. Absent in entries of older workers. */
  totals?: Partial<Record<TaskName, number>>;
  /** How many tasks it does at a time, beside one `check`; absent: one of each kind. */
  pool_size?: number;
  /** Resident memory of the process, in MiB. Absent in entries of older workers. */
  memory_mb?: number;
}

/** The value of KV `workers`, key = `workerNameKey(…)`: the process that has this name; written and gone as its entry. */
export interface WorkerNameClaim {
  v: 1;
  /** The `id` of its entry. */
  worker: string;
  pid: number;
}

/**
 * The value of KV `sites`, key = chamber: whether its scrape commands are taken up. Absent: they are, and always were.
 * `check` and `reparse` go on whatever it says.
 */
export interface SiteState {
  v: 1;
  chamber: Chamber;
  /** Set while an operator holds the chamber back. */
  paused: { at: string; reason: string | null } | null;
  breaker: SiteBreaker;
}

/**
 * `closed`: the site is asked. `open`: it refused us, and nobody asks it before `probe_at`. `half_open`: one worker is
 * asking whether it answers again.
 */
export interface SiteBreaker {
  state: 'closed' | 'open' | 'half_open';
  /** Refusals in a row. */
  failures: number;
  /** ISO instant of the refusal that opened it. */
  opened_at: string | null;
  /** ISO instant from which one worker may probe; while half open, when that worker is given up. */
  probe_at: string | null;
  /** What the site said, for the operator. */
  reason: string | null;
  /** How often it opened since the site last gave a document; absent: not once. */
  trips?: number;
}

/**
 * The value of KV `sites`, key = `<chamber>.budget`: the courtesy interval across all workers of a chamber. A worker
 * holds it for one request; a holder that died loses it at `held_until`.
 */
export interface SiteBudget {
  v: 1;
  holder: string | null;
  held_until: string | null;
  /** ISO instant before which nobody may ask the site; for people, workers measure on their own clocks. */
  next_request_at: string;
  /**
   * Nobody asks the site for so long after it first saw this entry: what the site wished with `Retry-After`. Absent: the
   * courtesy interval alone counts.
   */
  rest_ms?: number;
}

/**
 * The value of KV `claims`, key = the hash of a command: the task that a command with `unique` was given, so that an
 * identical one finds it. And key = the id that an Idempotency-Key stands for: the task of somebody else's that was meant.
 */
export interface UniqueClaim {
  v: 1;
  /** The task, or the group. */
  task_id: string;
  /**
   * All tasks that must have ended before the next identical command is one of its own: the task, or the children. None
   * of an Idempotency-Key, which keeps its task for good.
   */
  tasks: string[];
  at: string;
}

/** The value of KV `schedules`, key = `name`. */
export interface ScheduleState {
  v: 1;
  name: string;
  /** Five fields (minute, hour, day, month, weekday) in `timezone`. */
  cron: string;
  timezone: string;
  task: TaskName;
  args: Record<string, unknown>;
  /** A tick is left out while the tick before is still unfinished. */
  overlap: 'skip' | 'allow';
  /** After an outage: the latest missed tick, if it is no older than 12 h, or none. */
  catch_up: 'latest' | 'none';
  /** The command expires with the next tick. */
  expires: boolean;
  /** Chambers that a tick gives a command to. */
  chambers: Chamber[];
  /** Set while an operator holds the schedule back; ticks that fall due meanwhile are passed over. */
  paused_at: string | null;
  /** ISO instant of the last tick that was published or passed over; ticks up to it never fire again. */
  last_fire: string;
  /**
   * The task of each chamber's last tick that was published, of a group its last child (see `childrenUpTo`): what
   * `overlap: skip` looks at.
   */
  last_tasks: Partial<Record<Chamber, string>>;
}

/** `daily` at 02:00 on 23 November for the House is `daily-house-20261123T020000Z`: one id, however many schedulers. */
export function tickId(schedule: string, chamber: Chamber, fire: Date): string {
  const stamp = `${fire.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  return `${schedule}-${chamber}-${stamp}`;
}
