import 'reflect-metadata';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsObject, IsOptional, Matches, Max, Min, ValidateNested } from 'class-validator';
import { type Chamber, CHAMBERS } from '../chambers.js';
import { IsInstant } from '../instant.js';
import { TASK_ID } from '../task-id.js';
import { Describe, HasFields } from '../field-notes.js';

/**
 * A command for several chambers, or for a window too long for one task, before it was split. Rotunda writes it; it is
 * validated, since people can publish commands too.
 */
export class SplitCommand {
  @IsIn([...CHAMBERS, 'all'], { message: 'group.whole.chamber must be a chamber or all' })
  chamber!: Chamber | 'all';

  @IsObject({ message: 'group.whole.args must be an object' })
  args!: Record<string, unknown>;

  /** A scrape's window when it was split; null for a command without a window. */
  @IsOptional()
  @IsObject({ message: 'group.whole.window must be an object' })
  window!: { start: string; end: string } | null;

  /** The longest window of a child, in days. */
  @IsInt({ message: 'group.whole.max_days must be a whole number' })
  @Min(1, { message: 'group.whole.max_days must be at least 1' })
  max_days!: number;
}

/** The group that a command is a child of, and the group's size, so that a missing child is noticed. */
export class GroupMembership {
  @Describe('Id of the group')
  @Matches(TASK_ID, { message: 'group.id must be a task id: 1 to 128 letters, digits, "_" or "-"' })
  id!: string;

  @Describe('Number of children in the group')
  @IsInt({ message: 'group.size must be a whole number' })
  @Min(1, { message: 'group.size must be at least 1' })
  @Max(1000, { message: 'group.size must be at most 1000' })
  size!: number;

  /** Any child's command can be rebuilt from it; absent in a group made by hand. */
  @Describe('The command that was split into the group; written by Rotunda')
  @IsOptional()
  @ValidateNested()
  @Type(() => SplitCommand)
  whole?: SplitCommand;
}

/** The fields of every command. `null` counts as absent. */
export class Command {
  @Describe('Instant, with its zone; a command that no worker has started by then becomes REVOKED')
  @IsOptional()
  @IsInstant()
  expires_at?: string | null;

  @Describe('The group that the task is a child of')
  @IsOptional()
  @HasFields(GroupMembership)
  group?: GroupMembership | null;

  @Describe('While an identical command is queued or running, returns its task instead of queueing another')
  @IsOptional()
  @IsBoolean({ message: 'unique must be true or false' })
  unique?: boolean | null;
}
