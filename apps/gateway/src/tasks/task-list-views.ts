import { ApiProperty } from '@nestjs/swagger';
import { TASK_STATES, type TaskStateName } from '#rotunda/contracts';
import type { RegisteredCommand } from './commands.js';
import { ActiveTaskView, ScheduledTaskView } from './task-views.js';
import { WorkerView } from './worker.view.js';

export class ActiveTaskList {
  @ApiProperty({ type: [ActiveTaskView] })
  active!: ActiveTaskView[];
}

export class ScheduledTaskList {
  @ApiProperty({ type: [ScheduledTaskView] })
  scheduled!: ScheduledTaskView[];
}

export class TaskStats {
  @ApiProperty({ enum: ['ok', 'no_workers'] })
  status!: 'ok' | 'no_workers';
  @ApiProperty({ type: [WorkerView] })
  workers!: WorkerView[];
  @ApiProperty({
    type: 'object',
    properties: Object.fromEntries(TASK_STATES.map((state) => [state, { type: 'integer' }])),
    description: 'Ended tasks count until their results are removed from the live state (a day unless set otherwise)',
  })
  tasks!: Record<TaskStateName, number>;
  @ApiProperty({ description: 'Tasks that wait for a worker or for their retry' })
  queued!: number;
}

export class RegisteredCommandList {
  @ApiProperty({
    type: 'array',
    items: {
      type: 'object',
      properties: {
        name: { type: 'string', example: 'tasks.house.scrape', description: 'Also the NATS subject' },
        chamber: { type: 'string' },
        summary: { type: 'string' },
        fields: { type: 'object', description: 'Field name → JSON Schema' },
      },
    },
  })
  registered!: RegisteredCommand[];
}
