import { isFinal, type TaskState } from '#rotunda/contracts';
import type { LiveState } from '#rotunda/tasks';
import type { FoundTask } from './found-task.js';

/**
 * Resolves when the time is up or the task has ended; a group ends with its last child or with the first that fails.
 * It follows the live state, which costs NATS nothing however many clients wait. That may lag a moment behind, so the
 * end of an earlier run than the one that was found does not count.
 */
export async function taskEnd(live: LiveState, found: FoundTask, withinMs: number): Promise<void> {
  const { isPart, ended, size } = partsOf(found);
  let end!: () => void;
  const isOver = new Promise<void>((resolve) => (end = resolve));
  const stopFollowing = live.follow((task) => {
    if (!isFinal(task.state) || !isPart(task)) return;
    ended.add(task.id);
    if (ended.size >= size || task.state === 'FAILURE') end();
  });
  const timer = setTimeout(end, withinMs);
  try {
    await isOver;
  } finally {
    clearTimeout(timer);
    stopFollowing();
  }
}

/** What must end, and what of it has: old children may be missing from the live state. */
function partsOf(found: FoundTask): { isPart: (task: TaskState) => boolean; ended: Set<string>; size: number } {
  if (!('children' in found)) {
    return { isPart: ({ id, run }) => id === found.id && run >= found.run, ended: new Set(), size: 1 };
  }
  const runs = new Map(found.children.map(({ id, run }) => [id, run]));
  const isPart = ({ id, run, group }: TaskState): boolean =>
    (runs.has(id) || group?.id === found.id) && run >= (runs.get(id) ?? 1);
  const ended = found.children.filter(({ state }) => isFinal(state)).map(({ id }) => id);
  return { isPart, ended: new Set(ended), size: found.size };
}
