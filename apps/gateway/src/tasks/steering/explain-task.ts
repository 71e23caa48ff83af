import {
  commandSubject,
  isFinal,
  type SiteState,
  type TaskName,
  type TaskState,
  type WorkerState,
} from '#rotunda/contracts';
import { hasExpired, TASK_POLICIES } from '#rotunda/tasks';
import type { WhyView } from './steering-views.js';

/** What the answer depends on; read by whoever asks, so that the answer itself is plain to test. */
export interface Surroundings {
  now: Date;
  site: SiteState;
  /** All that live, of any chamber. */
  workers: WorkerState[];
  /** All tasks that the live state has. */
  tasks: TaskState[];
  /** As far as the gateway can tell: workers hold back what needs Postgres while it does not answer them. */
  isPostgresAway: boolean;
  /** Whether the queue still holds the task's command. */
  isLost: boolean;
}

/** Why a task is not running: the first reason that, if it went away, would not leave another of these before it. */
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
    const message = `It expired at ${String(task.args['expires_at'])}; it is left undone.`;
    return { reason: 'expired', message };
  }
  if (task.unpublished) {
    const message = 'Its command is being put into the queue; where that broke off it is done within seconds.';
    return { reason: 'not_published', message };
  }
  if (around.isLost) {
    const message = `Its command is no longer in the queue; POST tasks/${task.id}/retry puts it there anew.`;
    return { reason: 'command_lost', message };
  }
  if (waitsForRetry(task, now)) return explainRetry(task, task.not_before);
  return explainSite(task, around) ?? explainPostgres(task, around) ?? explainQueue(task, around);
}

/** What a worker handed back names no instant: it may be taken up at once. */
const waitsForRetry = (task: TaskState, now: Date): task is TaskState & { not_before: string } =>
  task.not_before !== undefined && Date.parse(task.not_before) > now.getTime();

const explainRetry = ({ id, retries, max_retries, error }: TaskState, until: string): Reason => ({
  reason: 'waiting_for_retry',
  until,
  message:
    `Its last attempt failed${error ? ` (${error.code}: ${error.message})` : ''}; retry ${retries} of ${max_retries} ` +
    `is due at ${until}, and POST tasks/${id}/retry brings it forward.`,
});

/** Checks and reparses go on whatever the site does. */
function explainSite({ chamber, name }: TaskState, { site }: Surroundings): Reason | null {
  if (name !== 'scrape') return null;
  if (site.paused) {
    const why = site.paused.reason ? `: ${site.paused.reason}` : '';
    return { reason: 'chamber_paused', message: `The ${chamber} is paused since ${site.paused.at}${why}.` };
  }
  const { state, probe_at, reason } = site.breaker;
  if (state === 'closed') return null;
  const why = reason ? ` (${reason})` : '';
  const next = probe_at ? `; the next try is at ${probe_at}` : '';
  const message =
    state === 'open'
      ? `The ${chamber}’s site refused us${why}${next}.`
      : `The ${chamber}’s site refused us${why}; one worker is trying whether it answers again.`;
  return { reason: 'breaker_open', message, ...(probe_at ? { until: probe_at } : {}) };
}

/** A check is there to say what is wrong, and waits for nothing. */
export const mayWaitForPostgres = ({ name, state }: TaskState): boolean =>
  name !== 'check' && (state === 'PENDING' || state === 'RETRY');

function explainPostgres(task: TaskState, { isPostgresAway }: Surroundings): Reason | null {
  if (!isPostgresAway || !mayWaitForPostgres(task)) return null;
  const message = `Postgres does not answer; a ${task.name} stays in the queue until it does, and costs no attempt.`;
  return { reason: 'waiting_for_postgres', message };
}

function explainQueue(task: TaskState, { workers, tasks, now }: Surroundings): Reason {
  const subject = commandSubject(task.chamber, task.name);
  const able = workers.filter(({ chamber, tasks: names }) => chamber === task.chamber && names.includes(task.name));
  const position = positionOf(task, tasks, now);
  const place = position === null ? {} : { position };
  if (able.length === 0) {
    return { reason: 'no_worker', message: `No worker takes ${subject}; start a ${task.chamber}-scraper.`, ...place };
  }
  const busy = able.filter((worker) => isBusy(worker, task.name));
  const where = position === null ? '' : ` It is number ${position} in the queue of ${subject}.`;
  if (busy.length < able.length) {
    return { reason: 'queued', message: `A worker is free and takes it up any moment.${where}`, ...place };
  }
  const doing = busy.flatMap(({ name, active }) => active.map(({ task_id }) => `${name} with ${task_id}`));
  const message = `All workers that take ${subject} are busy: ${doing.join(', ')}.${where}`;
  return { reason: 'workers_busy', message, workers: busy.map(({ name }) => name), ...place };
}

/** Kinds that share the slots of a worker keep each other out. An older worker's entry has no pool: one of each kind. */
function isBusy({ active, pool_size }: WorkerState, name: TaskName): boolean {
  const { sharesSlots } = TASK_POLICIES[name];
  if (!sharesSlots || pool_size === undefined) return active.some((other) => other.name === name);
  return active.filter((other) => TASK_POLICIES[other.name].sharesSlots).length >= pool_size;
}

/** Commands are taken up in the order of the stream; null while nobody knows where it stands. */
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
