import 'reflect-metadata';
import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  Length,
  Matches,
  ValidateIf,
} from 'class-validator';
import { type Chamber, CHAMBERS } from './chambers.js';
import { Describe } from './field-notes.js';
import { TASK_NAMES, type TaskName } from './kinds/index.js';

/** A valid name of a schedule: a tick's task id begins with it. */
export const SCHEDULE_NAME = /^[A-Za-z0-9_-]{1,64}$/;

/** How `every` is written: seconds, or a number with a unit. */
export const INTERVAL = /^(\d{1,9})(s|m|min|h|d)?$/;

/** The part of a schedule that people edit: the body of `PUT /api/v1/schedules/{name}`. */
export class ScheduleDefinition {
  @Describe('Five fields: minute, hour, day of the month, month, weekday; exactly one of `cron` and `every` is given')
  @ValidateIf(({ cron, every }: ScheduleDefinition) => isGiven(cron) || !isGiven(every))
  @Length(1, 100, { message: 'cron must have five fields, such as "0 2 * * *"; or give every, such as "15m"' })
  cron?: string | null;

  @Describe('An interval from 10 seconds to 366 days, which ticks at its multiples since 1970-01-01T00:00:00Z')
  @IsOptional()
  @Matches(INTERVAL, { message: 'every must be a text such as "3600" (seconds), "90s", "15m", "2h" or "1d"' })
  every?: string | null;

  @Describe('An IANA time zone for `cron`; default: UTC')
  @IsOptional()
  @Length(1, 64, { message: 'timezone must be an IANA time zone, such as America/New_York' })
  timezone?: string | null;

  @Describe('What it does')
  @IsIn(TASK_NAMES, { message: `task must be one of ${TASK_NAMES.join(', ')}` })
  task!: TaskName;

  @Describe('The command’s fields, as in the body of `POST /api/v1/tasks/<task>/<chamber>`')
  @IsOptional()
  @IsObject({ message: 'args must be an object with the fields of the command' })
  args?: Record<string, unknown> | null;

  @Describe('The chambers that it is for; default: all')
  @IsOptional()
  @IsArray({ message: `chambers must be a list of ${CHAMBERS.join(', ')}` })
  @ArrayNotEmpty({ message: 'chambers must name at least one chamber; leave it out for all' })
  @ArrayUnique({ message: 'chambers must name each chamber once' })
  @IsIn(CHAMBERS, { each: true, message: `chambers must be a list of ${CHAMBERS.join(', ')}` })
  chambers?: Chamber[] | null;

  @Describe('`skip` (the default) skips a tick while the previous one is unfinished')
  @IsOptional()
  @IsIn(['skip', 'allow'], { message: 'overlap must be skip or allow' })
  overlap?: 'skip' | 'allow' | null;

  @Describe('`latest` (the default) makes up for the latest tick missed in an outage if it is no older than 12 hours')
  @IsOptional()
  @IsIn(['latest', 'none'], { message: 'catch_up must be latest or none' })
  catch_up?: 'latest' | 'none' | null;

  @Describe('Whether a command expires with the next tick; default: false')
  @IsOptional()
  @IsBoolean({ message: 'expires must be true or false' })
  expires?: boolean | null;
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;
