import { type Command, kindOf, type Lane, type TaskName, type TaskState } from '#rotunda/contracts';
import { easternDate, InvalidWindowError, lengthOf, resolveWindow, type WindowFields } from '#rotunda/domain';
import { isSoundWindow } from './group-plan.js';
import { parseCommand } from './parse-command.js';
import { InvalidCommand } from './task-errors.js';

/** When a window is long. Without a setting none is. */
export interface LaneSettings {
  SCRAPE_LONG_WINDOW_DAYS?: number;
}

/** The fields that make a command long, of all kinds. */
type Fields = Command & WindowFields & { external_ids?: string[] | null | undefined };

/**
 * The lane of a valid command, by its own fields. How far `since_last_success` will reach back does not count: after an
 * outage the daily scrape closes the gap, and must not wait behind a backfill.
 *
 * @param now the window may depend on today's date
 */
export function laneOf(name: TaskName, command: Fields, settings: LaneSettings, now: Date): Lane {
  const { SCRAPE_LONG_WINDOW_DAYS: mostDays = Infinity } = settings;
  const { longIf } = kindOf(name);
  const isLong =
    (longIf === 'window' && daysOf(command, now) > mostDays) || (longIf === 'whole archive' && !command.external_ids);
  return isLong ? 'long' : 'short';
}

/** As `laneOf`, from a task's state or plan. Its args may be those of a command that its worker will refuse. */
export const laneOfTask = (
  { name, args, group }: Pick<TaskState, 'name' | 'args' | 'group'>,
  settings: LaneSettings,
  now: Date,
): Lane => laneOf(name, group ? { ...args, group } : args, settings, now);

/** As `laneOf`. An invalid command is short: its worker only has to refuse it. */
export async function laneOfBody(name: TaskName, body: string, settings: LaneSettings, now: Date): Promise<Lane> {
  const { longIf, command } = kindOf(name);
  if (!longIf) return 'short';
  try {
    return laneOf(name, await parseCommand(command, Buffer.from(body)), settings, now);
  } catch (error) {
    if (error instanceof InvalidCommand) return 'short';
    throw error;
  }
}

/** A child is as long as the window that was split; however small the parts are, there are many. */
function daysOf(command: Fields, now: Date): number {
  const whole = command.group?.whole?.window;
  const wholeDays = whole && isSoundWindow(whole) ? lengthOf(whole) : 0;
  try {
    return Math.max(wholeDays, lengthOf(resolveWindow(command, easternDate(now))));
  } catch (error) {
    // RangeError: an impossible date, in a command that nobody has validated yet.
    if (error instanceof InvalidWindowError || error instanceof RangeError) return wholeDays;
    throw error;
  }
}
