import { isFinal } from '../task-words.js';
import type { Group, Task } from '../use-task.js';

type Progress = Task['progress'];

/** The progress of all children as one. The total is known once each child has listed its filings. */
export function foldProgress({ children, size }: Group): { progress: Progress; isKnown: boolean } {
  const sum = (field: Exclude<keyof Progress, 'phase'>): number =>
    children.reduce((all, { progress }) => all + progress[field], 0);
  const phases = children.filter(({ state }) => state === 'STARTED').map(({ progress }) => progress.phase);
  const isKnown =
    children.length === size && children.every((child) => isFinal(child.state) || child.progress.total > 0);
  return {
    progress: {
      phase: [...new Set(phases)].join(', '),
      ...{ done: sum('done'), total: sum('total') },
      ...{ saved: sum('saved'), skipped: sum('skipped'), errors: sum('errors') },
    },
    isKnown,
  };
}

/** How many children are in each state, in the order of a task's life; those not published yet are PENDING. */
export function countStates({
  children,
  size,
  unknown_children: unknown = [],
}: Group): [state: string, count: number][] {
  const states = ['PENDING', 'STARTED', 'RETRY', 'SUCCESS', 'FAILURE', 'REVOKED'];
  const unpublished = size - children.length - unknown.length;
  return states
    .map((state): [string, number] => [
      state,
      children.filter((child) => child.state === state).length + (state === 'PENDING' ? Math.max(0, unpublished) : 0),
    ])
    .filter(([, count]) => count > 0);
}

/** `2026-01-01 to 2026-01-31`, or what the arguments say. */
export function argsText({ args }: Pick<Task, 'args'>): string {
  const { start_date: start, end_date: end, ...rest } = args;
  if (typeof start === 'string' && typeof end === 'string' && Object.keys(rest).length === 0)
    return `${start} to ${end}`;
  return Object.entries(args)
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' ');
}
