import { ApiExtraModels, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  type Chamber,
  CHAMBERS,
  COMMAND_SOURCES,
  type CommandSource,
  type GroupMembership,
  type SplitCommand,
  TASK_NAMES,
  TASK_STATES,
  type TaskName,
  type TaskProgress,
  type TaskResult,
  type TaskState,
  type TaskStateName,
  type UnpublishedRun,
} from '#rotunda/contracts';
import type { GroupState } from '#rotunda/tasks';
import { ANY_FIELDS } from '../../http/json-schemas.js';
import { TaskAttemptView, TaskErrorView } from './attempt-views.js';
import { ANY_RESULT, CheckResultView, GroupResultView, ReparseResultView, ScrapeResultView } from './result-views.js';

const COUNT = { type: 'integer' } as const;
const INSTANT_OR_NULL = { type: String, format: 'date-time', nullable: true } as const;

class WindowView {
  @ApiProperty({ format: 'date' })
  start!: string;
  @ApiProperty({ format: 'date' })
  end!: string;
}

class SplitCommandView implements SplitCommand {
  @ApiProperty({ enum: [...CHAMBERS, 'all'] })
  chamber!: Chamber | 'all';
  @ApiProperty({ ...ANY_FIELDS, description: 'Its fields' })
  args!: Record<string, unknown>;
  @ApiProperty({ type: WindowView, nullable: true, description: 'The days that it covered; null for other kinds' })
  window!: WindowView | null;
  @ApiProperty({ ...COUNT, description: 'The longest window of a child, in days' })
  max_days!: number;
}

class GroupMembershipView implements GroupMembership {
  @ApiProperty({ description: 'Id of the group' })
  id!: string;
  @ApiProperty({ ...COUNT, description: 'Number of children in the group' })
  size!: number;
  @ApiPropertyOptional({
    type: SplitCommandView,
    description: 'The command that was split into the group; absent in one made by hand',
  })
  whole?: SplitCommandView;
}

class UnpublishedRunView implements UnpublishedRun {
  @ApiProperty({ format: 'date-time' })
  at!: string;
  @ApiProperty({ description: 'The body of the command' })
  body!: string;
}

class TaskTimesView {
  @ApiProperty({ format: 'date-time' })
  queued!: string;
  @ApiProperty({ ...INSTANT_OR_NULL, description: 'Null: it has not started' })
  started!: string | null;
  @ApiProperty({ ...INSTANT_OR_NULL, description: 'Null: it has not ended' })
  finished!: string | null;
}

class TaskProgressView implements TaskProgress {
  @ApiProperty({ example: 'fetching' })
  phase!: string;
  @ApiProperty({ ...COUNT, description: 'Filings that are done' })
  done!: number;
  @ApiProperty({ ...COUNT, description: 'Filings; 0 while their number is unknown' })
  total!: number;
  @ApiProperty({ ...COUNT, description: 'Trades' })
  saved!: number;
  @ApiProperty({ ...COUNT, description: 'Trades that were already stored' })
  skipped!: number;
  @ApiProperty({ ...COUNT, description: 'Rows that could not be parsed' })
  errors!: number;
}

@ApiExtraModels(ScrapeResultView, CheckResultView, ReparseResultView)
export class TaskView implements TaskState {
  @ApiProperty({ enum: [1] })
  v!: 1;
  @ApiProperty()
  id!: string;
  @ApiProperty({ enum: CHAMBERS })
  chamber!: Chamber;
  @ApiProperty({ enum: TASK_NAMES, description: 'The kind of task' })
  name!: TaskName;
  @ApiProperty({ ...ANY_FIELDS, description: 'The fields of the command', example: { days_back: 7 } })
  args!: Record<string, unknown>;
  @ApiProperty({ enum: TASK_STATES })
  state!: TaskStateName;
  @ApiProperty({ ...COUNT, description: 'From 1; each manual retry or replay is the next run' })
  run!: number;
  @ApiProperty({ type: [TaskAttemptView], description: 'Those of all runs' })
  attempts!: TaskAttemptView[];
  @ApiProperty({ ...COUNT, description: 'Retries of this run' })
  retries!: number;
  @ApiProperty(COUNT)
  max_retries!: number;
  @ApiProperty({ ...COUNT, description: 'How often its worker died' })
  crashes!: number;
  @ApiProperty({ type: String, nullable: true, description: 'Id of the worker that runs it' })
  worker!: string | null;
  @ApiPropertyOptional({ enum: COMMAND_SOURCES, description: 'Where the command came from, if known' })
  source?: CommandSource;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Rotunda’s headers of a command from NATS',
  })
  headers?: Record<string, string>;
  @ApiPropertyOptional({ type: GroupMembershipView, description: 'The group that it is a child of' })
  group?: GroupMembershipView;
  @ApiProperty({ ...COUNT, nullable: true, description: 'Sequence of its command in TASKS; null until it is known' })
  stream_seq!: number | null;
  @ApiPropertyOptional({ format: 'date-time', description: 'When its next attempt is due' })
  not_before?: string;
  @ApiPropertyOptional({ type: UnpublishedRunView, description: 'A run whose command is not in the queue yet' })
  unpublished?: UnpublishedRunView;
  @ApiPropertyOptional({ format: 'date-time', description: 'Set once its worker was asked to stop' })
  cancel_requested_at?: string;
  @ApiProperty()
  times!: TaskTimesView;
  @ApiProperty()
  progress!: TaskProgressView;
  @ApiPropertyOptional({ ...ANY_RESULT, description: 'By kind; only of a task that succeeded' })
  result?: TaskResult;
  @ApiPropertyOptional({
    type: TaskErrorView,
    description: 'Why it failed, was cancelled or waits for a retry',
  })
  error?: TaskErrorView;
}

/** A group of tasks as one. */
export class TaskGroupView implements GroupState {
  @ApiProperty()
  id!: string;
  @ApiProperty({ enum: TASK_STATES })
  state!: TaskStateName;
  @ApiProperty({ ...COUNT, description: 'Number of children, also of those that are not published yet' })
  size!: number;
  @ApiProperty({ type: [TaskView] })
  children!: TaskView[];
  @ApiPropertyOptional({
    type: [String],
    description: 'While Postgres is unavailable: children that only the history may have; they count as not ended',
  })
  unknown_children?: string[];
  @ApiProperty()
  times!: TaskTimesView;
  @ApiPropertyOptional({ type: GroupResultView, description: 'Once all children have ended' })
  result?: GroupResultView;
  @ApiPropertyOptional({ type: TaskErrorView, description: 'That of the first child that has one' })
  error?: TaskErrorView;
}
