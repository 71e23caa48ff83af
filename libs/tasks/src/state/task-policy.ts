import { kindOf, parseCommandSubject, type TaskName } from '#rotunda/contracts';
import { SlotPool } from '#rotunda/messaging';

/** The number of retries for this kind of task: `maxRetries`, or 0 if it is not retried. */
export const retriesOf = (name: TaskName, maxRetries: number): number => (kindOf(name).isRetried ? maxRetries : 0);

/** Returns the slots that a subject's commands use, in a worker that runs `concurrency` tasks at a time. */
export function workerSlots(concurrency: number): (subject: string) => SlotPool {
  const shared = new SlotPool(concurrency);
  return (subject) => {
    const command = parseCommandSubject(subject);
    return command && kindOf(command.name).sharesSlots ? shared : new SlotPool(1);
  };
}
