import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsOptional, IsString, Length, Matches } from 'class-validator';
import {
  CHAMBERS,
  type Chamber,
  TASK_ID,
  TASK_NAMES,
  TASK_STATES,
  type TaskName,
  type TaskStateName,
} from '#rotunda/contracts';
import { ErrorCode, InstantFilter, ListParams, OneOf, TextFilter } from '../../http/list-params.js';

function GroupFilter(): PropertyDecorator {
  const message = 'group must be the id of a group: 1 to 128 letters, digits, hyphens or underscores';
  return applyDecorators(
    ApiPropertyOptional({ type: String, description: 'The children of this group' }),
    IsOptional(),
    Matches(TASK_ID, { message }),
  );
}

/** Three in a row are what the index of texts has: without them a search would read the whole history. */
const THREE_IN_A_ROW = /[\p{L}\p{N}]{3}/u;

function SearchedText(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({
      type: String,
      minLength: 3,
      maxLength: 100,
      description:
        'A text in the id, the arguments (as JSON), or the code or message of the error, in any case. Of each task the ' +
        'first 2,000 characters are searched',
      example: 'days_back": 7',
    }),
    IsOptional(),
    Matches(/^\P{Cc}*$/u, { message: 'q must have no control characters' }),
    Matches(THREE_IN_A_ROW, { message: 'q must have three letters or digits in a row' }),
    Length(3, 100, { message: 'q must have 3 to 100 characters' }),
    IsString({ message: 'q must be given once' }),
  );
}

/** Which tasks; all by default. */
export class TaskFilterParams {
  @OneOf(CHAMBERS)
  chamber?: Chamber;

  @OneOf(TASK_NAMES)
  name?: TaskName;

  @OneOf(TASK_STATES)
  state?: TaskStateName;

  @TextFilter('Its worker, or the one that had it last: an id, or a name that this gateway has seen')
  worker?: string;

  @GroupFilter()
  group?: string;

  @ErrorCode()
  error?: string;

  @SearchedText()
  q?: string;

  @InstantFilter('Queued at this time or later')
  from?: string;

  @InstantFilter('Queued before this time')
  to?: string;
}

export class TaskListParams extends IntersectionType(TaskFilterParams, ListParams) {}
