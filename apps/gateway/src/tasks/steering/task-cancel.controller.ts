import { Controller, HttpCode, HttpStatus, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../../access/needs.js';
import { Audited } from '../../http/audited.js';
import { ApiProblems } from '../../http/api-problems.js';
import { TaskIdPipe } from '../../http/path-parameters.js';
import { CANCELLED_EXAMPLES, CancelledTaskView, presentCancelled } from './cancelled-task.view.js';
import { TaskSteering } from './task-steering.js';

@ApiTags('tasks')
@Controller('tasks/cancel')
export class TaskCancelController {
  constructor(private readonly steering: TaskSteering) {}

  @Post(':id')
  @Audited('task.cancel')
  @Needs('act')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Cancels a task or a group: waiting tasks at once, running ones within seconds' })
  @ApiOkResponse({ type: CancelledTaskView, examples: CANCELLED_EXAMPLES })
  @ApiProblems(400, 404, 409, 503)
  async cancel(@Param('id', TaskIdPipe) id: string): Promise<CancelledTaskView> {
    return presentCancelled(id, await this.steering.cancel(id));
  }
}
