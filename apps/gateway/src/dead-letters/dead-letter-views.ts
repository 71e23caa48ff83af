import { IsOptional, IsString, Length, Matches } from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CHAMBERS, TASK_NAMES, TASK_STATES } from '#rotunda/contracts';
import { ListParams, OneOf } from '../http/list-params.js';
import { CommandFilters } from '../tasks/steering/steering-views.js';

const CODE_MESSAGE = 'code must be the code of an error, such as LayoutChanged';

function ErrorCode(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: String, description: 'Of the error, e.g. `LayoutChanged`' }),
    IsOptional(),
    Matches(/^\w+$/, { message: CODE_MESSAGE }),
    Length(1, 100, { message: CODE_MESSAGE }),
    IsString({ message: CODE_MESSAGE }),
  );
}

export class DeadLetterListParams extends ListParams {
  @OneOf(CHAMBERS)
  chamber?: CommandFilters['chamber'];

  @OneOf(TASK_NAMES)
  name?: CommandFilters['name'];

  @ErrorCode()
  code?: string;
}

/** Which letters are meant; all unless said otherwise. */
export class ReplayFilters extends CommandFilters {
  @ErrorCode()
  code?: string;
}

class LetterError {
  @ApiProperty({ example: 'LayoutChanged' })
  code!: string;
  @ApiProperty()
  message!: string;
}

export class DeadLetterView {
  @ApiProperty({ description: 'What replay and removal ask for' })
  sequence!: number;
  @ApiProperty()
  task_id!: string;
  @ApiProperty({ description: 'Of the task, that died' })
  run!: number;
  @ApiProperty({ enum: CHAMBERS })
  chamber!: string;
  @ApiProperty({ enum: TASK_NAMES })
  name!: string;
  @ApiProperty({ description: 'The command’s body as it came, also where it is no JSON' })
  body!: string;
  @ApiProperty({ description: 'Attempts of the task until then' })
  attempts!: number;
  @ApiProperty({ type: LetterError })
  error!: LetterError;
  @ApiProperty({ format: 'date-time' })
  died_at!: string;
  @ApiProperty({
    enum: TASK_STATES,
    nullable: true,
    description: 'Of the task now; null where nobody knows it any more',
  })
  state!: string | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'The run that came after it; null while it was not replayed',
  })
  replayed_as!: number | null;
}

export class DeadLetterPage {
  @ApiProperty({ type: [DeadLetterView] })
  data!: DeadLetterView[];
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Ask with it as `cursor` for the next page; null on the last',
  })
  next_cursor!: string | null;
}

export class ReplayedView {
  @ApiProperty()
  task_id!: string;
  @ApiProperty({ description: 'The run that was queued' })
  run!: number;
  @ApiProperty({ enum: ['queued'] })
  status!: 'queued';
  @ApiPropertyOptional({ description: 'Why the run will fail as well, where that is certain' })
  warning?: string;
  @ApiProperty()
  message!: string;
}

export class ReplayCounts {
  @ApiProperty({ description: 'Letters whose task was queued for its next run' })
  replayed!: number;
  @ApiProperty({ description: 'Of these, those whose command is not valid: they will die again' })
  invalid!: number;
  @ApiProperty({ description: 'Letters of tasks that had a later run already, or whose run has not ended' })
  skipped!: number;
}
