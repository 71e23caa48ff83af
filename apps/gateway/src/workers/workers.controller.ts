import { Controller, Get, HttpCode, HttpStatus, Inject, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { LiveState } from '#rotunda/tasks';
import { Needs } from '../access/needs.js';
import { ApiProblems } from '../http/api-problems.js';
import { Audited } from '../http/audited.js';
import { WorkerControl } from './worker-control.js';
import { presentWorker, WorkerList, WorkerPings, WorkerView } from './worker.view.js';

const ApiWorker = (): MethodDecorator =>
  ApiParam({ name: 'worker', description: 'Its name or its id', example: 'house-scraper@host' });

@ApiTags('workers')
@Controller('workers')
export class WorkersController {
  constructor(
    private readonly live: LiveState,
    private readonly control: WorkerControl,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Needs('look')
  @ApiOperation({ summary: 'Lists the running workers and the tasks that each is doing' })
  @ApiOkResponse({ type: WorkerList })
  list(): WorkerList {
    return { workers: this.live.workers(this.now()).map(presentWorker) };
  }

  @Get('ping')
  @Needs('look')
  @ApiOperation({ summary: 'Asks each running worker whether it answers' })
  @ApiOkResponse({ type: WorkerPings })
  @ApiProblems(503)
  async ping(): Promise<WorkerPings> {
    return { workers: await this.control.pingAll() };
  }

  @Get(':worker')
  @Needs('look')
  @ApiOperation({ summary: 'Shows a running worker' })
  @ApiWorker()
  @ApiOkResponse({ type: WorkerView })
  @ApiProblems(404)
  show(@Param('worker') worker: string): WorkerView {
    return presentWorker(this.control.find(worker));
  }

  @Post(':worker/drain')
  @Audited('worker.drain')
  @Needs('act')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiOperation({
    summary:
      'Drains a worker: it takes no more tasks, ends those that it has, and exits with code 10, after which its ' +
      'supervisor should not start it again',
  })
  @ApiWorker()
  @ApiAcceptedResponse({ type: WorkerView })
  @ApiProblems(404, 503, 504)
  async drain(@Param('worker') worker: string): Promise<WorkerView> {
    return presentWorker(await this.control.ask(worker, 'drain'));
  }

  @Post(':worker/restart')
  @Audited('worker.restart')
  @Needs('act')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiOperation({
    summary:
      'Restarts a worker: it takes no more tasks, ends those that it has, and exits with code 0, after which its ' +
      'supervisor starts it again',
  })
  @ApiWorker()
  @ApiAcceptedResponse({ type: WorkerView })
  @ApiProblems(404, 503, 504)
  async restart(@Param('worker') worker: string): Promise<WorkerView> {
    return presentWorker(await this.control.ask(worker, 'restart'));
  }
}
