import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsObject,
  IsOptional,
  Matches,
  ValidateNested,
} from 'class-validator';
import { TASK_ID } from '#rotunda/contracts';
import { TaskFilterParams } from '../search/task-filter-params.js';

/** A request body holds no more; a filter selects as many as one likes. */
const MOST_IDS = 1_000;
const IDS_MESSAGE = 'ids must be a list of task ids, each 1 to 128 letters, digits, hyphens or underscores';

export class BulkBody {
  @ApiPropertyOptional({
    type: [String],
    minItems: 1,
    maxItems: MOST_IDS,
    description: 'Ids of tasks or groups; give either these or a filter',
  })
  @IsOptional()
  @Matches(TASK_ID, { each: true, message: IDS_MESSAGE })
  @ArrayUnique({ message: 'ids must name each task once' })
  @ArrayMaxSize(MOST_IDS, { message: `ids must name at most ${MOST_IDS} tasks; select more by a filter` })
  @ArrayMinSize(1, { message: 'ids must name at least one task' })
  @IsArray({ message: IDS_MESSAGE })
  ids?: string[] | null;

  @ApiPropertyOptional({
    type: TaskFilterParams,
    description: 'All tasks that match, as `GET tasks` lists them; `{}` is all tasks',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => TaskFilterParams)
  @IsObject({ message: 'filter must be an object with the filters of GET tasks' })
  filter?: TaskFilterParams | null;

  @ApiPropertyOptional({ type: Boolean, description: 'Changes nothing, and says what would be done' })
  @IsOptional()
  @IsBoolean({ message: 'dry_run must be true or false' })
  dry_run?: boolean | null;
}

export class BulkRefusal {
  @ApiProperty({
    description:
      '`task-ended`, `task-succeeded`, `task-under-way`, `task-unknown`, or the end of the `type` of the problem that ' +
      'the route for one task answers',
    example: 'task-ended',
  })
  code!: string;
  @ApiProperty({ type: 'integer' })
  count!: number;
  @ApiPropertyOptional({ description: 'One of them; absent where they were only counted' })
  task_id?: string;
  @ApiProperty({ description: 'Why, of that one' })
  message!: string;
}

export class BulkView {
  @ApiProperty({ type: 'integer', description: 'Tasks that the request names, or that match its filter' })
  matched!: number;
  @ApiProperty({
    type: 'integer',
    description: 'Those that it was done to; in a dry run, those that it would be tried on',
  })
  done!: number;
  @ApiProperty({ type: [BulkRefusal], description: 'By code; `done`, these and `remaining` add up to `matched`' })
  refused!: BulkRefusal[];
  @ApiProperty({ type: 'integer', description: 'Left for the next request: one does at most 5,000' })
  remaining!: number;
  @ApiProperty()
  dry_run!: boolean;
}
