import {
  commandSubject,
  isFinal,
  kindOf,
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

function explainQueue(task: TaskState, { workers, tasks, now }: Surroundings): Reason {
  const subject = commandSubject(task.chamber, task.name);
  const able = workers.filter(({ chamber, tasks: names }) => chamber === task.chamber && names.includes(task.name));
  const taking = able.filter(({ draining }) => !draining);
  const position = positionOf(task, tasks, now);
  const place = position === null ? {} : { position };
  if (taking.length === 0) {
    const draining = able.length === 0 ? '' : ` (${able.map(({ name }) => name).join(', ')}: draining)`;
    const message = `No worker takes ${subject}${draining}; start a ${task.chamber}-scraper.`;
    return { reason: 'no_worker', message, ...place };
  }
  const busy = taking.filter((worker) => isBusy(worker, task.name));
  const where = position === null ? '' : ` It is number ${position} in the queue of ${subject}.`;
  if (busy.length < taking.length) {
    return { reason: 'queued', message: `A worker is free and will take it at any moment.${where}`, ...place };
  }
  const doing = busy.flatMap(({ name, active }) => active.map(({ task_id }) => `${name} with ${task_id}`));
  const message = `All workers that take ${subject} are busy: ${doing.join(', ')}.${where}`;
  return { reason: 'workers_busy', message, workers: busy.map(({ name }) => name), ...place };
}

/** Kinds that share a worker's slots block each other. Workers of older versions have no pool: one of each kind. */
function isBusy({ active, pool_size }: WorkerState, name: TaskName): boolean {
  const { sharesSlots } = kindOf(name);
  if (!sharesSlots || pool_size === undefined) return active.some((other) => other.name === name);
  return active.filter((other) => kindOf(other.name).sharesSlots).length >= pool_size;
}

/** Workers take commands in stream order. Null while the command's sequence is unknown. */
function positionOf(task: TaskState, tasks: TaskState[], now: Date): number | null {
  if (task.stream_seq === null) return null;
  const isBefore = (other: TaskState): boolean =>
    other.chamber === task.chamber &&
    other.name === task.name &&
    other.stream_seq !== null &&
    other.stream_seq < task.stream_seq! &&
    (other.state === 'PENDING' || (other.state === 'RETRY' && !waitsForRetry(other, now)));
  return tasks.filter(isBefore).length + 1;
}
