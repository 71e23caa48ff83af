import { randomUUID } from 'node:crypto';
import type { Chamber, TaskGroup, TaskName } from '#rotunda/contracts';
import { type DateWindow, easternDate, resolveWindow, type WindowFields } from '#rotunda/domain';
import { CommandQueue } from '#rotunda/messaging';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { type PlannedTask, planCommand } from '../state/group-plan.js';
import type { DispatcherSettings } from '../settings.js';
import { TaskStore } from './task-store.js';
import { TASK_SETTINGS } from '../tokens.js';

export interface NewTask {
  chamber: Chamber;
  name: TaskName;
  args: Record<string, unknown>;
  /** A random one where it is not given. */
  id?: string;
  group?: TaskGroup;
}

/** Puts commands into the queue. */
@Injectable()
export class TaskDispatcher {
  private readonly logger = new Logger('Queue');

  constructor(
    private readonly queue: CommandQueue,
    private readonly store: TaskStore,
    @Inject(TASK_SETTINGS) private readonly settings: DispatcherSettings,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /**
   * Resolves once the stream holds the command: from then on it is done, whatever dies. A second submission of the same
   * id within a day is the first one.
   *
   * @throws QueueFullError, MessagingUnavailableError: nothing was accepted
   */
  async submit({ id = randomUUID(), ...task }: NewTask): Promise<{ id: string; duplicate: boolean }> {
    const { chamber, name, args, group } = task;
    const body = JSON.stringify(group ? { ...args, group } : args);
    const { sequence, duplicate } = await this.queue.publish({ chamber, name, id, run: 1, body });
    // The entry of a duplicate may have been removed with its result already; it must not rise again as PENDING.
    if (!duplicate) await this.enter({ ...task, id }, sequence);
    return { id, duplicate };
  }

  /**
   * Submits what a command was planned as. A group is published one by one: where that breaks off, each child that is
   * there says what the others are, and any gateway adds them, see `planOfGroup`.
   */
  async submitAll(tasks: PlannedTask[]): Promise<void> {
    for (const task of tasks) await this.submit(task);
  }

  /**
   * Submits a schedule's command: of a window longer than one task takes as a group, see `planCommand`.
   *
   * @param at the instant whose day in Washington the window counts from
   * @returns the task that ends last: the command's own, or the last child of the group
   */
  async submitScheduled(task: NewTask & { id: string }, at: Date): Promise<string> {
    const window = task.name === 'scrape' ? windowOf(task.args, at) : null;
    const plan = planCommand({ ...task, window }, this.settings.SCRAPE_MAX_WINDOW_DAYS ?? Infinity);
    await this.submitAll(plan);
    return plan.at(-1)!.id;
  }

  /**
   * The stream has the command, and that alone counts: where its entry can't be written, for whatever reason, whoever
   * reads the command writes it, and to call the command refused would have it sent again.
   */
  private async enter(task: NewTask & { id: string }, streamSequence: number): Promise<void> {
    const maxRetries = this.settings.TASK_MAX_RETRIES;
    const queuedAt = this.now().toISOString();
    try {
      await this.store.enter({ ...task, run: 1, maxRetries, streamSequence, queuedAt });
    } catch (error) {
      this.logger.warn(`${task.id} is queued, and not entered yet: ${String(error)}`);
    }
  }
}

/** Null where the args mean none: the worker refuses such a command with the reason, and no other schedule waits for it. */
function windowOf(args: WindowFields, at: Date): DateWindow | null {
  try {
    return resolveWindow(args, easternDate(at));
  } catch {
    return null;
  }
}
