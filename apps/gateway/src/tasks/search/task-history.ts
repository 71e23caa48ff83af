import { Injectable } from '@nestjs/common';
import type { TaskState, TaskStateName } from '#rotunda/contracts';
import { matchesFilters, type Page, type PageOf, type TaskFilters, TaskRuns } from '#rotunda/persistence';
import { LiveState } from '#rotunda/tasks';

/** How many tasks match, by state, without zeros. */
export type StateCounts = Partial<Record<TaskStateName, number>>;

/** The history merged with the live state: the table is written in batches, about a second behind. */
@Injectable()
export class TaskHistory {
  constructor(
    private readonly runs: TaskRuns,
    private readonly live: LiveState,
  ) {}

  /** Last queued first. The first page exceeds `limit` by the tasks that are too new to be in the table. */
  async page(filters: TaskFilters & PageOf): Promise<Page<TaskState>> {
    const { items, nextCursor } = await this.runs.page(filters);
    const recorded = items.map(({ stateJson }) => stateJson);
    return { items: withLive(recorded, this.live.tasks(), filters, nextCursor === null), nextCursor };
  }

  /** @param atMost stops counting recorded tasks there */
  async count(filters: TaskFilters, atMost?: number): Promise<{ states: StateCounts; isCut: boolean }> {
    const live = this.live.tasks();
    const ids = live.map(({ id }) => id);
    const states = await this.runs.count(filters, ids, atMost);
    const isCut = atMost !== undefined && totalOf(states) >= atMost;
    for (const task of live) {
      if (matchesFilters(task, filters)) states[task.state] = (states[task.state] ?? 0) + 1;
    }
    return { states, isCut };
  }
}

export const totalOf = (states: StateCounts): number => Object.values(states).reduce((sum, count) => sum + count, 0);

/**
 * Replaces recorded states by live ones, which are never older, and adds live tasks that belong on the page but are not
 * in the table yet.
 *
 * @param isLast whether this is the last page, which reaches back to the oldest task
 */
export function withLive(
  recorded: TaskState[],
  live: TaskState[],
  filters: TaskFilters & Pick<PageOf, 'cursor'>,
  isLast: boolean,
): TaskState[] {
  const liveById = new Map(live.map((task) => [task.id, task]));
  // What was recorded matches, as the table says: only what is known better is examined.
  const current = recorded.flatMap((task) => {
    const now = liveById.get(task.id);
    return now === undefined ? [task] : matchesFilters(now, filters) ? [now] : [];
  });
  if (filters.cursor) return current;
  const known = new Set(current.map(({ id }) => id));
  const oldest = isLast ? '' : (recorded.at(-1)?.times.queued ?? '');
  const missing = live.filter(
    (task) => !known.has(task.id) && task.times.queued > oldest && matchesFilters(task, filters),
  );
  return [...current, ...missing].toSorted(lastQueuedFirst);
}

const lastQueuedFirst = (a: TaskState, b: TaskState): number =>
  b.times.queued.localeCompare(a.times.queued) || b.id.localeCompare(a.id);
