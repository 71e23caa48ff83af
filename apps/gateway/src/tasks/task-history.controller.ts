import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { TaskState } from '#rotunda/contracts';
import { ApiProblems } from '../http/api-problems.js';
import { TaskIdPipe } from './path-parameters.js';
import { historyFilters, TaskHistoryQuery } from './task-history-query.js';
import { TaskHistory } from './task-history.js';
import { type FoundTask, TaskLookup } from './task-lookup.js';

class TaskPage {
  @ApiProperty({ type: [Object], description: 'Each as `tasks/{id}` shows it' })
  data!: TaskState[];
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Ask with it as `cursor` for the next page; null on the last',
  })
  next_cursor!: string | null;
}

@ApiTags('tasks')
@Controller('tasks')
export class TaskHistoryController {
  constructor(
    private readonly history: TaskHistory,
    private readonly tasks: TaskLookup,
  ) {}

  @Get()
  @ApiOperation({ summary: 'All tasks that ran, run or wait, the last queued first' })
  @ApiOkResponse({ type: TaskPage })
  @ApiProblems(400, 503)
  async list(@Query() query: TaskHistoryQuery): Promise<TaskPage> {
    const { items, nextCursor } = await this.history.page(historyFilters(query));
    return { data: items, next_cursor: nextCursor };
  }

  @Get(':id')
  @ApiOperation({ summary: 'All that is known of a task: attempts, progress, result, error; of a group, its children' })
  @ApiOkResponse({ type: Object })
  @ApiProblems(400, 404, 503)
  show(@Param('id', TaskIdPipe) id: string): Promise<FoundTask> {
    return this.tasks.get(id);
  }
}
