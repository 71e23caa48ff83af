import { createHash, randomUUID } from 'node:crypto';
import { HttpStatus, Inject, Injectable } from '@nestjs/common';
import { MessagingUnavailableError } from '#rotunda/messaging';
import { TaskDispatcher } from '#rotunda/tasks';
import { unconfirmedCommand } from '../http/known-errors.js';
import { ProblemException } from '../http/problem.js';
import { type GivenCommand, isAskedFor, planGiven } from './command-plan.js';
import { TaskLookup } from './task-lookup.js';
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
    const known = await this.tasks.find(id);
    if (!known) return this.dispatch(submission, id);
    if (isAskedFor(known, submission)) return this.complete(id, known);
    throw new ProblemException(
      HttpStatus.UNPROCESSABLE_ENTITY,
      'idempotency-key-reused',
      `This Idempotency-Key was sent before with another command (task ${id}); send a new key for a new command.`,
    );
  }

  /** The client may have come back because we broke off in the middle of its group. */
  private async complete(id: string, known: object): Promise<Submitted> {
    if ('children' in known) await this.dispatcher.submitAll((await this.tasks.partsOf(id)).missing);
    return { id, status: 'queued' };
  }

  private async dispatch(given: Submission, id: string): Promise<Submitted> {
    const plan = (as: string) => planGiven(given, as, this.settings.SCRAPE_MAX_WINDOW_DAYS);
    try {
      if (given.command.unique) return await this.unique.submit(given, id, plan);
      await this.dispatcher.submitAll(plan(id));
      return { id, status: 'queued' };
    } catch (error) {
      // Of a group the children before the one that failed are there.
      const isPartly = error instanceof MessagingUnavailableError && (error.mayHaveArrived || plan(id).length > 1);
      if (isPartly) throw unconfirmedCommand(id, error);
      throw error;
    }
  }
}

/** A key may hold what a task id can't. */
export const idOfKey = (key: string): string => `key-${createHash('sha256').update(key).digest('hex').slice(0, 40)}`;
