import { Injectable, NotFoundException } from '@nestjs/common';
import { CHAMBERS, childTaskId, isFinal, type TaskState } from '#rotunda/contracts';
import { TaskRuns } from '#rotunda/persistence';
import { foldGroup, LiveView, type PlannedTask, planOfGroup, type TaskGroupState, TaskStore } from '#rotunda/tasks';
import { taskEnd } from './task-end.js';

/** A task, or a group of tasks as one. */
export type FoundTask = TaskState | TaskGroupState;

/** The children of a group that are there, and those that were not published yet. */
export interface GroupParts {
  children: TaskState[];
  /** Empty too where nobody can know them: in a group that was made by hand. */
  missing: PlannedTask[];
}

/** Finds tasks wherever they are: in KV while they live and for a while after, then in the history. */
@Injectable()
export class TaskLookup {
  constructor(
    private readonly store: TaskStore,
    private readonly runs: TaskRuns,
    private readonly live: LiveView,
  ) {}

  async find(id: string): Promise<FoundTask | null> {
    const task = await this.findTask(id);
    if (task) return task;
    const { children } = await this.partsOf(id);
    return children.length > 0 ? foldGroup(id, children) : null;
  }

  /** @throws NotFoundException where no task ever had this id */
  async get(id: string): Promise<FoundTask> {
    const found = await this.find(id);
    if (found) return found;
    throw new NotFoundException(`There is no task ${id}; /api/v1/tasks lists those that there are.`);
  }

  async findTask(id: string): Promise<TaskState | null> {
    return (await this.store.find(id)) ?? (await this.runs.find(id))?.stateJson ?? null;
  }

  /** The task as it is when it ends, or when the time is up. A group ends, for those who wait, with its first failure. */
  async getWhenEnded(id: string, waitMs: number): Promise<FoundTask> {
    const found = await this.get(id);
    if (waitMs === 0 || isFinal(found.state)) return found;
    await taskEnd(this.live, found, waitMs);
    return this.get(id);
  }

  /** Any child tells what the others are; the first ones are published first. */
  async partsOf(group: string): Promise<GroupParts> {
    const isChild = (task: TaskState | null): task is TaskState => task?.group?.id === group;
    const known = new Map<string, TaskState>();
    for (const task of this.live.tasks().filter(isChild)) known.set(task.id, task);
    for (const task of await this.findAll(firstIds(group))) if (isChild(task)) known.set(task.id, task);
    const plan = [...known.values()].map((task) => planOfGroup(task.group!, task.name)).find((tasks) => tasks !== null);
    if (!plan) return { children: await this.withFollowing(group, known), missing: [] };
    const tasks = await this.findAll(plan.map(({ id }) => id));
    // One whose command could not be read at all does not name its group.
    const isPlanned = (task: TaskState | null): task is TaskState =>
      task !== null && (task.group?.id ?? group) === group;
    return { children: tasks.filter(isPlanned), missing: plan.filter((_, i) => !tasks[i]) };
  }

  private findAll(ids: string[]): Promise<(TaskState | null)[]> {
    return Promise.all(ids.map((id) => this.findTask(id)));
  }

  /** Children that others made may have any id; those that follow from the group's are looked for until there is none. */
  private async withFollowing(group: string, known: Map<string, TaskState>): Promise<TaskState[]> {
    const sizes = [...known.values()].map((task) => task.group!.size);
    for (let n = 2; known.size > 0 && known.size < Math.max(...sizes); n++) {
      const found = (await this.findAll(childIds(group, n))).filter((task) => task?.group?.id === group);
      if (found.length === 0) break;
      for (const task of found) known.set(task!.id, task!);
    }
    return [...known.values()];
  }
}

const childIds = (group: string, n: number): string[] => CHAMBERS.map((chamber) => childTaskId(group, chamber, n));
const firstIds = (group: string): string[] => childIds(group, 1);
