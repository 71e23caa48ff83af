import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { TASK_STATES, type TaskState } from '#rotunda/contracts';
import { taskName } from './commands.js';
import type { Submitted } from './command-submission.js';
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
  @ApiProperty()
  task_id!: string;
  @ApiProperty({ enum: ['revoked', 'stopping'] })
  status!: 'revoked' | 'stopping';
  @ApiProperty()
  message!: string;
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

export class ActiveTaskView {
  @ApiProperty({ type: String, nullable: true })
  worker!: string | null;
  @ApiProperty()
  task_id!: string;
  @ApiProperty({ example: 'tasks.house.scrape' })
  task_name!: string;
  @ApiProperty({ type: [Object], description: 'Always empty: commands have named fields only' })
  args!: never[];
  @ApiProperty({ type: Object, description: 'The command' })
  kwargs!: Record<string, unknown>;
}

export class ScheduledTaskView {
  @ApiProperty({ type: String, nullable: true, description: 'Null: whichever is free then' })
  worker!: string | null;
  @ApiProperty()
  task_id!: string;
  @ApiProperty({ example: 'tasks.house.scrape' })
  task_name!: string;
  @ApiProperty({ format: 'date-time' })
  eta!: string;
}

export const presentQueued = ({ id, status }: Submitted, message: string): QueuedTaskView => ({
  task_id: id,
  status,
  message: status === 'queued' ? message : `An identical command is queued or running already, as task ${id}.`,
});

export const presentStatus = (found: FoundTask): TaskStatusView => ({
  task_id: found.id,
  status: found.state,
  ...(found.result ? { result: found.result } : {}),
  ...(found.error ? { error: `${found.error.code}: ${found.error.message}` } : {}),
  ...('unknown_children' in found && { unknown_children: found.unknown_children }),
});

export const presentActive = ({ id, chamber, name, worker, args }: TaskState): ActiveTaskView => ({
  worker,
  task_id: id,
  task_name: taskName(chamber, name),
  args: [],
  kwargs: args,
});

export const presentRetry = ({ id, chamber, name, worker }: TaskState, eta: string): ScheduledTaskView => ({
  worker,
  task_id: id,
  task_name: taskName(chamber, name),
  eta,
});
