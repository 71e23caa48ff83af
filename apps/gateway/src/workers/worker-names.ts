import type { TaskState, WorkerState } from '#rotunda/contracts';
import type { LiveState } from '#rotunda/tasks';

/** Id → a name of its own for each worker: several workers of older versions on one host have the same name. */
export function nameWorkers(workers: WorkerState[]): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id, name } of workers.toSorted(byStart)) {
    let own = name;
    for (let n = 2; taken.has(own); n++) own = name.replace('@', `-${n}@`);
    taken.add(own);
    names.set(id, own);
  }
  return names;
}

/** Names the worker that has a task or had it last; for a task not begun, the service that will do it. */
export function workerNamer(live: LiveState, now: Date): (task: TaskState) => string {
  const names = nameWorkers(live.workers(now));
  return ({ worker, attempts, chamber }) => {
    const id = worker ?? attempts.at(-1)?.worker;
    return id === undefined ? `${chamber}-scraper` : (names.get(id) ?? live.workerName(id));
  };
}

const byStart = (a: WorkerState, b: WorkerState): number =>
  a.started.localeCompare(b.started) || a.id.localeCompare(b.id);
