import { Controller, HttpCode, HttpStatus, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../../http/api-problems.js';
import { EXAMPLES } from '../status/answer-examples.js';
import { TaskIdPipe } from '../../http/path-parameters.js';
import { TaskSteering } from './task-steering.js';
import { CancelledTaskView } from '../status/task-views.js';

const MESSAGES = {
  revoked: 'It had not begun; its command was taken out of the queue.',
  stopping: 'Its worker was told to stop; it does so within seconds.',
};

@ApiTags('tasks')
@Controller('tasks/cancel')
export class TaskCancelController {
  constructor(private readonly steering: TaskSteering) {}

  @Post(':id')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Cancels a task or a group: what waits at once, what runs within seconds' })
  @ApiOkResponse({ type: CancelledTaskView, examples: EXAMPLES.cancelled })
  @ApiProblems(400, 404, 409, 503)
  async cancel(@Param('id', TaskIdPipe) id: string): Promise<CancelledTaskView> {
    const outcome = await this.steering.cancel(id);
    return { status: 'cancelled', task_id: id, message: MESSAGES[outcome], outcome };
  }
}
