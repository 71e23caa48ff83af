import { IsOptional } from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import {
  CHAMBERS,
  type Chamber,
  IsDayOrInstant,
  TASK_NAMES,
  TASK_STATES,
  type TaskName,
  type TaskStateName,
} from '#rotunda/contracts';
import type { TaskRunFilters } from '#rotunda/persistence';
import { ListParams, OneOf, refuseReversedRange } from '../../http/list-params.js';

function InstantFilter(description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: String, format: 'date-time', description }),
    IsOptional(),
    IsDayOrInstant(),
  );
}

export class TaskListParams extends ListParams {
  @OneOf(CHAMBERS)
  chamber?: Chamber;

  @OneOf(TASK_NAMES)
  name?: TaskName;

  @OneOf(TASK_STATES)
  state?: TaskStateName;

  @InstantFilter('Queued at this time or later')
  from?: string;

  @InstantFilter('Queued before this time')
  to?: string;
}

export function historyFilters({ chamber, name, state, from, to, limit, cursor }: TaskListParams): TaskRunFilters {
  const range = { from: from ? new Date(from) : undefined, to: to ? new Date(to) : undefined };
  refuseReversedRange('', range.from?.toISOString(), range.to?.toISOString());
  return { chamber, name, state, ...range, limit, cursor };
}
