import 'reflect-metadata';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsObject, IsOptional, Matches, Max, Min, ValidateNested } from 'class-validator';
import { type Chamber, CHAMBERS } from '../chambers.js';
import { IsInstant } from '../instant.js';
import { TASK_ID } from '../task-id.js';
import { Describe, HasFields } from '../field-notes.js';

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
  @Describe('Of the group')
  @Matches(TASK_ID, { message: 'group.id must be a task id: 1 to 128 letters, digits, "_" or "-"' })
  id!: string;

  @Describe('How many children the group has')
  @IsInt({ message: 'group.size must be a whole number' })
  @Min(1, { message: 'group.size must be at least 1' })
  @Max(1000, { message: 'group.size must be at most 1000' })
  size!: number;

  @Describe('The command that the group was taken from; written by Rotunda')
  @IsOptional()
  @ValidateNested()
  @Type(() => CommandOfGroup)
  whole?: CommandOfGroup;
}

/** What every command may carry. `null` counts as absent. */
export class Command {
  @Describe('A command that no worker took up before this instant, given with its zone, is left undone (REVOKED)')
  @IsOptional()
  @IsInstant()
  expires_at?: string | null;

  @Describe('The group that the task is a child of')
  @IsOptional()
  @HasFields(CommandGroup)
  group?: CommandGroup | null;

  @Describe('While an identical command is queued or running, that one is meant: the answer names its task')
  @IsOptional()
  @IsBoolean({ message: 'unique must be true or false' })
  unique?: boolean | null;
}
