import { kindOf, parseCommandSubject, type TaskName } from '#rotunda/contracts';
import { SlotPool } from '#rotunda/messaging';

/** The retries of a task of this kind, where others have `maxRetries`. */
export const retriesOf = (name: TaskName, maxRetries: number): number => (kindOf(name).isRetried ? maxRetries : 0);

/** Whose slots the commands of a subject take, in a worker that does so many tasks at a time. */
export function workerSlots(concurrency: number): (subject: string) => SlotPool {
  const shared = new SlotPool(concurrency);
  return (subject) => {
    const command = parseCommandSubject(subject);
    return command && kindOf(command.name).sharesSlots ? shared : new SlotPool(1);
  };
}
