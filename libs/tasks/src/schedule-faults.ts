import { COMMAND_SCHEMAS, ScheduleDefinition, type ScrapeCommand, type TaskName } from '#rotunda/contracts';
import { easternDate, InvalidWindowError, resolveWindow } from '#rotunda/domain';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { CronExpressionParser } from 'cron-parser';
import { parseCommand } from './parse-command.js';
import { InvalidCommand } from './task-errors.js';

export interface ScheduleFault {
  field: string;
  message: string;
}

const FIELDS = 5;
/** A tick's own: the schedule sets them. */
const NOT_IN_ARGS = ['expires_at', 'group'];
/** A hash of the host: ten schedulers would see ten different ticks. */
const HASHED = /(?:^|[^A-Z])H/i;

/** What of a schedule can't work, with the types of its fields known to be right; an empty list where it can. */
export async function scheduleFaults(definition: ScheduleDefinition, now: Date): Promise<ScheduleFault[]> {
  const argsFault = await faultOfArgs(definition.task, definition.args ?? {}, now);
  return [...tickFaults(definition, now), ...(argsFault ? [argsFault] : [])];
}

/** Why the ticks of an entry in KV, whoever wrote it, can't be told or published. */
export function entryFaults(entry: ScheduleDefinition, now: Date): ScheduleFault[] {
  const shape = validateSync(plainToInstance(ScheduleDefinition, entry));
  const faults = shape.map(({ property, constraints }) => ({
    field: property,
    message: Object.values(constraints ?? {}).join('; '),
  }));
  return faults.length > 0 ? faults : tickFaults(entry, now);
}

function tickFaults({ cron, timezone }: ScheduleDefinition, now: Date): ScheduleFault[] {
  const fault = timezoneFault(timezone ?? 'UTC') ?? faultOfCron(cron, timezone ?? 'UTC', now);
  return fault ? [fault] : [];
}

function timezoneFault(timezone: string): ScheduleFault | null {
  try {
    Intl.DateTimeFormat('en', { timeZone: timezone });
    return null;
  } catch {
    return { field: 'timezone', message: `timezone "${timezone}" is no IANA time zone, such as America/New_York` };
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
    return fault(`never fires or can't be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function faultOfArgs(task: TaskName, args: object, now: Date): Promise<ScheduleFault | null> {
  const own = NOT_IN_ARGS.find((field) => field in args);
  if (own) return { field: 'args', message: `args must not have ${own}: each tick sets it` };
  try {
    const command = await parseCommand(COMMAND_SCHEMAS[task], Buffer.from(JSON.stringify(args)));
    if (task === 'scrape') resolveWindow(command as ScrapeCommand, easternDate(now));
    return null;
  } catch (error) {
    if (!(error instanceof InvalidCommand || error instanceof InvalidWindowError)) throw error;
    return { field: 'args', message: `args: ${error.message}` };
  }
}
