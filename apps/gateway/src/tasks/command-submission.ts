import { createHash, randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { HttpStatus, Injectable } from '@nestjs/common';
import type { Command, TaskName } from '#rotunda/contracts';
import { MessagingUnavailableError } from '#rotunda/messaging';
import { type NewTask, TaskDispatcher, withoutNulls } from '#rotunda/tasks';
import { unconfirmedCommand } from '../http/known-errors.js';
import { ProblemException } from '../http/problem.js';
import type { Destination } from './path-parameters.js';
import { type FoundTask, TaskLookup } from './task-lookup.js';

export interface Submission {
  chamber: Destination;
  name: TaskName;
  /** Checked already. */
  command: Command;
  /** Whatever the client sent: the same key gives the same task. */
  idempotencyKey: string | undefined;
}

/** Puts commands of clients into the queue, each once. */
@Injectable()
export class CommandSubmission {
  constructor(
    private readonly dispatcher: TaskDispatcher,
    private readonly tasks: TaskLookup,
  ) {}

  /** @returns the task's id; for `all` that of the group */
  async submit(submission: Submission): Promise<string> {
    if (submission.idempotencyKey === undefined) return this.dispatch(submission, randomUUID());
    const id = idOfKey(submission.idempotencyKey);
    // The stream's own memory of ids lasts a day, and no restart of the server; the task itself lasts longer.
    const known = await this.tasks.find(id);
    if (!known) return this.dispatch(submission, id);
    if (isSame(known, submission)) return id;
    throw new ProblemException(
      HttpStatus.UNPROCESSABLE_ENTITY,
      'idempotency-key-reused',
      `This Idempotency-Key was sent before with another command (task ${id}); send a new key for a new command.`,
    );
  }

  private async dispatch({ chamber, name, command }: Submission, id: string): Promise<string> {
    const { args, group } = splitGroup(command);
    try {
      if (chamber === 'all') await this.dispatcher.submitGroup({ name, args, id });
      else await this.dispatcher.submit({ chamber, name, args, id, ...(group ? { group } : {}) });
      return id;
    } catch (error) {
      // Of a group the children before the one that failed are there.
      const mayBeThere = error instanceof MessagingUnavailableError && (error.mayHaveArrived || chamber === 'all');
      if (mayBeThere) throw unconfirmedCommand(id, error);
      throw error;
    }
  }
}

function isSame(known: FoundTask, { chamber, name, command }: Submission): boolean {
  const isGroup = 'children' in known;
  const task = isGroup ? known.children[0]! : known;
  const destination = isGroup ? 'all' : task.chamber;
  return destination === chamber && task.name === name && isDeepStrictEqual(task.args, splitGroup(command).args);
}

/** The group is the task's, not the work's. */
function splitGroup({ group, ...fields }: Command): Pick<NewTask, 'args' | 'group'> {
  return { args: withoutNulls(fields), ...(group ? { group: { id: group.id, size: group.size } } : {}) };
}

/** A key may hold what a task id can't. */
const idOfKey = (key: string): string => `key-${createHash('sha256').update(key).digest('hex').slice(0, 40)}`;
