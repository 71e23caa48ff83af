import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiProperty, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { ApiProblems } from '../../http/api-problems.js';
import { presentTask, type ShownTask, TaskAttemptView } from './attempt-views.js';
import { TaskIdPipe } from '../../http/path-parameters.js';
import { historyFilters, TaskListParams } from './task-list-params.js';
import { TaskHistory } from './task-history.js';
import { TaskLookup } from '../lookup/task-lookup.js';

const ATTEMPTS = { type: 'array', items: { $ref: getSchemaPath(TaskAttemptView) } };
const TASK = { type: 'object', properties: { attempts: ATTEMPTS }, additionalProperties: true };

class TaskPage {
  @ApiProperty({ type: [Object], description: 'Each as `tasks/{id}` shows it' })
  data!: ShownTask[];
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
  async list(@Query() params: TaskListParams): Promise<TaskPage> {
    const { items, nextCursor } = await this.history.page(historyFilters(params));
    return { data: items.map(presentTask), next_cursor: nextCursor };
  }

  @Get(':id')
  @ApiOperation({ summary: 'All that is known of a task: attempts, progress, result, error; of a group, its children' })
  @ApiExtraModels(TaskAttemptView)
  @ApiOkResponse({ schema: TASK })
  @ApiProblems(400, 404, 503)
  async show(@Param('id', TaskIdPipe) id: string): Promise<ShownTask> {
    return presentTask(await this.tasks.getKnown(id));
  }
}
