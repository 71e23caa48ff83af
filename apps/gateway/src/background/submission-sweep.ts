import { Inject, Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { TaskState } from '#rotunda/contracts';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { LiveState, TaskDispatcher, TaskReruns } from '#rotunda/tasks';
import { asProblem } from '../http/known-errors.js';
import { TaskLookup } from '../tasks/lookup/task-lookup.js';
import { OneAtATime } from './one-at-a-time.js';

const EVERY_MS = 5_000;
/** Leaves a gateway that is still publishing this much time. If both publish, the queue keeps one copy. */
const GRACE_MS = 10_000;

/** Finishes what a dead gateway left half done: groups published in part, and requested runs. */
@Injectable()
export class SubmissionSweep {
  private readonly logger = new Logger('half-done submissions');
  private readonly turn = new OneAtATime('half-done submissions');
  /** Complete groups, some of whose children are missing from the live state: looked up only once. */
  private readonly complete = new Set<string>();
  /** Tasks and groups whose failure was logged already. */
  private readonly failing = new Set<string>();

  constructor(
    private readonly live: LiveState,
    private readonly tasks: TaskLookup,
    private readonly dispatcher: TaskDispatcher,
    private readonly reruns: TaskReruns,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Interval(EVERY_MS)
  sweep(): Promise<void> {
    return this.turn.run(async () => {
      const tasks = this.live.tasks();
      const before = new Date(this.now().getTime() - GRACE_MS).toISOString();
      for (const task of tasks) {
        if (!task.unpublished || task.unpublished.at >= before) continue;
        await this.finish(task.id, () => this.reruns.publishLeftOver(task));
      }
      const groups = groupsOf(tasks);
      for (const id of this.complete) if (!groups.has(id)) this.complete.delete(id);
      for (const [id, children] of groups) {
        if (isHalf(children, before)) await this.finish(id, () => this.completeGroup(id));
      }
    });
  }

  /** A failure of one task or group does not hold up the others and is logged once; an outage stops the sweep. */
  private async finish(id: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.failing.delete(id);
    } catch (error) {
      if (asProblem(error)) throw error;
      if (!this.failing.has(id))
        this.logger.error(`${id} is still half done and will be tried again: ${String(error)}`);
      this.failing.add(id);
    }
  }

  private async completeGroup(id: string): Promise<void> {
    if (this.complete.has(id)) return;
    const { missing } = await this.tasks.partsOf(id);
    await this.dispatcher.submitAll(missing, 'sweep');
    if (missing.length === 0) this.complete.add(id);
  }
}

function groupsOf(tasks: TaskState[]): Map<string, TaskState[]> {
  const groups = new Map<string, TaskState[]>();
  for (const task of tasks) {
    if (!task.group?.whole) continue;
    const children = groups.get(task.group.id);
    if (children) children.push(task);
    else groups.set(task.group.id, [task]);
  }
  return groups;
}

const isHalf = (children: TaskState[], before: string): boolean =>
  children.length < children[0]!.group!.size && children.every(({ times }) => times.queued < before);
