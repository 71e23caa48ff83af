import { Injectable, NotFoundException } from '@nestjs/common';
import { CHAMBERS, childTaskId, isFinal, type TaskState } from '#rotunda/contracts';
import { TaskRuns } from '#rotunda/persistence';
import { foldGroup, LiveState, type PlannedTask, planOfGroup, TaskStore } from '#rotunda/tasks';
import type { FoundTask } from './found-task.js';
import { RecordedTasks } from './recorded-tasks.js';
import { taskEnd } from './task-end.js';

/** The children of a group that exist, and those that were not published yet. */
export interface GroupParts {
  children: TaskState[];
  /** Also empty for a group made by hand, whose children can't be derived. */
  missing: PlannedTask[];
}

/** The parts as far as they are known while Postgres is unavailable. */
export interface KnownParts extends GroupParts {
  /** Children that only the history may have; whether they were published is not known. */
  unknown: PlannedTask[];
}

/** Finds tasks wherever they are: in KV while they live and for a while after, then in the history. */
@Injectable()
export class TaskLookup {
  constructor(
    private readonly store: TaskStore,
    private readonly runs: TaskRuns,
    private readonly live: LiveState,
  ) {}

  find(id: string): Promise<FoundTask | null> {
    return this.findIn(RecordedTasks.needed(this.runs), id);
  }

  /** @throws NotFoundException if no task ever had this id */
  async get(id: string): Promise<FoundTask> {
    return (await this.find(id)) ?? neverThere(id);
  }

  /** Like `get`; while Postgres is unavailable, what is known of a group. @throws NotFoundException */
  async getKnown(id: string): Promise<FoundTask> {
    const recorded = RecordedTasks.ifThere(this.runs);
    const found = await this.findIn(recorded, id);
    if (!found) recorded.require();
    return found ?? neverThere(id);
  }

  async findTask(id: string): Promise<TaskState | null> {
    return this.taskIn(RecordedTasks.needed(this.runs), id);
  }

  /** The task when it has ended or the time is up. For this, a group ends with its first failure. */
  async getWhenEnded(id: string, waitMs: number): Promise<FoundTask> {
    const found = await this.getKnown(id);
    if (waitMs === 0 || isFinal(found.state)) return found;
    await taskEnd(this.live, found, waitMs);
    return this.getKnown(id);
  }

  /** Any child says what the others are, and the first children are published first. */
  partsOf(group: string): Promise<GroupParts> {
    return this.partsIn(RecordedTasks.needed(this.runs), group);
  }

  knownPartsOf(group: string): Promise<KnownParts> {
    return this.partsIn(RecordedTasks.ifThere(this.runs), group);
  }

  private async findIn(recorded: RecordedTasks, id: string): Promise<FoundTask | null> {
    const task = await this.taskIn(recorded, id);
    if (task) return task;
    const { children, unknown } = await this.partsIn(recorded, id);
    if (children.length === 0) return null;
    const group = foldGroup(id, children);
    return unknown.length > 0 ? { ...group, unknown_children: unknown.map((child) => child.id) } : group;
  }

  private async taskIn(recorded: RecordedTasks, id: string): Promise<TaskState | null> {
    return (await this.findAll(recorded, [id])).get(id) ?? null;
  }

  private async partsIn(recorded: RecordedTasks, group: string): Promise<KnownParts> {
    const isChild = (task: TaskState): boolean => task.group?.id === group;
    const known = new Map<string, TaskState>();
    const note = (tasks: Iterable<TaskState>): void => {
      for (const task of tasks) if (isChild(task)) known.set(task.id, task);
    };
    note(this.live.tasks());
    note((await this.findAll(recorded, firstIds(group))).values());
    const plan = [...known.values()].map((task) => planOfGroup(task.group!, task.name)).find((tasks) => tasks !== null);
    if (!plan) return { children: await this.withFollowing(recorded, group, known), missing: [], unknown: [] };
    const ids = plan.map(({ id }) => id);
    const tasks = await this.findAll(recorded, ids);
    // A child whose command could not be read does not name its group.
    const children = ids.flatMap((id) => tasks.get(id) ?? []).filter((task) => !task.group || isChild(task));
    const absent = plan.filter(({ id }) => !tasks.has(id));
    return recorded.isAway ? { children, missing: [], unknown: absent } : { children, missing: absent, unknown: [] };
  }

  private async findAll(recorded: RecordedTasks, ids: string[]): Promise<Map<string, TaskState>> {
    const states = await Promise.all(ids.map((id) => this.store.find(id)));
    const found = new Map(states.flatMap((state) => (state ? [[state.id, state]] : [])));
    const past = await recorded.of(ids.filter((_, i) => !states[i]));
    return new Map([...found, ...past]);
  }

  /** Children of a group made by hand may have any id; those numbered like ours are looked up until one is missing. */
  private async withFollowing(
    recorded: RecordedTasks,
    group: string,
    known: Map<string, TaskState>,
  ): Promise<TaskState[]> {
    const sizes = [...known.values()].map((task) => task.group!.size);
    for (let n = 2; known.size > 0 && known.size < Math.max(...sizes); n++) {
      const found = [...(await this.findAll(recorded, childIds(group, n))).values()];
      const children = found.filter((task) => task.group?.id === group);
      if (children.length === 0) break;
      for (const task of children) known.set(task.id, task);
    }
    return [...known.values()];
  }
}

const childIds = (group: string, n: number): string[] => CHAMBERS.map((chamber) => childTaskId(group, chamber, n));
const firstIds = (group: string): string[] => childIds(group, 1);

function neverThere(id: string): never {
  throw new NotFoundException(`There is no task ${id}; /api/v1/tasks lists all tasks.`);
}
