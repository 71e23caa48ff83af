import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiProperty, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { Needs } from '../../access/needs.js';
import { ApiProblems } from '../../http/api-problems.js';
import { NEXT_CURSOR } from '../../http/list-params.js';
import { TaskIdPipe } from '../../http/path-parameters.js';
import { historyFilters, TaskListParams } from './task-list-params.js';
import { TaskHistory } from './task-history.js';
import { TaskLookup } from '../lookup/task-lookup.js';
import { presentFound, presentTask } from '../views/present-task.js';
import { TaskGroupView, TaskView } from '../views/task-views.js';

const TASK_OR_GROUP = { oneOf: [{ $ref: getSchemaPath(TaskView) }, { $ref: getSchemaPath(TaskGroupView) }] };

class TaskPage {
  @ApiProperty({ type: [TaskView], description: 'Each as `tasks/{id}` shows it' })
  data!: TaskView[];
  @ApiProperty(NEXT_CURSOR)
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
  @Needs('look')
  @ApiOperation({ summary: 'Lists all tasks, last queued first' })
  @ApiOkResponse({ type: TaskPage })
  @ApiProblems(400, 503)
  async list(@Query() params: TaskListParams): Promise<TaskPage> {
    const { items, nextCursor } = await this.history.page(historyFilters(params));
    return { data: items.map(presentTask), next_cursor: nextCursor };
  }

  @Get(':id')
  @Needs('look')
  @ApiOperation({ summary: 'Shows a task with its attempts, progress, result and error, or a group with its children' })
  @ApiExtraModels(TaskView, TaskGroupView)
  @ApiOkResponse({ schema: TASK_OR_GROUP })
  @ApiProblems(400, 404, 503)
  async show(@Param('id', TaskIdPipe) id: string): Promise<TaskView | TaskGroupView> {
    return presentFound(await this.tasks.getKnown(id));
  }
}
