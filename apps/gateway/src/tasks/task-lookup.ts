import { Injectable, NotFoundException } from '@nestjs/common';
import { CHAMBERS, childTaskId, isFinal, type TaskState } from '#rotunda/contracts';
import { TaskRuns } from '#rotunda/persistence';
import { foldGroup, type TaskGroupState, TaskStore } from '#rotunda/tasks';

/** A task, or a group of tasks as one. */
export type FoundTask = TaskState | TaskGroupState;

/** Finds tasks wherever they are: in KV while they live and for a while after, then in the history. */
@Injectable()
export class TaskLookup {
  constructor(
    private readonly store: TaskStore,
    private readonly runs: TaskRuns,
  ) {}

  async find(id: string): Promise<FoundTask | null> {
    const task = await this.findTask(id);
    if (task) return task;
    const children = await this.childrenOf(id);
    return children.length > 0 ? foldGroup(id, children) : null;
  }

  /** @throws NotFoundException where no task ever had this id */
  async get(id: string): Promise<FoundTask> {
    const found = await this.find(id);
    if (found) return found;
    throw new NotFoundException(`There is no task ${id}; /api/v1/tasks lists those that there are.`);
  }

  /** The task as it is when it ends, or when the time is up. */
  async getWhenEnded(id: string, waitMs: number): Promise<FoundTask> {
    const found = await this.get(id);
    if (waitMs === 0 || isFinal(found.state)) return found;
    let end!: () => void;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const open = new Set('children' in found ? found.children.map((child) => child.id) : [id]);
    // A watch begins with the state as it is: an end between the first look and the watch is seen too.
    const watches = [...open].map((task) =>
      this.store.watch(task, ({ state }) => {
        if (isFinal(state)) open.delete(task);
        if (open.size === 0) end();
      }),
    );
    const timer = setTimeout(end, waitMs);
    try {
      await ended;
      return await this.get(id);
    } finally {
      clearTimeout(timer);
      for (const stop of await Promise.all(watches)) stop();
    }
  }

  private async findTask(id: string): Promise<TaskState | null> {
    return (await this.store.find(id)) ?? (await this.runs.find(id))?.stateJson ?? null;
  }

  /** The ids of a group's children follow from its own. */
  private async childrenOf(group: string): Promise<TaskState[]> {
    const children: TaskState[] = [];
    for (let n = 1; ; n++) {
      const ids = CHAMBERS.map((chamber) => childTaskId(group, chamber, n));
      const found = (await Promise.all(ids.map((id) => this.findTask(id)))).filter((task) => task !== null);
      if (found.length === 0) return children;
      children.push(...found);
    }
  }
}
