import {
  type Chamber,
  CHAMBERS,
  childTaskId,
  type SplitCommand,
  isTaskId,
  kindOf,
  type GroupMembership,
  type TaskName,
} from '#rotunda/contracts';
import { addDays, type DateWindow, isIsoDate, lengthOf } from '#rotunda/domain';

/**
 * How a command becomes tasks. For one chamber and a window short enough for one task, it is one task; otherwise it is
 * a group with a child for each chamber and part of the window. The plan is a pure function of the command, and each
 * child carries that command (`group.whole`). So any gateway that sees one child can publish the missing ones.
 */
export interface PlannedTask {
  id: string;
  chamber: Chamber;
  name: TaskName;
  args: Record<string, unknown>;
  group?: GroupMembership;
}

export interface CommandToPlan {
  id: string;
  name: TaskName;
  chamber: Chamber | 'all';
  args: Record<string, unknown>;
  /** The days that a scrape's args stand for today; null for other commands. */
  window: DateWindow | null;
}

/** The limit of `group.size` in a command. */
export const MAX_CHILDREN = 1000;

/** @param maxDays the longest window of one task; exceeded if the group would have too many children otherwise */
export function planCommand({ id, name, chamber, args, window }: CommandToPlan, maxDays: number): PlannedTask[] {
  const days = window ? lengthOf(window) : 0;
  if (chamber !== 'all' && days <= maxDays) return [{ id, chamber, name, args }];
  const max_days = Math.max(maxDays, Math.ceil(days / (MAX_CHILDREN / CHAMBERS.length)));
  return childrenOf(id, name, { chamber, args, window, max_days });
}

/** All children of a group, derived from one of them; null if the group was made by hand or its data is impossible. */
export function planOfGroup({ id, size, whole }: GroupMembership, name: TaskName): PlannedTask[] | null {
  if (!whole || !isSound(name, whole) || size > MAX_CHILDREN) return null;
  if (whole.window && lengthOf(whole.window) / whole.max_days > MAX_CHILDREN) return null;
  const children = childrenOf(id, name, whole);
  return children.length === size && children.every((child) => isTaskId(child.id)) ? children : null;
}

function childrenOf(id: string, name: TaskName, whole: SplitCommand): PlannedTask[] {
  const chambers = whole.chamber === 'all' ? kindOf(name).chambers : [whole.chamber];
  const parts = argsOfParts(whole);
  const group = { id, size: chambers.length * parts.length, whole };
  return parts.flatMap((args, i) =>
    chambers.map((chamber) => ({ id: childTaskId(id, chamber, i + 1), chamber, name, args, group })),
  );
}

function argsOfParts({ args, window, max_days }: SplitCommand): Record<string, unknown>[] {
  if (!window || lengthOf(window) <= max_days) return [args];
  const { days_back: _days, since_last_success, include_unknown, ...kept } = args;
  return splitWindow(window, max_days).map(({ start, end }, i, parts) => ({
    ...kept,
    start_date: start,
    end_date: end,
    // Each of these options concerns one end of the whole window.
    ...(i === 0 && since_last_success !== undefined ? { since_last_success } : {}),
    ...(i === parts.length - 1 && include_unknown !== undefined ? { include_unknown } : {}),
  }));
}

/** Oldest first, so that an amendment comes after the filing it amends. */
export function splitWindow({ start, end }: DateWindow, maxDays: number): DateWindow[] {
  const parts: DateWindow[] = [];
  for (let from = start; from <= end; from = addDays(from, maxDays)) {
    const to = addDays(from, maxDays - 1);
    parts.push({ start: from, end: to < end ? to : end });
  }
  return parts;
}

export const isSoundWindow = ({ start, end }: DateWindow): boolean =>
  isIsoDate(start) && isIsoDate(end) && start <= end;

/** Validates the group, since anybody can publish a command on NATS. */
function isSound(name: TaskName, { chamber, args, window, max_days }: SplitCommand): boolean {
  const isWindow = !window || isSoundWindow(window);
  const isChamber = chamber === 'all' || kindOf(name).chambers.includes(chamber);
  return (
    isChamber && isWindow && typeof args === 'object' && args !== null && Number.isInteger(max_days) && max_days > 0
  );
}
