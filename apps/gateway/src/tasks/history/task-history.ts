import { Injectable } from '@nestjs/common';
import type { TaskState } from '#rotunda/contracts';
import { type Page, type TaskRunFilters, TaskRuns } from '#rotunda/persistence';
import { LiveState } from '#rotunda/tasks';

/** The history merged with the live state: the table is written in batches, about a second behind. */
@Injectable()
export class TaskHistory {
  constructor(
    private readonly runs: TaskRuns,
    private readonly live: LiveState,
  ) {}

  /** Last queued first. The first page exceeds `limit` by the tasks that are too new to be in the table. */
  async page(filters: TaskRunFilters): Promise<Page<TaskState>> {
    const { items, nextCursor } = await this.runs.page(filters);
    const recorded = items.map(({ stateJson }) => stateJson);
    return { items: withLive(recorded, this.live.tasks(), filters, nextCursor === null), nextCursor };
  }
}

/**
 * Replaces recorded states by live ones, which are never older, and adds live tasks that belong on the page but are not
 * in the table yet.
 *
 * @param isLast whether this is the last page, which reaches back to the oldest task
 */
export function withLive(
  recorded: TaskState[],
  live: TaskState[],
  filters: Omit<TaskRunFilters, 'limit'>,
  isLast: boolean,
): TaskState[] {
  const matching = live.filter((task) => matches(task, filters));
  const liveById = new Map(live.map((task) => [task.id, task]));
  const current = recorded.map((task) => liveById.get(task.id) ?? task).filter((task) => matches(task, filters));
  if (filters.cursor) return current;
  const known = new Set(current.map(({ id }) => id));
  const oldest = isLast ? '' : (recorded.at(-1)?.times.queued ?? '');
  const missing = matching.filter(({ id, times }) => !known.has(id) && times.queued > oldest);
  return [...current, ...missing].toSorted(lastQueuedFirst);
}

const lastQueuedFirst = (a: TaskState, b: TaskState): number =>
  b.times.queued.localeCompare(a.times.queued) || b.id.localeCompare(a.id);

const matches = (task: TaskState, { chamber, name, state, from, to }: Omit<TaskRunFilters, 'limit'>): boolean =>
  (!chamber || task.chamber === chamber) &&
  (!name || task.name === name) &&
  (!state || task.state === state) &&
  (!from || Date.parse(task.times.queued) >= from.getTime()) &&
  (!to || Date.parse(task.times.queued) < to.getTime());
