import { ApiProperty } from '@nestjs/swagger';
import { EXAMPLE } from '../../http/example-values.js';
import type { Submitted } from './command-submitter.js';

export class QueuedTaskView {
  @ApiProperty()
  task_id!: string;
  @ApiProperty({
    enum: ['queued', 'already_queued'],
    description: '`already_queued`: with `unique`, an identical command waits or runs, and `task_id` is its task',
  })
  status!: 'queued' | 'already_queued';
  @ApiProperty({ description: 'What will be done, as a sentence' })
  message!: string;
}

export const presentQueued = ({ id, status }: Submitted, message: string): QueuedTaskView => ({
  task_id: id,
  status,
  message: status === 'queued' ? message : `An identical command is already queued or running, as task ${id}.`,
});

export const QUEUED_EXAMPLE: QueuedTaskView = {
  task_id: EXAMPLE.taskId,
  status: 'queued',
  message: 'The house’s filings from 2026-11-16 to 2026-11-23 will be scraped.',
};
