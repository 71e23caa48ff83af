import { kindOf, parseLaneSubject, type TaskName } from '#rotunda/contracts';
import { SlotPool } from '#rotunda/messaging';

/** The number of retries for this kind of task: `maxRetries`, or 0 if it is not retried. */
export const retriesOf = (name: TaskName, maxRetries: number): number => (kindOf(name).isRetried ? maxRetries : 0);

/** How many long commands of a kind a worker runs at a time. More would only share the site's requests. */
export const LONG_SLOTS = 1;

/**
 * Returns the slots that a subject's commands use, in a worker that runs `concurrency` short tasks at a time. The long
 * commands of a kind have slots of their own: neither waits for the other.
 */
export function workerSlots(concurrency: number): (subject: string) => SlotPool {
  const shared = new SlotPool(concurrency);
  return (subject) => {
    const found = parseLaneSubject(subject);
    if (found?.lane === 'long') return new SlotPool(LONG_SLOTS);
    return found && kindOf(found.name).sharesSlots ? shared : new SlotPool(1);
  };
}
