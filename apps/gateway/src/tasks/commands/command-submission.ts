import { createHash, randomUUID } from 'node:crypto';
import { HttpStatus, Inject, Injectable } from '@nestjs/common';
import { MessagingUnavailableError, QueueFullError } from '#rotunda/messaging';
import { type PlannedTask, TaskDispatcher } from '#rotunda/tasks';
import { invalidFields, queueFullForGroup, unconfirmedCommand } from '../../http/known-errors.js';
import { ProblemException } from '../../http/problem.js';
import { type GivenCommand, isAskedFor, planGiven } from './command-plan.js';
import type { FoundTask } from '../lookup/found-task.js';
import { TaskLookup } from '../lookup/task-lookup.js';
import { UniqueCommands } from './unique-commands.js';

export interface Submission extends GivenCommand {
  /** Whatever the client sent: the same key gives the same task. */
  idempotencyKey: string | undefined;
}

export interface Submitted {
  /** Of the task; for `all` and for long windows that of the group. */
  id: string;
  /** `already_queued`: an identical command was there, and `id` is its task. */
  status: 'queued' | 'already_queued';
}

export interface PlanSettings {
  SCRAPE_MAX_WINDOW_DAYS: number;
}

export const PLAN_SETTINGS = Symbol('plan settings');

/** Puts commands of clients into the queue, each once. */
@Injectable()
export class CommandSubmission {
  constructor(
    private readonly dispatcher: TaskDispatcher,
    private readonly tasks: TaskLookup,
    private readonly unique: UniqueCommands,
    @Inject(PLAN_SETTINGS) private readonly settings: PlanSettings,
  ) {}

  async submit(submission: Submission): Promise<Submitted> {
    if (submission.idempotencyKey === undefined) return this.dispatch(submission, randomUUID());
    const id = idOfKey(submission.idempotencyKey);
    // The stream's own memory of ids lasts a day, and no restart of the server; the task itself lasts longer.
    const known = (await this.twinUnder(id)) ?? (await this.tasks.find(id));
    if (!known) return this.dispatch(submission, id);
    if (!isAskedFor(known, submission)) throw keyReused(known.id);
    return known.id === id ? this.complete(id, known) : { id: known.id, status: 'already_queued' };
  }

  private async twinUnder(keyId: string): Promise<FoundTask | null> {
    const twin = await this.unique.twinUnder(keyId);
    return twin === null ? null : this.tasks.find(twin);
  }

  /** The client may have come back because we broke off in the middle of its group. */
  private async complete(id: string, known: object): Promise<Submitted> {
    if ('children' in known) await this.publish((await this.tasks.partsOf(id)).missing, id);
    return { id, status: 'queued' };
  }

  private async dispatch(given: Submission, id: string): Promise<Submitted> {
    const plan = (as: string): PlannedTask[] => planGiven(given, as, this.settings.SCRAPE_MAX_WINDOW_DAYS);
    if (given.command.unique) {
      const isKeyed = given.idempotencyKey !== undefined;
      return this.unique.submit(given, id, plan, (as) => this.publish(plan(as), as), isKeyed);
    }
    await this.publish(plan(id), id);
    return { id, status: 'queued' };
  }

  /** Of a group the children before the one that failed are there, and others follow: the client must know its id. */
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

/** A key may hold what a task id can't. @throws ProblemException (400) for an empty one */
export function idOfKey(key: string): string {
  if (key === '') {
    const message =
      'Idempotency-Key must not be empty: send a text of your own for each command, or leave the header out';
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
