import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { TASK_STATES, type TaskStateName } from '#rotunda/contracts';
import { ActiveTaskView, ScheduledTaskView } from './listed-task.views.js';
import { RegisteredCommandView } from './registered-command.view.js';
import { WorkerStatsView } from '../../workers/worker.view.js';

export class ActiveTaskList {
  @ApiProperty({ type: [ActiveTaskView] })
  active_tasks!: ActiveTaskView[];
  @ApiProperty({ type: 'integer', description: 'How many workers are running' })
  worker_count!: number;
  @ApiProperty({ type: [ActiveTaskView], deprecated: true, description: 'Same as `active_tasks`' })
  active!: ActiveTaskView[];
}

export class ScheduledTaskList {
  @ApiProperty({ type: [ScheduledTaskView] })
  scheduled_tasks!: ScheduledTaskView[];
  @ApiProperty({ type: 'integer', description: 'How many workers are running' })
  worker_count!: number;
  @ApiProperty({ type: [ScheduledTaskView], deprecated: true, description: 'Same as `scheduled_tasks`' })
  scheduled!: ScheduledTaskView[];
}

@ApiExtraModels(WorkerStatsView)
export class TaskStats {
  @ApiProperty({ enum: ['ok', 'no_workers'] })
  status!: 'ok' | 'no_workers';
  @ApiProperty({
    type: 'object',
    additionalProperties: { $ref: getSchemaPath(WorkerStatsView) },
    description: 'By name; /api/v1/workers has them as a list',
  })
  workers!: Record<string, WorkerStatsView>;
  @ApiProperty({ type: 'integer', description: 'How many workers are running' })
  worker_count!: number;
  @ApiProperty({
    type: 'object',
    properties: Object.fromEntries(TASK_STATES.map((state) => [state, { type: 'integer' }])),
    description: 'Ended tasks count until they leave the live state (by default after a day)',
  })
  tasks!: Record<TaskStateName, number>;
  @ApiProperty({ description: 'Tasks that wait for a worker or for their retry' })
  queued!: number;
}

export class RegisteredCommandList {
  @ApiProperty({ type: [RegisteredCommandView] })
  registered!: RegisteredCommandView[];
}
