import { ApiProperty } from '@nestjs/swagger';
import { EXAMPLE, namedExample } from '../../http/example-values.js';
import type { EndedHow } from './task-steering.js';

export class CancelledTaskView {
  @ApiProperty({ enum: ['cancelled'] })
  status!: 'cancelled';
  @ApiProperty()
  task_id!: string;
  @ApiProperty()
  message!: string;
  @ApiProperty({
    enum: ['revoked', 'stopping'],
    description:
      '`revoked`: it was waiting and will not run; `stopping`: it is running, and its worker stops it within seconds',
  })
  outcome!: 'revoked' | 'stopping';
}

const MESSAGES: Record<EndedHow, string> = {
  revoked: 'It had not started; its command was removed from the queue.',
  stopping: 'Its worker was asked to stop and does so within seconds.',
};

export const presentCancelled = (task_id: string, outcome: EndedHow): CancelledTaskView => ({
  status: 'cancelled',
  task_id,
  message: MESSAGES[outcome],
  outcome,
});

export const CANCELLED_EXAMPLES = {
  waiting: namedExample('It was waiting', presentCancelled(EXAMPLE.waitingTaskId, 'revoked')),
  running: namedExample('It is running', presentCancelled(EXAMPLE.taskId, 'stopping')),
};
