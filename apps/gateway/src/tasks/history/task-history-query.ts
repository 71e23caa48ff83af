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
import { ListQuery, OneOf, refuseReversedRange } from '../../http/list-query.js';

function InstantFilter(description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: String, format: 'date-time', description }),
    IsOptional(),
    IsDayOrInstant(),
  );
}

export class TaskHistoryQuery extends ListQuery {
  @OneOf(CHAMBERS)
  chamber?: Chamber;

  @OneOf(TASK_NAMES)
  name?: TaskName;

  @OneOf(TASK_STATES)
  state?: TaskStateName;

  @InstantFilter('Queued then or later')
  from?: string;

  @InstantFilter('Queued before')
  to?: string;
}

export function historyFilters({ chamber, name, state, from, to, limit, cursor }: TaskHistoryQuery): TaskRunFilters {
  const range = { from: from ? new Date(from) : undefined, to: to ? new Date(to) : undefined };
  refuseReversedRange('', range.from?.toISOString(), range.to?.toISOString());
  return { chamber, name, state, ...range, limit, cursor };
}
