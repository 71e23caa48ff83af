import { type Chamber, COMMANDS, type TaskName, type TaskState } from '#rotunda/contracts';

/** What waits of one kind of task of one chamber. */
export interface WaitingTasks {
  chamber: Chamber;
  name: TaskName;
  /** How many wait for a worker or for a retry. */
  length: number;
  /** Since when the one waits that has waited longest; null if none waits. */
  oldest: Date | null;
}

/** Every queue, also those in which nothing waits. */
export function waitingTasks(tasks: readonly TaskState[]): WaitingTasks[] {
  const waiting = tasks.filter(({ state }) => state === 'PENDING' || state === 'RETRY');
  return COMMANDS.map((command) => {
    const since = waiting
      .filter(({ chamber, name }) => chamber === command.chamber && name === command.name)
      .map((task) => Date.parse(waitsSince(task)));
    return { ...command, length: since.length, oldest: since.length > 0 ? new Date(earliest(since)) : null };
  });
}

/** Not Math.min(...): as arguments, a long queue would overflow the stack. */
const earliest = (instants: readonly number[]): number =>
  instants.reduce((first, instant) => Math.min(first, instant), Infinity);

/** How long the oldest one has waited; 0 if none waits. */
export const waitedMs = ({ oldest }: WaitingTasks, now: Date): number =>
  oldest === null ? 0 : Math.max(0, now.getTime() - oldest.getTime());

const waitsSince = ({ state, times, attempts }: TaskState): string =>
  (state === 'RETRY' ? attempts.at(-1)?.finished : null) ?? times.queued;
