import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TaskPurge } from '#rotunda/tasks';
import { Needs } from '../../access/needs.js';
import { Audited } from '../../http/audited.js';
import { ApiProblems } from '../../http/api-problems.js';
import { TaskIdPipe } from '../../http/path-parameters.js';
import { CommandFilters, PurgedView, RetriedTaskView, TerminatedTaskView, WhyView } from './steering-views.js';
import { type QueuedRun, TaskSteering } from './task-steering.js';
import { TaskWhy } from './task-why.js';

@ApiTags('tasks')
@Controller('tasks')
export class TaskSteeringController {
  constructor(
    private readonly steering: TaskSteering,
    private readonly whys: TaskWhy,
    private readonly purges: TaskPurge,
  ) {}

  @Post('purge')
  @Audited('queue.purge')
  @Needs('admin')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({
    summary: 'Removes waiting commands from the queue (REVOKED), all or those that match; never running ones',
  })
  @ApiBody({ type: CommandFilters, required: false })
  @ApiOkResponse({ type: PurgedView })
  @ApiProblems(413, 415, 422, 503)
  purge(@Body() filters: CommandFilters): Promise<PurgedView> {
    return this.purges.purge(filters);
  }

  @Post(':id/retry')
  @Audited('task.retry')
  @Needs('act')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiOperation({
    summary: 'Runs an ended task again, or a waiting retry now; of a group the children that did not succeed, or all',
  })
  @ApiAcceptedResponse({ type: RetriedTaskView })
  @ApiProblems(400, 404, 409, 503)
  async retry(@Param('id', TaskIdPipe) id: string): Promise<RetriedTaskView> {
    const runs = await this.steering.retry(id);
    return {
      task_id: id,
      status: 'queued',
      runs: runs.map((queued) => ({ task_id: queued.id, run: queued.run })),
      message: describeRuns(runs),
    };
  }

  @Post(':id/terminate')
  @Audited('task.terminate')
  @Needs('act')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({
    summary: 'Ends a task or a group at once (REVOKED), even if its worker is stuck; what that still writes is refused',
  })
  @ApiOkResponse({ type: TerminatedTaskView })
  @ApiProblems(400, 404, 409, 503)
  async terminate(@Param('id', TaskIdPipe) id: string): Promise<TerminatedTaskView> {
    await this.steering.terminate(id);
    const message = 'It is REVOKED; a worker that runs it stops as soon as it notices, and stores nothing more.';
    return { task_id: id, status: 'revoked', message };
  }

  @Get(':id/why')
  @Needs('look')
  @ApiOperation({ summary: 'Says why a task is not running: its place in the queue, a pause, a missing worker, …' })
  @ApiOkResponse({ type: WhyView })
  @ApiProblems(400, 404, 503)
  why(@Param('id', TaskIdPipe) id: string): Promise<WhyView> {
    return this.whys.explain(id);
  }
}

function describeRuns(runs: QueuedRun[]): string {
  const [first] = runs;
  if (runs.length > 1 || !first) return `${runs.length} tasks of the group are queued.`;
  return first.isHurried
    ? `Run ${first.run} is queued now instead of waiting for its retry.`
    : `Run ${first.run} is queued.`;
}
