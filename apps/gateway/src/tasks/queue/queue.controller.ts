import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { LiveState } from '#rotunda/tasks';
import { Needs } from '../../access/needs.js';
import { presentQueue, QUEUES_EXAMPLE, QueueList } from './queue.view.js';
import { waitingTasks } from './waiting-tasks.js';

@ApiTags('tasks')
@Controller('tasks/queue')
export class QueueController {
  constructor(
    private readonly live: LiveState,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Needs('look')
  @ApiOperation({
    summary: 'Shows how many tasks of each kind wait, and how long the oldest has waited',
    description:
      'The same figures as `rotunda_queue_depth` and `rotunda_queue_oldest_age_seconds`. A task that waits for its retry counts too.',
  })
  @ApiOkResponse({ type: QueueList, example: QUEUES_EXAMPLE })
  list(): QueueList {
    const now = this.now();
    return { queues: waitingTasks(this.live.tasks()).map((waiting) => presentQueue(waiting, now)) };
  }
}
