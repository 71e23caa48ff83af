import { createHash, randomUUID } from 'node:crypto';
import { HttpStatus, Inject, Injectable } from '@nestjs/common';
import { MessagingUnavailableError, QueueFullError } from '#rotunda/messaging';
import { type PlannedTask, TaskDispatcher } from '#rotunda/tasks';
import { invalidFields, queueFullForGroup, unconfirmedCommand } from '../../http/known-errors.js';
import { ProblemException } from '../../http/problem.js';
import type { FoundTask } from '../lookup/found-task.js';
import { TaskLookup } from '../lookup/task-lookup.js';
import { type GivenCommand, isAskedFor, planGiven } from './command-plan.js';
import { UniqueCommands } from './unique-commands.js';

export interface Submitted {
  /** Id of the task, or of the group for `all` and for long windows. */
  id: string;
  /** `already_queued`: an identical command is queued or running, and `id` is its task. */
  status: 'queued' | 'already_queued';
}

export interface PlanSettings {
  SCRAPE_MAX_WINDOW_DAYS: number;
}

export const PLAN_SETTINGS = Symbol('plan settings');

/** Puts clients' commands into the queue, each once. */
@Injectable()
export class CommandSubmitter {
  constructor(
    private readonly dispatcher: TaskDispatcher,
    private readonly tasks: TaskLookup,
    private readonly unique: UniqueCommands,
    @Inject(PLAN_SETTINGS) private readonly settings: PlanSettings,
  ) {}

  async submit(given: GivenCommand): Promise<Submitted> {
    if (given.idempotencyKey === undefined) return this.submitNew(given, randomUUID());
    const id = idOfKey(given.idempotencyKey);
    // The stream remembers message ids for a day and forgets them when the server restarts; the task stays longer.
    const known = (await this.settledUnder(id)) ?? (await this.tasks.find(id));
    if (!known) return this.submitNew(given, id);
    if (!isAskedFor(known, given)) throw keyReused(known.id);
    if (known.id !== id) return { id: known.id, status: 'already_queued' };
    // The client may be back because we stopped in the middle of its group.
    if ('children' in known) await this.publish((await this.tasks.partsOf(id)).missing, id);
    return { id, status: 'queued' };
  }

  private async settledUnder(keyId: string): Promise<FoundTask | null> {
    const taskId = await this.unique.settledTask(keyId);
    return taskId === null ? null : this.tasks.find(taskId);
  }

  private async submitNew(given: GivenCommand, id: string): Promise<Submitted> {
    if (given.command.unique) return this.submitUnique(given, id);
    await this.publish(this.plan(given, id), id);
    return { id, status: 'queued' };
  }

  private async submitUnique(given: GivenCommand, id: string): Promise<Submitted> {
    const holder = await this.unique.claim(given, this.plan(given, id), id);
    // Its gateway may be dead. If it is not, the queue sees the same message ids and keeps one copy.
    if (holder.status === 'publishing') await this.publish(this.plan(given, holder.taskId), holder.taskId);
    const isKeyed = given.idempotencyKey !== undefined;
    const taskId = isKeyed ? await this.unique.settleKey(id, holder.taskId) : holder.taskId;
    const isQueued = holder.status !== 'claimed' && holder.taskId === taskId;
    if (taskId !== id || isQueued) return { id: taskId, status: 'already_queued' };
    // Either we won the claim, or another request with our key settled it on `id` and may have died before publishing.
    await this.publish(this.plan(given, id), id);
    return { id, status: 'queued' };
  }

  private plan(given: GivenCommand, id: string): PlannedTask[] {
    return planGiven(given, id, this.settings.SCRAPE_MAX_WINDOW_DAYS);
  }

  /** If a group's publishing fails half way, the children so far are queued and the rest follows: name its id. */
  private async publish(plan: PlannedTask[], id: string): Promise<void> {
    try {
      await this.dispatcher.submitAll(plan);
    } catch (error) {
      const isGroup = plan.length > 1;
      if (error instanceof MessagingUnavailableError && (error.mayHaveArrived || isGroup)) {
        throw unconfirmedCommand(id, error);
      }
      const isBegun = error instanceof QueueFullError && isGroup && (await this.tasks.find(id)) !== null;
      throw isBegun ? queueFullForGroup(id, error) : error;
    }
  }
}

/** Hashed, as a key may contain characters that a task id can't. @throws ProblemException (400) for an empty key */
export function idOfKey(key: string): string {
  if (key === '') {
    const message = 'Idempotency-Key must not be empty: send a new text for each command, or leave the header out';
    throw invalidFields(HttpStatus.BAD_REQUEST, [{ field: 'Idempotency-Key', message }]);
  }
  return `key-${createHash('sha256').update(key).digest('hex').slice(0, 40)}`;
}

const keyReused = (taskId: string): ProblemException =>
  new ProblemException(
    HttpStatus.UNPROCESSABLE_ENTITY,
    'idempotency-key-reused',
    `This Idempotency-Key was sent before with another command (task ${taskId}); send a new key for a new command.`,
  );
