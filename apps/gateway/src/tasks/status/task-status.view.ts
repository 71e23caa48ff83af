import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { type ScrapeResult, TASK_STATES } from '#rotunda/contracts';
import type { GroupState } from '#rotunda/tasks';
import { EXAMPLE, namedExample } from '../../http/example-values.js';
import type { FoundTask } from '../lookup/found-task.js';
import { ANY_RESULT, GroupStatusResultView } from '../views/result-views.js';

@ApiExtraModels(GroupStatusResultView)
export class TaskStatusView {
  @ApiProperty()
  task_id!: string;
  @ApiProperty({ enum: TASK_STATES })
  status!: string;
  @ApiPropertyOptional({
    oneOf: [...ANY_RESULT.oneOf, { $ref: getSchemaPath(GroupStatusResultView) }],
    description: 'The result of a task that succeeded, or of a group that has ended',
  })
  result?: object;
  @ApiPropertyOptional({ description: 'Why it failed, was cancelled or waits for a retry' })
  error?: string;
  @ApiPropertyOptional({
    type: [String],
    description:
      'For a group while Postgres is unavailable: children that only the history may have; they count as not ended',
  })
  unknown_children?: string[];
}

export function presentStatus(task: FoundTask): TaskStatusView {
  const { id, state, error } = task;
  const result = 'children' in task ? groupResult(task) : task.result;
  return {
    task_id: id,
    status: state,
    ...(result ? { result } : {}),
    ...(error ? { error: `${error.code}: ${error.message}` } : {}),
    ...('unknown_children' in task && { unknown_children: task.unknown_children }),
  };
}

/** A client that scrapes `all` reads the same result fields as for one chamber. */
function groupResult({ result, children }: GroupState): object | undefined {
  const [first, ...others] = children;
  if (!result || first?.name !== 'scrape') return result;
  const chamber = others.every((child) => child.chamber === first.chamber) ? first.chamber : 'all';
  return { ...result, chamber, stats: result.totals.stats };
}

const result: ScrapeResult = {
  ...{ status: 'success', chamber: 'house', start_date: '2026-11-16', end_date: '2026-11-23' },
  stats: { total: 23, saved: 21, skipped: 2, errors: 0 },
  filings: {
    ...{ listed: 9, known: 1, parsed: 6, paper: 0, paper_read: 1, paper_review: 1 },
    ...{ needs_review: 0, unavailable: 0, failed: 0 },
  },
  warnings: [],
};

const example = (summary: string, status: Omit<TaskStatusView, 'task_id'>) =>
  namedExample<TaskStatusView>(summary, { task_id: EXAMPLE.taskId, ...status });

export const STATUS_EXAMPLES = {
  running: example('It runs', { status: 'STARTED' }),
  succeeded: example('It succeeded', { status: 'SUCCESS', result }),
  failed: example('It failed', { status: 'FAILURE', error: 'LayoutChanged: the header is not known' }),
};
