import { Controller, Get, Param, Query } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { ApiOkResponse, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Needs } from '../../access/needs.js';
import { ApiProblems } from '../../http/api-problems.js';
import { toNumber } from '../../http/list-params.js';
import { TaskIdPipe } from '../../http/path-parameters.js';
import { TaskLookup } from '../lookup/task-lookup.js';
import { presentStatus, STATUS_EXAMPLES, TaskStatusView } from './task-status.view.js';

const MAX_WAIT_SECONDS = 60;
const WAIT_MESSAGE = `wait must be a whole number of seconds from 0 to ${MAX_WAIT_SECONDS}`;
const SECOND_MS = 1_000;

class TaskStatusParams {
  @ApiPropertyOptional({ minimum: 0, maximum: MAX_WAIT_SECONDS, description: 'Seconds to wait for the task to end' })
  @IsOptional()
  @Transform(toNumber)
  @IsInt({ message: WAIT_MESSAGE })
  @Min(0, { message: WAIT_MESSAGE })
  @Max(MAX_WAIT_SECONDS, { message: WAIT_MESSAGE })
  wait: number = 0;
}

@ApiTags('tasks')
@Controller('tasks/status')
export class TaskStatusController {
  constructor(private readonly tasks: TaskLookup) {}

  @Get(':id')
  @Needs('look')
  @ApiOperation({ summary: 'Shows a task’s status; with `wait`, once it has ended or the time is up' })
  @ApiOkResponse({ type: TaskStatusView, examples: STATUS_EXAMPLES })
  @ApiProblems(400, 404, 503)
  async status(@Param('id', TaskIdPipe) id: string, @Query() { wait }: TaskStatusParams): Promise<TaskStatusView> {
    return presentStatus(await this.tasks.getWhenEnded(id, wait * SECOND_MS));
  }
}
