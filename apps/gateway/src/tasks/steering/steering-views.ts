import { IsOptional, IsIn } from 'class-validator';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type Chamber, CHAMBERS, TASK_NAMES, TASK_STATES, type TaskName, type TaskStateName } from '#rotunda/contracts';
import { WHY_REASONS, type WhyReason } from './why-reason.js';

export class RunView {
  @ApiProperty()
  task_id!: string;
  @ApiProperty({ description: 'From 1; each manual retry or replay is the next run' })
  run!: number;
}

export class RetriedTaskView {
  @ApiProperty()
  task_id!: string;
  @ApiProperty({ enum: ['queued'] })
  status!: 'queued';
  @ApiProperty({
    type: [RunView],
    description: 'The runs that were queued: the task’s own, or those of a group’s children',
  })
  runs!: RunView[];
  @ApiProperty()
  message!: string;
}

export class TerminatedTaskView {
  @ApiProperty()
  task_id!: string;
  @ApiProperty({ enum: ['revoked'] })
  status!: 'revoked';
  @ApiProperty()
  message!: string;
}

/** Which commands to act on; all by default. */
export class CommandFilters {
  @ApiPropertyOptional({ enum: CHAMBERS })
  @IsOptional()
  @IsIn(CHAMBERS, { message: `chamber must be one of ${CHAMBERS.join(', ')}` })
  chamber?: Chamber;

  @ApiPropertyOptional({ enum: TASK_NAMES })
  @IsOptional()
  @IsIn(TASK_NAMES, { message: `name must be one of ${TASK_NAMES.join(', ')}` })
  name?: TaskName;
}

export class PurgedView {
  @ApiProperty({ description: 'Tasks that waited for their first attempt and are REVOKED now' })
  purged!: number;
  @ApiProperty({ description: 'Tasks that run or wait for a retry, and were left alone' })
  left!: number;
  @ApiProperty({ description: 'Commands of tasks that had already ended' })
  stale!: number;
}

export class WhyView {
  @ApiProperty()
  task_id!: string;
  @ApiProperty({ enum: TASK_STATES })
  state!: TaskStateName;
  @ApiProperty({ enum: WHY_REASONS })
  reason!: WhyReason;
  @ApiProperty({ description: 'The reason as a sentence' })
  message!: string;
  @ApiPropertyOptional({
    type: Number,
    description: 'Its place among the commands of its subject that are due, from 1',
  })
  position?: number;
  @ApiPropertyOptional({ format: 'date-time', description: 'When the reason ends, if known' })
  until?: string;
  @ApiPropertyOptional({ type: [String], description: 'The workers that run it, or that are busy with other tasks' })
  workers?: string[];
  @ApiPropertyOptional({ type: () => [WhyView], description: 'For a group: the same for each child' })
  children?: WhyView[];
  @ApiPropertyOptional({
    type: [String],
    description: 'For a group while Postgres is unavailable: children that only the history may have',
  })
  unknown_children?: string[];
}
