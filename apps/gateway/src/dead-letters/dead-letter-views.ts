import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsOptional, Min } from 'class-validator';
import { CHAMBERS, TASK_NAMES, TASK_STATES } from '#rotunda/contracts';
import { ErrorCode, ListParams, NEXT_CURSOR, OneOf } from '../http/list-params.js';
import { CommandFilters } from '../tasks/steering/steering-views.js';

export class DeadLetterListParams extends ListParams {
  @OneOf(CHAMBERS)
  chamber?: CommandFilters['chamber'];

  @OneOf(TASK_NAMES)
  name?: CommandFilters['name'];

  @ErrorCode()
  code?: string;
}

export class DeadLetterCountParams extends OmitType(DeadLetterListParams, ['limit', 'cursor']) {}

export class DeadLetterCount {
  @ApiProperty({ type: 'integer' })
  count!: number;
}

const MOST_AT_ONCE = 5_000;
const SEQUENCES_MESSAGE = 'sequences must be a list of the numbers of dead letters';

/** Which letters to replay; all by default. */
export class ReplayFilters extends CommandFilters {
  @ErrorCode()
  code?: string;

  @ApiPropertyOptional({
    ...{ type: 'array', items: { type: 'integer', minimum: 1 }, minItems: 1, maxItems: MOST_AT_ONCE },
    description: 'Only those with these numbers, if they are still there',
  })
  @IsOptional()
  @IsInt({ each: true, message: SEQUENCES_MESSAGE })
  @Min(1, { each: true, message: SEQUENCES_MESSAGE })
  @ArrayMaxSize(MOST_AT_ONCE, { message: `sequences must have at most ${MOST_AT_ONCE} numbers` })
  @ArrayMinSize(1, { message: 'sequences must have at least one number; leave it out for all' })
  @IsArray({ message: SEQUENCES_MESSAGE })
  sequences?: number[];
}

class LetterError {
  @ApiProperty({ example: 'LayoutChanged' })
  code!: string;
  @ApiProperty()
  message!: string;
}

export class DeadLetterView {
  @ApiProperty({ description: 'Its number, for replay and removal' })
  sequence!: number;
  @ApiProperty()
  task_id!: string;
  @ApiProperty({ description: 'The run of the task that failed' })
  run!: number;
  @ApiProperty({ enum: CHAMBERS })
  chamber!: string;
  @ApiProperty({ enum: TASK_NAMES })
  name!: string;
  @ApiProperty({ description: 'The command’s body as it came, even if it is not JSON' })
  body!: string;
  @ApiProperty({ description: 'Attempts of the task up to then' })
  attempts!: number;
  @ApiProperty({ type: LetterError })
  error!: LetterError;
  @ApiProperty({ format: 'date-time' })
  died_at!: string;
  @ApiProperty({
    enum: TASK_STATES,
    nullable: true,
    description: 'State of the task now; null if the task is no longer known',
  })
  state!: string | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'The run after it; null if it was not replayed',
  })
  replayed_as!: number | null;
}

export class DeadLetterPage {
  @ApiProperty({ type: [DeadLetterView] })
  data!: DeadLetterView[];
  @ApiProperty(NEXT_CURSOR)
  next_cursor!: string | null;
}

export class ReplayedView {
  @ApiProperty()
  task_id!: string;
  @ApiProperty({ description: 'The run that was queued' })
  run!: number;
  @ApiProperty({ enum: ['queued'] })
  status!: 'queued';
  @ApiPropertyOptional({ description: 'Why the run will fail again, if that is certain' })
  warning?: string;
  @ApiProperty()
  message!: string;
}

export class ReplayCounts {
  @ApiProperty({ description: 'Letters whose task was queued for its next run' })
  replayed!: number;
  @ApiProperty({ description: 'Those of them with an invalid command: they will fail again' })
  invalid!: number;
  @ApiProperty({ description: 'Letters whose task already has a later run, or whose run has not ended' })
  skipped!: number;
}
