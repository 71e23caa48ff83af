import { ConflictException, Controller, HttpCode, HttpStatus, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TaskControl } from '#rotunda/tasks';
import { ApiProblems } from '../http/api-problems.js';
import { TaskIdPipe } from './path-parameters.js';
import { TaskLookup } from './task-lookup.js';
import { CancelledTaskView } from './task-views.js';

const MESSAGES = {
  revoked: 'It had not begun; its command was taken out of the queue.',
  stopping: 'Its worker was told to stop; it does so within seconds.',
};

@ApiTags('tasks')
@Controller('tasks/cancel')
export class TaskCancelController {
  constructor(
    private readonly control: TaskControl,
    private readonly tasks: TaskLookup,
  ) {}

  @Post(':id')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Cancels a task or a group: what waits at once, what runs within seconds' })
  @ApiOkResponse({ type: CancelledTaskView })
  @ApiProblems(400, 404, 409, 503)
  async cancel(@Param('id', TaskIdPipe) id: string): Promise<CancelledTaskView> {
    const found = await this.tasks.get(id);
    const ids = 'children' in found ? found.children.map((child) => child.id) : [id];
    const outcomes = await Promise.all(ids.map((task) => this.control.cancel(task)));
    const status = (['stopping', 'revoked'] as const).find((outcome) => outcomes.includes(outcome));
    if (status) return { task_id: id, status, message: MESSAGES[status] };
    const { state } = await this.tasks.get(id);
    throw new ConflictException(`Task ${id} has ended already (${state}); there is nothing to cancel.`);
  }
}
