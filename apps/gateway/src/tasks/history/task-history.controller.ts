import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiProperty, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { Needs } from '../../access/needs.js';
import { ApiProblems } from '../../http/api-problems.js';
import { NEXT_CURSOR } from '../../http/list-params.js';
import { TaskIdPipe } from '../../http/path-parameters.js';
import { TaskLookup } from '../lookup/task-lookup.js';
import { TaskFilterParams, TaskListParams } from '../search/task-filter-params.js';
import { TaskFilterReader } from '../search/task-filters.js';
import { TaskHistory } from '../search/task-history.js';
import { countView, TaskCountView } from './task-count.view.js';
import { presentFound, presentTask } from '../views/present-task.js';
import { TaskGroupView, TaskView } from '../views/task-views.js';

/** Counting all of a million takes too long for a page that shows the number beside its list. */
const COUNTED = 10_000;

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
    private readonly filters: TaskFilterReader,
    private readonly tasks: TaskLookup,
  ) {}

  @Get()
  @Needs('look')
  @ApiOperation({ summary: 'Lists all tasks, or those that match, last queued first' })
  @ApiOkResponse({ type: TaskPage })
  @ApiProblems(400, 503)
  async list(@Query() params: TaskListParams): Promise<TaskPage> {
    const { limit, cursor } = params;
    const { items, nextCursor } = await this.history.page({ ...this.filters.read(params), limit, cursor });
    return { data: items.map(presentTask), next_cursor: nextCursor };
  }

  @Get('count')
  @Needs('look')
  @ApiOperation({ summary: 'Counts the tasks that match, by state; of many, only the first 10,000' })
  @ApiOkResponse({ type: TaskCountView })
  @ApiProblems(400, 503)
  async count(@Query() params: TaskFilterParams): Promise<TaskCountView> {
    const { states, isCut } = await this.history.count(this.filters.read(params), COUNTED);
    return countView(states, isCut);
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
