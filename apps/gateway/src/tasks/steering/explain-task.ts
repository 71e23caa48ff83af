import {
  isFinal,
  kindOf,
  type Lane,
  laneSubject,
  type SiteState,
  type TaskName,
  type TaskState,
  type WorkerState,
} from '#rotunda/contracts';
import { hasExpired } from '#rotunda/tasks';
import type { WhyView } from './steering-views.js';

/** What the answer depends on. The caller reads it, so that `explainTask` is pure. */
export interface Surroundings {
  now: Date;
  site: SiteState;
  /** All running workers of any chamber. */
  workers: WorkerState[];
  /** All tasks of the live state. */
  tasks: TaskState[];
  /** As the gateway sees it. Workers leave commands that need Postgres in the queue while it does not answer them. */
  isPostgresAway: boolean;
  /** The queue no longer holds the task's command. */
  isLost: boolean;
  laneOf: (task: TaskState) => Lane;
}

/** Why a task is not running. The first of several reasons counts: resolving a later one would not help. */
export function explainTask(task: TaskState, around: Surroundings): WhyView {
  const reason = isFinal(task.state) || task.state === 'STARTED' ? explainState(task) : explainWait(task, around);
  return { task_id: task.id, state: task.state, ...reason };
}

type Reason = Pick<WhyView, 'reason' | 'message' | 'until' | 'position' | 'workers'>;

function explainState({ state, worker, times, error }: TaskState): Reason {
  if (state !== 'STARTED') {
    const why = error ? `: ${error.code}: ${error.message}` : '';
    return { reason: 'ended', message: `It ended at ${times.finished} as ${state}${why}.` };
  }
  return { reason: 'running', message: `It is running on ${worker}.`, workers: worker ? [worker] : [] };
}

function explainWait(task: TaskState, around: Surroundings): Reason {
  const { now } = around;
  if (hasExpired(task, now)) {
    const message = `It expired at ${String(task.args['expires_at'])}; it will not run.`;
    return { reason: 'expired', message };
  }
  if (task.unpublished) {
    const message = 'Its command is being queued; if that was interrupted, it is finished within seconds.';
    return { reason: 'not_published', message };
  }
  if (around.isLost) {
    const message = `Its command is no longer in the queue; POST tasks/${task.id}/retry queues it again.`;
    return { reason: 'command_lost', message };
  }
  if (waitsForRetry(task, now)) return explainRetry(task, task.not_before);
  return explainSite(task, around) ?? explainPostgres(task, around) ?? explainQueue(task, around);
}

/** A task that a worker handed back has no `not_before`: a worker may take it at once. */
const waitsForRetry = (task: TaskState, now: Date): task is TaskState & { not_before: string } =>
  task.not_before !== undefined && Date.parse(task.not_before) > now.getTime();

const explainRetry = ({ id, retries, max_retries, error }: TaskState, until: string): Reason => ({
  reason: 'waiting_for_retry',
  until,
  message:
    `Its last attempt failed${error ? ` (${error.code}: ${error.message})` : ''}; retry ${retries} of ${max_retries} ` +
    `is due at ${until}; POST tasks/${id}/retry runs it now.`,
});

function explainSite({ chamber, name }: TaskState, { site }: Surroundings): Reason | null {
  if (!kindOf(name).needs.includes('site')) return null;
  if (site.paused) {
    const why = site.paused.reason ? `: ${site.paused.reason}` : '';
    return { reason: 'chamber_paused', message: `The ${chamber} has been paused since ${site.paused.at}${why}.` };
  }
  const { state, probe_at, reason } = site.breaker;
  if (state === 'closed') return null;
  const why = reason ? ` (${reason})` : '';
  const next = probe_at ? `; the next try is at ${probe_at}` : '';
  const message =
    state === 'open'
      ? `The ${chamber} site refused us${why}${next}.`
      : `The ${chamber} site refused us${why}; one worker is probing whether it answers again.`;
  return { reason: 'breaker_open', message, ...(probe_at ? { until: probe_at } : {}) };
}

export const mayWaitForPostgres = ({ name, state }: TaskState): boolean =>
  kindOf(name).needs.includes('postgres') && (state === 'PENDING' || state === 'RETRY');

function explainPostgres(task: TaskState, { isPostgresAway }: Surroundings): Reason | null {
  if (!isPostgresAway || !mayWaitForPostgres(task)) return null;
  const message = `Postgres does not answer; a ${task.name} stays in the queue until it does, which costs no attempt.`;
  return { reason: 'waiting_for_postgres', message };
}

function explainQueue(task: TaskState, around: Surroundings): Reason {
  const lane = around.laneOf(task);
  const subject = laneSubject(task.chamber, task.name, lane);
  const able = around.workers.filter(
    ({ chamber, tasks, long_pool_size: long }) =>
      chamber === task.chamber && tasks.includes(task.name) && (lane === 'short' || long !== undefined),
  );
  const taking = able.filter(({ draining }) => !draining);
  const position = positionOf(task, around);
  const place = position === null ? {} : { position };
  if (taking.length === 0) {
    const draining = able.length === 0 ? '' : ` (${able.map(({ name }) => name).join(', ')}: draining)`;
    const message = `No worker takes ${subject}${draining}; start a ${task.chamber}-scraper (rotunda worker ${task.chamber}).`;
    return { reason: 'no_worker', message, ...place };
  }
  const busy = taking.filter((worker) => isBusy(worker, task.name, lane));
  const where = position === null ? '' : ` It is number ${position} in the queue of ${subject}.`;
  if (busy.length < taking.length) {
    return { reason: 'queued', message: `A worker is free and will take it at any moment.${where}`, ...place };
  }
  const doing = busy.flatMap(({ name, active }) =>
    active.filter(isIn(lane)).map(({ task_id }) => `${name} with ${task_id}`),
  );
  const are = lane === 'long' ? 'busy with other long ones' : 'busy';
  const message = `All workers that take ${subject} are ${are}: ${doing.join(', ')}.${where}`;
  return { reason: 'workers_busy', message, workers: busy.map(({ name }) => name), ...place };
}

const isIn =
  (lane: Lane) =>
  (active: WorkerState['active'][number]): boolean =>
    (active.lane ?? 'short') === lane;

/**
 * Kinds that share a worker's slots block each other; long commands block only those of their kind. Workers of older
 * versions have no pool: one of each kind.
 */
function isBusy({ active, pool_size, long_pool_size = 0 }: WorkerState, name: TaskName, lane: Lane): boolean {
  const { sharesSlots } = kindOf(name);
  const rivals = active.filter(isIn(lane));
  const alike = rivals.filter((other) => other.name === name);
  if (lane === 'long') return alike.length >= long_pool_size;
  if (!sharesSlots || pool_size === undefined) return alike.length > 0;
  return rivals.filter((other) => kindOf(other.name).sharesSlots).length >= pool_size;
}

/** Workers take the commands of a lane in stream order. Null while the command's sequence is unknown. */
function positionOf(task: TaskState, { tasks, now, laneOf }: Surroundings): number | null {
  if (task.stream_seq === null) return null;
  const lane = laneOf(task);
  const isBefore = (other: TaskState): boolean =>
    other.chamber === task.chamber &&
    other.name === task.name &&
    other.stream_seq !== null &&
    other.stream_seq < task.stream_seq! &&
    (other.state === 'PENDING' || (other.state === 'RETRY' && !waitsForRetry(other, now))) &&
    laneOf(other) === lane;
  return tasks.filter(isBefore).length + 1;
}
