import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { TASK_STATES, type TaskState } from '#rotunda/contracts';
import type { TaskGroupState } from '#rotunda/tasks';
import { taskName } from '../commands/commands.js';
import type { Submitted } from '../commands/command-submission.js';
import type { FoundTask } from './task-lookup.js';

export class QueuedTaskView {
  @ApiProperty()
  task_id!: string;
  @ApiProperty({
    enum: ['queued', 'already_queued'],
    description: '`already_queued`: with `unique`, an identical command waits or runs, and `task_id` is its task',
  })
  status!: 'queued' | 'already_queued';
  @ApiProperty({ description: 'What will be done, in a sentence' })
  message!: string;
}

export class CancelledTaskView {
  @ApiProperty({ enum: ['cancelled'] })
  status!: 'cancelled';
  @ApiProperty()
  task_id!: string;
  @ApiProperty()
  message!: string;
  @ApiProperty({
    enum: ['revoked', 'stopping'],
    description: '`revoked`: it waited, and will not run; `stopping`: it runs, and its worker stops it within seconds',
  })
  outcome!: 'revoked' | 'stopping';
}

export class TaskStatusView {
  @ApiProperty()
  task_id!: string;
  @ApiProperty({ enum: TASK_STATES })
  status!: string;
  @ApiPropertyOptional({ type: Object, description: 'Of a task that succeeded' })
  result?: object;
  @ApiPropertyOptional({ description: 'Why it failed, was cancelled or waits for a retry' })
  error?: string;
  @ApiPropertyOptional({
    type: [String],
    description:
      'Of a group while Postgres is away: the children that only the history knows; they count as not ended. Absent: none',
  })
  unknown_children?: string[];
}

class ListedTaskView {
  @ApiProperty({ example: 'tasks.house.scrape' })
  task_name!: string;
  @ApiProperty()
  task_id!: string;
  @ApiProperty({ type: [Object], description: 'Always empty: commands have named fields only' })
  args!: never[];
  @ApiProperty({ type: Object, description: 'The fields of the command' })
  kwargs!: Record<string, unknown>;
}

export class ActiveTaskView extends ListedTaskView {
  @ApiProperty({
    example: 'house-scraper@host',
    description: 'The name of its worker, a key of `workers` in tasks/stats. The id of one that is gone for long',
  })
  worker!: string;
}

export class ScheduledTaskView extends ListedTaskView {
  @ApiProperty({
    example: 'house-scraper@host',
    description:
      'Of a retry the worker that tried it last, though any worker of the chamber may take it up; ' +
      '`scheduler` of what a schedule will publish',
  })
  worker!: string;
  @ApiProperty({ format: 'date-time', description: 'When it is due' })
  eta!: string;
}

export const presentQueued = ({ id, status }: Submitted, message: string): QueuedTaskView => ({
  task_id: id,
  status,
  message: status === 'queued' ? message : `An identical command is queued or running already, as task ${id}.`,
});

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

/** A client that scrapes `all` reads the same fields of the result as of a chamber's own. */
function groupResult({ result, children }: TaskGroupState): object | undefined {
  const [first, ...others] = children;
  if (!result || first?.name !== 'scrape') return result;
  const chamber = others.every((child) => child.chamber === first.chamber) ? first.chamber : 'all';
  return { ...result, chamber, stats: result.totals.stats };
}

const presentListed = ({ id, chamber, name, args }: TaskState): ListedTaskView => ({
  task_id: id,
  task_name: taskName(chamber, name),
  args: [],
  kwargs: args,
});

export const presentActive = (task: TaskState, worker: string): ActiveTaskView => ({ worker, ...presentListed(task) });

export const presentRetry = (task: TaskState, worker: string, eta: string): ScheduledTaskView => ({
  worker,
  ...presentListed(task),
  eta,
});
