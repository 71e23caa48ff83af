import { isDeepStrictEqual } from 'node:util';
import type { Command, TaskGroup, TaskName, TaskState } from '#rotunda/contracts';
import type { DateWindow } from '#rotunda/domain';
import { type PlannedTask, planCommand, withoutNulls } from '#rotunda/tasks';
import type { Destination } from '../../http/path-parameters.js';
import type { FoundTask } from '../lookup/found-task.js';

/** A command as a client gave it, checked already. */
export interface GivenCommand {
  chamber: Destination;
  name: TaskName;
  command: Command;
  /** The days that a scrape means today; null for other commands. */
  window: DateWindow | null;
  /** The client's: the same key gives the same task. */
  idempotencyKey?: string | undefined;
}

/** What the work gets: neither the group nor `unique` is the work's. */
export function argsOf({ group: _group, unique: _unique, ...fields }: Command): Record<string, unknown> {
  return withoutNulls(fields);
}

/** The tasks that a command becomes under an id. */
export function planGiven(given: GivenCommand, id: string, maxDays: number): PlannedTask[] {
  const { chamber, name, command, window } = given;
  const plan = planCommand({ id, chamber, name, args: argsOf(command), window }, maxDays);
  const group = command.group ? groupOf(command.group) : undefined;
  return group && plan.length === 1 && !plan[0]!.group ? [{ ...plan[0]!, group }] : plan;
}

const groupOf = ({ id, size, whole }: TaskGroup): TaskGroup => ({ id, size, ...(whole ? { whole } : {}) });

/** Whether a task, or a group, is what the command asks for. An expiry is no part of what is asked for. */
export function isAskedFor(found: FoundTask, { chamber, name, command }: GivenCommand): boolean {
  const asked = withoutExpiry(argsOf(command));
  if (!('children' in found)) return isTaskAskedFor(found, chamber, name, asked);
  return isWholeAskedFor(found.children[0]!, chamber, name, asked);
}

export const isTaskAskedFor = (task: TaskState, chamber: Destination, name: TaskName, asked: object): boolean =>
  task.chamber === chamber && task.name === name && isDeepStrictEqual(withoutExpiry(task.args), asked);

/** By what a child says of the command that its group was taken from. */
export function isWholeAskedFor({ group, ...child }: TaskState, chamber: Destination, name: TaskName, asked: object) {
  const whole = group?.whole;
  return whole?.chamber === chamber && child.name === name && isDeepStrictEqual(withoutExpiry(whole.args), asked);
}

export const withoutExpiry = ({ expires_at: _expires, ...args }: Record<string, unknown>): Record<string, unknown> =>
  args;
