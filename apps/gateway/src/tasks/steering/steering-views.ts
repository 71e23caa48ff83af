import { IsOptional, IsIn } from 'class-validator';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type Chamber, CHAMBERS, TASK_NAMES, TASK_STATES, type TaskName, type TaskStateName } from '#rotunda/contracts';
import { WHY_REASONS, type WhyReason } from './why-reason.js';

export class RunView {
  @ApiProperty()
  task_id!: string;
  @ApiProperty({ description: 'From 1; each retry by hand or replay is the next one' })
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

/** Which commands are meant; all unless said otherwise. */
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
  @ApiProperty({ description: 'Waited to be taken up for the first time, and are REVOKED now' })
  purged!: number;
  @ApiProperty({ description: 'Run, or wait for a retry, and were left alone' })
  left!: number;
  @ApiProperty({ description: 'Commands of tasks that had ended already' })
  stale!: number;
}

export class WhyView {
  @ApiProperty()
  task_id!: string;
  @ApiProperty({ enum: TASK_STATES })
  state!: TaskStateName;
  @ApiProperty({ enum: WHY_REASONS })
  reason!: WhyReason;
  @ApiProperty({ description: 'The reason in a sentence' })
  message!: string;
  @ApiPropertyOptional({
    type: Number,
    description: 'Its place among the commands of its subject that are due, from 1',
  })
  position?: number;
  @ApiPropertyOptional({ format: 'date-time', description: 'When the reason ends, where that is known' })
  until?: string;
  @ApiPropertyOptional({ type: [String], description: 'The workers that run it, or that are busy with others' })
  workers?: string[];
  @ApiPropertyOptional({ type: [Object], description: 'Of a group: the same of each child' })
  children?: WhyView[];
  @ApiPropertyOptional({
    type: [String],
    description: 'Of a group while Postgres is away: the children that only the history knows',
  })
  unknown_children?: string[];
}
