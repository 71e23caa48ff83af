import { parseCommandSubject, type TaskName } from '#rotunda/contracts';
import { SlotPool } from '#rotunda/messaging';

/** How the tasks of a kind are run, whatever they do. */
export interface TaskPolicy {
  /** Takes one of the worker's `WORKER_CONCURRENCY` slots; else there is one slot for its kind alone. */
  sharesSlots: boolean;
  /** A failed attempt is followed by up to `TASK_MAX_RETRIES` further ones. */
  isRetried: boolean;
  /** What fails for good becomes a dead letter, so that it can be replayed. */
  isBuried: boolean;
}

const WORK: TaskPolicy = { sharesSlots: true, isRetried: true, isBuried: true };

export const TASK_POLICIES: Record<TaskName, TaskPolicy> = {
  scrape: WORK,
  reparse: WORK,
  // A diagnosis: that it fails is the answer, wanted at once and also from a busy worker, and worth nothing later.
  check: { sharesSlots: false, isRetried: false, isBuried: false },
};

/** The retries of a task of this kind, where others have `maxRetries`. */
export const retriesOf = (name: TaskName, maxRetries: number): number =>
  TASK_POLICIES[name].isRetried ? maxRetries : 0;

/** Whose slots the commands of a subject take, in a worker that does so many tasks at a time. */
export function workerSlots(concurrency: number): (subject: string) => SlotPool {
  const shared = new SlotPool(concurrency);
  return (subject) => {
    const command = parseCommandSubject(subject);
    return command && TASK_POLICIES[command.name].sharesSlots ? shared : new SlotPool(1);
  };
}
