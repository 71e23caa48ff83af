import { CHAMBERS, type Chamber, TASK_NAMES, TASK_STATES, type TaskName, type TaskStateName } from '#rotunda/contracts';
import type { TaskRunFilters } from '#rotunda/persistence';
import { InstantFilter, ListParams, OneOf, refuseReversedRange } from '../../http/list-params.js';

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
