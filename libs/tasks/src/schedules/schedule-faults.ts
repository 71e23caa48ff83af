import {
  AN_INSTANT,
  isInstant,
  kindOf,
  SCHEDULE_NAME,
  ScheduleDefinition,
  ScrapeCommand,
  type TaskName,
} from '#rotunda/contracts';
import { easternDate, InvalidWindowError, resolveWindow } from '#rotunda/domain';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { CronExpressionParser } from 'cron-parser';
import { inheritedName, isTooDeep, readCommand } from '../state/parse-command.js';
import { InvalidCommand } from '../state/task-errors.js';
import { intervalMs } from './ticks.js';

export interface ScheduleFault {
  field: string;
  message: string;
}

/** More than any clock is wrong. */
const CLOCKS_DIFFER_MS = 24 * 60 * 60_000;
/** Schedulers look each second, and a command takes its time. */
const SHORTEST_MS = 10_000;
const LONGEST_MS = 366 * 24 * 60 * 60_000;
const FIELDS = 5;
/** Set by each tick. */
const NOT_IN_ARGS = ['expires_at', 'group'];
/** `H` is a hash of the host: ten schedulers would compute ten different ticks. */
const HASHED = /(?:^|[^A-Z])H/i;

/** The faults of a schedule whose fields have the right types; empty if it is valid. */
export function scheduleFaults(definition: ScheduleDefinition, now: Date): ScheduleFault[] {
  const argsFault = faultOfArgs(definition.task, definition.args ?? {}, now);
  return [...tickFaults(definition, now), ...chamberFaults(definition), ...(argsFault ? [argsFault] : [])];
}

/**
 * The faults of an entry in KV, which people may have written by hand: its ticks can't be computed, or no worker would
 * accept their commands. Some faults pass with time, such as a window that has not begun.
 *
 * @param entry the entry's fields, of any type
 */
export function entryFaults(name: string, entry: ScheduleDefinition & object, now: Date): ScheduleFault[] {
  if (isTooDeep(entry)) return [{ field: 'entry', message: 'its fields are nested too deeply' }];
  const inherited = inheritedName(entry);
  if (inherited) return [{ field: 'entry', message: `${inherited} is not a known field` }];
  const shape = validateSync(plainToInstance(ScheduleDefinition, entry));
  const faults = [
    ...nameFaults(name),
    ...shape.map(({ property, constraints }) => ({
      field: property,
      message: Object.values(constraints ?? {}).join('; '),
    })),
    ...bookkeepingFaults(entry, now),
  ];
  return faults.length > 0 ? faults : scheduleFaults(entry, now);
}

/** The faults of the fields that Rotunda itself keeps in an entry. */
export function bookkeepingFaults(entry: object, now: Date): ScheduleFault[] {
  const { last_fire, last_tasks, paused_at } = entry as Record<string, unknown>;
  const fault = (field: string, must: string): ScheduleFault => ({ field, message: `${field} must be ${must}` });
  return [
    ...(isPast(last_fire ?? '', now)
      ? []
      : [fault('last_fire', `${AN_INSTANT}, no later than a day from now; leave it out to begin now`)]),
    ...(paused_at === '' || !isNoneOrInstant(paused_at ?? '')
      ? [fault('paused_at', `${AN_INSTANT}; leave it out if the schedule is not paused`)]
      : []),
    ...(isRecordOfTexts(last_tasks ?? {}) ? [] : [fault('last_tasks', 'an object of task ids; leave it out')]),
  ];
}

const isNoneOrInstant = (value: unknown): boolean => value === '' || isInstant(value);

/** Within the tolerance of clocks. A `last_fire` years ahead would silence the schedule until then. */
const isPast = (value: unknown, now: Date): boolean =>
  isNoneOrInstant(value) && !(Date.parse(value as string) > now.getTime() + CLOCKS_DIFFER_MS);

const isRecordOfTexts = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string');

/** A key of the bucket may have characters that a task id can't. */
const nameFaults = (name: string): ScheduleFault[] =>
  SCHEDULE_NAME.test(name)
    ? []
    : [{ field: 'name', message: 'name must have 1 to 64 letters, digits, hyphens or underscores' }];

function tickFaults({ cron, every, timezone }: ScheduleDefinition, now: Date): ScheduleFault[] {
  const fault = timezoneFault(timezone ?? 'UTC') ?? whenFault(cron ?? null, every ?? null, timezone ?? 'UTC', now);
  return fault ? [fault] : [];
}

function whenFault(cron: string | null, every: string | null, timezone: string, now: Date): ScheduleFault | null {
  if (every === null) return faultOfCron(cron ?? '', timezone, now);
  if (cron !== null) return { field: 'every', message: 'every must not be given together with cron: leave out one' };
  const lengthMs = intervalMs(every);
  if (lengthMs >= SHORTEST_MS && lengthMs <= LONGEST_MS) return null;
  return { field: 'every', message: `every "${every}" must be from 10s to 366d` };
}

function chamberFaults({ task, chambers }: ScheduleDefinition): ScheduleFault[] {
  const possible = kindOf(task).chambers;
  if (chambers?.every((chamber) => possible.includes(chamber)) ?? true) return [];
  return [{ field: 'chambers', message: `chambers must be among those that run a ${task}: ${possible.join(', ')}` }];
}

function timezoneFault(timezone: string): ScheduleFault | null {
  try {
    Intl.DateTimeFormat('en', { timeZone: timezone });
    return null;
  } catch {
    return { field: 'timezone', message: `timezone "${timezone}" is not an IANA time zone, such as America/New_York` };
  }
}

function faultOfCron(cron: string, timezone: string, now: Date): ScheduleFault | null {
  const fault = (why: string): ScheduleFault => ({ field: 'cron', message: `cron "${cron}" ${why}` });
  const fields = cron.trim().split(/\s+/);
  if (fields.length !== FIELDS) {
    return fault(`has ${fields.length} of the five fields minute, hour, day of the month, month, weekday`);
  }
  if (fields.some((field) => HASHED.test(field))) return fault('must not use H: each scheduler would see other ticks');
  try {
    CronExpressionParser.parse(cron, { currentDate: now, tz: timezone }).next();
    return null;
  } catch (error) {
    return fault(`never fires or is not valid: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function faultOfArgs(task: TaskName, args: object, now: Date): ScheduleFault | null {
  const own = NOT_IN_ARGS.find((field) => field in args);
  if (own) return { field: 'args', message: `args must not have ${own}: each tick sets it` };
  try {
    const command = readCommand(kindOf(task).command, args);
    if (command instanceof ScrapeCommand) resolveWindow(command, easternDate(now));
    return null;
  } catch (error) {
    if (!(error instanceof InvalidCommand || error instanceof InvalidWindowError)) throw error;
    return { field: 'args', message: `args: ${error.message}` };
  }
}
