import { isDeepStrictEqual } from 'node:util';
import type { Command, GroupMembership, TaskName, TaskState } from '#rotunda/contracts';
import type { DateWindow } from '#rotunda/domain';
import { type PlannedTask, planCommand, withoutNulls } from '#rotunda/tasks';
import type { Destination } from '../../http/path-parameters.js';
import type { FoundTask } from '../lookup/found-task.js';

/** A validated command of a client. */
export interface GivenCommand {
  chamber: Destination;
  name: TaskName;
  command: Command;
  /** The days that a scrape covers, resolved today; null for other commands. */
  window: DateWindow | null;
  /** Sent by the client: the same key gives the same task. */
  idempotencyKey?: string | undefined;
}

/** The task's own args, without `group` and `unique`. */
export function argsOf({ group: _group, unique: _unique, ...fields }: Command): Record<string, unknown> {
  return withoutNulls(fields);
}

/** The tasks into which a command is split, under the given task or group id. */
export function planGiven(given: GivenCommand, id: string, maxDays: number): PlannedTask[] {
  const { chamber, name, command, window } = given;
  const plan = planCommand({ id, chamber, name, args: argsOf(command), window }, maxDays);
  const group = command.group ? groupOf(command.group) : undefined;
  return group && plan.length === 1 && !plan[0]!.group ? [{ ...plan[0]!, group }] : plan;
}

const groupOf = ({ id, size, whole }: GroupMembership): GroupMembership => ({ id, size, ...(whole ? { whole } : {}) });

/** Whether a task or group does what the command asks for, apart from `expires_at`. */
export function isAskedFor(found: FoundTask, { chamber, name, command }: GivenCommand): boolean {
  const asked = withoutExpiry(argsOf(command));
  if (!('children' in found)) return isTaskAskedFor(found, chamber, name, asked);
  return isWholeAskedFor(found.children[0]!, chamber, name, asked);
}

export const isTaskAskedFor = (task: TaskState, chamber: Destination, name: TaskName, asked: object): boolean =>
  task.chamber === chamber && task.name === name && isDeepStrictEqual(withoutExpiry(task.args), asked);

/** A child carries the command that its group was split from. */
export function isWholeAskedFor({ group, ...child }: TaskState, chamber: Destination, name: TaskName, asked: object) {
  const whole = group?.whole;
  return whole?.chamber === chamber && child.name === name && isDeepStrictEqual(withoutExpiry(whole.args), asked);
}

export const withoutExpiry = ({ expires_at: _expires, ...args }: Record<string, unknown>): Record<string, unknown> =>
  args;
