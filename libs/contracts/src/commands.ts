import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsCalendarDate, IsInstant } from './instant.js';
import { type Chamber, CHAMBERS, type TaskName } from './subjects.js';
import { TASK_ID } from './task-id.js';

const EXTERNAL_ID = /^[A-Za-z0-9-]{1,64}$/;

/** See GroupCommand. It is written by Rotunda, and read with care by whoever completes a group. */
export class CommandOfGroup {
  @IsIn([...CHAMBERS, 'all'], { message: 'group.whole.chamber must be a chamber or all' })
  chamber!: Chamber | 'all';

  @IsObject({ message: 'group.whole.args must be an object' })
  args!: Record<string, unknown>;

  @IsOptional()
  @IsObject({ message: 'group.whole.window must be an object' })
  window!: { start: string; end: string } | null;

  @IsInt({ message: 'group.whole.max_days must be a whole number' })
  @Min(1, { message: 'group.whole.max_days must be at least 1' })
  max_days!: number;
}

/** Which group a command is a child of, and how many children the group has, so that a missing one is missed. */
export class CommandGroup {
  @Matches(TASK_ID, { message: 'group.id must be a task id: 1 to 128 letters, digits, "_" or "-"' })
  id!: string;

  @IsInt({ message: 'group.size must be a whole number' })
  @Min(1, { message: 'group.size must be at least 1' })
  @Max(1000, { message: 'group.size must be at most 1000' })
  size!: number;

  @IsOptional()
  @ValidateNested()
  @Type(() => CommandOfGroup)
  whole?: CommandOfGroup;
}

/** What every command may carry. `null` counts as absent. */
export class Command {
  /** A command that no worker took up before this instant is left undone (REVOKED, as Celery does). */
  @IsOptional()
  @IsInstant()
  expires_at?: string | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => CommandGroup)
  group?: CommandGroup | null;

  /** While an identical command is queued or running, that one is meant: the gateway answers with its id. */
  @IsOptional()
  @IsBoolean({ message: 'unique must be true or false' })
  unique?: boolean | null;
}

/**
 * `tasks.<chamber>.scrape` and the body of `POST /api/v1/tasks/scrape/<chamber>`. Dates are the sites' calendar days
 * (US Eastern), both ends included. `start_date` beats `days_back`.
 */
export class ScrapeCommand extends Command {
  @IsOptional()
  @IsInt({ message: 'days_back must be a whole number of days' })
  @Min(1, { message: 'days_back must be at least 1' })
  @Max(5000, { message: 'days_back must be at most 5000' })
  days_back?: number | null;

  @IsOptional()
  @IsCalendarDate()
  start_date?: string | null;

  @IsOptional()
  @IsCalendarDate()
  end_date?: string | null;

  /**
   * Also takes every filing of the listings that was never seen before, whatever its filing date: sites list some
   * filings days after the date they give them, and a window alone would miss those. Schedules set it.
   */
  @IsOptional()
  @IsBoolean({ message: 'include_unknown must be true or false' })
  include_unknown?: boolean | null;

  /**
   * The window begins no later than the end of the last successful scrape of the chamber less an overlap, so that an
   * outage leaves no gap. Schedules set it.
   */
  @IsOptional()
  @IsBoolean({ message: 'since_last_success must be true or false' })
  since_last_success?: boolean | null;
}

/** `tasks.<chamber>.check`: do the entry pages answer, are the layouts known? */
export class CheckCommand extends Command {}

/**
 * `tasks.<chamber>.reparse`: reads the archived documents anew with the parser as it is now, and reports what differs.
 * Nothing is changed unless `apply` is true. Dates are those on which the filings were filed, both ends included.
 */
export class ReparseCommand extends Command {
  /** House DocIDs or Senate UUIDs; all archived filings unless given. */
  @IsOptional()
  @IsArray({ message: 'external_ids must be a list of House DocIDs or Senate UUIDs' })
  @ArrayMinSize(1, { message: 'external_ids must name at least one filing; leave it out for all' })
  @ArrayMaxSize(1000, { message: 'external_ids must name at most 1000 filings' })
  @Matches(EXTERNAL_ID, { each: true, message: 'external_ids must be a list of House DocIDs or Senate UUIDs' })
  external_ids?: string[] | null;

  @IsOptional()
  @IsCalendarDate()
  filed_from?: string | null;

  @IsOptional()
  @IsCalendarDate()
  filed_to?: string | null;

  /** Only filings that another version of the parser read last: what is left to do after an upgrade. */
  @IsOptional()
  @Length(1, 100, { message: 'parser_version_not must be a parser version, such as house-1' })
  parser_version_not?: string | null;

  @IsOptional()
  @IsBoolean({ message: 'apply must be true or false' })
  apply?: boolean | null;
}

/** What the body of each command must be. */
export const COMMAND_SCHEMAS: Record<TaskName, new () => Command> = {
  scrape: ScrapeCommand,
  check: CheckCommand,
  reparse: ReparseCommand,
};
