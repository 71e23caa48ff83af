import { ApiProperty } from '@nestjs/swagger';
import { type Chamber, CHAMBERS, TASK_NAMES, type TaskName } from '#rotunda/contracts';
import { waitedMs, type WaitingTasks } from './waiting-tasks.js';

const SECOND_MS = 1_000;

class QueueView {
  @ApiProperty({ enum: CHAMBERS })
  chamber!: Chamber;
  @ApiProperty({ enum: TASK_NAMES, description: 'The kind of task' })
  name!: TaskName;
  @ApiProperty({ type: 'integer', description: 'Tasks that wait for a worker or for a retry' })
  length!: number;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the one that has waited longest was queued or last attempted; null if none waits',
  })
  oldest!: string | null;
  @ApiProperty({ description: 'How long that one has waited; 0 if none waits' })
  oldest_seconds!: number;
}

export class QueueList {
  @ApiProperty({ type: [QueueView], description: 'One for each chamber and kind of task, also if nothing waits' })
  queues!: QueueView[];
}

export const presentQueue = (waiting: WaitingTasks, now: Date): QueueView => ({
  chamber: waiting.chamber,
  name: waiting.name,
  length: waiting.length,
  oldest: waiting.oldest?.toISOString() ?? null,
  oldest_seconds: waitedMs(waiting, now) / SECOND_MS,
});

export const QUEUES_EXAMPLE: QueueList = {
  queues: [
    { chamber: 'house', name: 'scrape', length: 2, oldest: '2026-11-23T14:00:00.000Z', oldest_seconds: 73.5 },
    { chamber: 'house', name: 'check', length: 0, oldest: null, oldest_seconds: 0 },
  ],
};
