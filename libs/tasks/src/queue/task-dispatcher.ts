import { randomUUID } from 'node:crypto';
import type { Chamber, CommandSource, GroupMembership, TaskName } from '#rotunda/contracts';
import { type DateWindow, easternDate, resolveWindow, type WindowFields } from '#rotunda/domain';
import { CommandQueue } from '#rotunda/messaging';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { Inject, Injectable, Logger, Optional } from '@nestjs/common';
import { CommandMetrics } from './command-metrics.js';
import { type PlannedTask, planCommand } from '../state/group-plan.js';
import { laneOfBody } from '../state/lane.js';
import type { DispatcherSettings } from '../settings.js';
import { TaskStore } from './task-store.js';
import { TASK_SETTINGS } from '../tokens.js';

export interface NewTask {
  chamber: Chamber;
  name: TaskName;
  args: Record<string, unknown>;
  /** Random by default. */
  id?: string;
  group?: GroupMembership;
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
    @Optional() private readonly metrics?: CommandMetrics,
  ) {}

  /**
   * Resolves once the stream has stored the command: from then on it will be done, whatever crashes. A second
   * submission of the same id within a day is a duplicate.
   *
   * @throws QueueFullError: not accepted. MessagingUnavailableError: perhaps accepted, see `mayHaveArrived`
   */
  async submit(
    { id = randomUUID(), ...task }: NewTask,
    source: CommandSource = 'rest',
  ): Promise<{ id: string; duplicate: boolean }> {
    const { chamber, name, args, group } = task;
    const body = JSON.stringify(group ? { ...args, group } : args);
    const lane = await laneOfBody(name, body, this.settings, this.now());
    const { sequence, duplicate } = await this.queue.publish({ chamber, name, id, run: 1, lane, body, source });
    if (duplicate) return { id, duplicate };
    this.metrics?.count(task, source);
    // Not for a duplicate: its entry may have expired with its result already; it must not become PENDING again.
    await this.enter({ ...task, id, source }, sequence);
    return { id, duplicate };
  }

  /**
   * Submits the tasks of a plan. The children of a group are published one by one. If that is interrupted, each
   * published child defines the others, and any gateway publishes them: see `planOfGroup`.
   */
  async submitAll(tasks: PlannedTask[], source?: CommandSource): Promise<void> {
    for (const task of tasks) await this.submit(task, source);
  }

  /**
   * Submits a schedule's command, as a group if its window is too long for one task: see `planCommand`.
   *
   * @param at the instant whose day in Washington the window counts from
   * @returns the task that ends last: the command's own, or the last child of the group
   */
  async submitScheduled(task: NewTask & { id: string }, at: Date): Promise<string> {
    const window = task.name === 'scrape' ? windowOf(task.args, at) : null;
    const plan = planCommand({ ...task, window }, this.settings.SCRAPE_MAX_WINDOW_DAYS ?? Infinity);
    await this.submitAll(plan, 'schedule');
    return plan.at(-1)!.id;
  }

  /**
   * The command is accepted, since the stream has it. If its entry can't be written, for whatever reason, the next
   * reader of the command writes it; to report an error would make the client send the command again.
   */
  private async enter(task: NewTask & { id: string; source: CommandSource }, streamSequence: number): Promise<void> {
    const maxRetries = this.settings.TASK_MAX_RETRIES;
    const queuedAt = this.now().toISOString();
    try {
      await this.store.enter({ ...task, run: 1, maxRetries, streamSequence, queuedAt });
    } catch (error) {
      this.logger.warn(`${task.id} is queued, but its state could not be written yet: ${String(error)}`);
    }
  }
}

/** Null if the args are invalid: the worker rejects the command with the reason, and other schedules go on. */
function windowOf(args: WindowFields, at: Date): DateWindow | null {
  try {
    return resolveWindow(args, easternDate(at));
  } catch {
    return null;
  }
}
