import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { LiveState } from '#rotunda/tasks';
import { Needs } from '../access/needs.js';
import { presentWorker, WorkerList } from './worker.view.js';

@ApiTags('workers')
@Controller('workers')
export class WorkersController {
  constructor(
    private readonly live: LiveState,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Needs('look')
  @ApiOperation({ summary: 'Lists the running workers and the tasks that each is doing' })
  @ApiOkResponse({ type: WorkerList })
  list(): WorkerList {
    return { workers: this.live.workers(this.now()).map(presentWorker) };
  }
}
