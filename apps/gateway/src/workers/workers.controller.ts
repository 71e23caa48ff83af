import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { LiveState } from '#rotunda/tasks';
import { presentWorker, WorkerList } from './worker.view.js';

@ApiTags('workers')
@Controller('workers')
export class WorkersController {
  constructor(
    private readonly live: LiveState,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The workers that are there, and what each has in hand' })
  @ApiOkResponse({ type: WorkerList })
  list(): WorkerList {
    return { workers: this.live.workers(this.now()).map(presentWorker) };
  }
}
