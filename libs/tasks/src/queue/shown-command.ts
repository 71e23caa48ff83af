import { isTaskId, type GroupMembership } from '#rotunda/contracts';
import { redactedJson } from '#rotunda/runtime';
import { MAX_CHILDREN, planOfGroup } from '../state/group-plan.js';
import { isTooDeep, LARGEST_COMMAND_BYTES } from '../state/parse-command.js';

export interface ShownCommand {
  args: Record<string, unknown>;
  group?: GroupMembership | undefined;
}

/**
 * The part of a command's body that is shown before a worker has read it: its plain fields and its group. The worker
 * validates all of it and reports errors; here a body of any size and depth must do no harm. No valid command has a secret:
 * what looks like one is in a field that is not ours, and is not shown.
 */
export function shownCommand(body: Uint8Array): ShownCommand {
  let fields: unknown;
  try {
    fields = body.length > LARGEST_COMMAND_BYTES ? null : JSON.parse(new TextDecoder().decode(body));
  } catch {
    return { args: {} };
  }
  if (typeof fields !== 'object' || fields === null) return { args: {} };
  const { unique: _unique, group, ...rest } = fields as Record<string, unknown>;
  const plain = Object.entries(rest).filter(([, value]) => isPlain(value));
  const args = JSON.parse(redactedJson(Object.fromEntries(plain))) as Record<string, unknown>;
  return { args, group: isGroup(group) ? shownGroup(group) : undefined };
}

/** Fields of commands: strings, numbers, booleans, lists of strings. */
const isPlain = (value: unknown): boolean =>
  typeof value !== 'object' || (Array.isArray(value) && value.every((part) => typeof part === 'string'));

/** With the command that was split, if that is valid: it completes a group that was only partly published. */
const shownGroup = ({ id, size, whole }: GroupMembership): GroupMembership => {
  const group = { id, size, ...(whole ? { whole } : {}) };
  return whole && (isTooDeep(whole) || !planOfGroup(group, 'scrape')) ? { id, size } : group;
};

const isGroup = (value: unknown): value is GroupMembership =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  isTaskId(value.id) &&
  'size' in value &&
  typeof value.size === 'number' &&
  Number.isInteger(value.size) &&
  value.size > 0 &&
  value.size <= MAX_CHILDREN;
