import { IsIn, IsISO8601, IsOptional, Matches } from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { CHAMBERS, type Chamber, TASK_NAMES, TASK_STATES, type TaskName, type TaskStateName } from '#rotunda/contracts';
import type { TaskRunFilters } from '#rotunda/persistence';
import { ListQuery, refuseReversedRange } from '../http/list-query.js';

const DAY_OR_INSTANT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/;

function InstantFilter(description: string): PropertyDecorator {
  const message = '$property must be a day (2026-11-23, from midnight UTC) or an instant (2026-11-23T02:00:00Z)';
  return applyDecorators(
    ApiPropertyOptional({ type: String, format: 'date-time', description }),
    IsOptional(),
    Matches(DAY_OR_INSTANT, { message }),
    IsISO8601({ strict: true }, { message }),
  );
}

export function OneOf(values: readonly string[]): PropertyDecorator {
  const message = `$property must be one of ${values.join(', ')}`;
  return applyDecorators(ApiPropertyOptional({ enum: values }), IsOptional(), IsIn(values, { message }));
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
