import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { LiveState } from '#rotunda/tasks';
import { Needs } from '../../access/needs.js';
import { registeredCommands } from '../commands/commands.js';
import { LiveSchedules } from '../../schedules/live-schedules.js';
import { presentActive, presentRetry, presentTick } from './listed-task.views.js';
import { ACTIVE_EXAMPLE, SCHEDULED_EXAMPLE, STATS_EXAMPLE } from './task-list-examples.js';
import { ActiveTaskList, RegisteredCommandList, ScheduledTaskList, TaskStats } from './task-list-views.js';
import { countByState } from './task-counts.js';
import { nameWorkers, workerNamer } from '../../workers/worker-names.js';
import { presentWorkerStats } from '../../workers/worker.view.js';

/** What is going on now, from memory: a request costs neither NATS nor Postgres anything. */
@ApiTags('tasks')
@Controller('tasks')
export class TaskListsController {
  constructor(
    private readonly live: LiveState,
    private readonly schedules: LiveSchedules,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get('active')
  @Needs('look')
  @ApiOperation({ summary: 'Lists the running tasks' })
  @ApiOkResponse({ type: ActiveTaskList, example: ACTIVE_EXAMPLE })
  active(): ActiveTaskList {
    const workerOf = workerNamer(this.live, this.now());
    const running = this.live.tasks().filter(({ state }) => state === 'STARTED');
    const active_tasks = running.map((task) => presentActive(task, workerOf(task)));
    return { active_tasks, worker_count: this.workerCount(), active: active_tasks };
  }

  @Get('scheduled')
  @Needs('look')
  @ApiOperation({ summary: 'Lists the waiting retries and what the schedules publish next, soonest first' })
  @ApiOkResponse({ type: ScheduledTaskList, example: SCHEDULED_EXAMPLE })
  scheduled(): ScheduledTaskList {
    const workerOf = workerNamer(this.live, this.now());
    const retries = this.live
      .tasks()
      .flatMap((task) =>
        task.state === 'RETRY' && task.not_before ? [presentRetry(task, workerOf(task), task.not_before)] : [],
      );
    const all = [...retries, ...this.schedules.nextTicks(this.now()).map(presentTick)];
    const scheduled_tasks = all.toSorted((a, b) => a.eta.localeCompare(b.eta));
    return { scheduled_tasks, worker_count: this.workerCount(), scheduled: scheduled_tasks };
  }

  @Get('stats')
  @Needs('look')
  @ApiOperation({ summary: 'Shows the workers, and how many tasks are in each state' })
  @ApiOkResponse({ type: TaskStats, example: STATS_EXAMPLE })
  stats(): TaskStats {
    const live = this.live.workers(this.now());
    const names = nameWorkers(live);
    const tasks = countByState(this.live.tasks());
    return {
      status: live.length > 0 ? 'ok' : 'no_workers',
      workers: Object.fromEntries(live.map((worker) => [names.get(worker.id)!, presentWorkerStats(worker)])),
      worker_count: live.length,
      tasks,
      queued: tasks.PENDING + tasks.RETRY,
    };
  }

  @Get('registered')
  @Needs('look')
  @ApiOperation({ summary: 'Lists the commands with their fields' })
  @ApiOkResponse({ type: RegisteredCommandList })
  registered(): RegisteredCommandList {
    return { registered: registeredCommands() };
  }

  private workerCount(): number {
    return this.live.workers(this.now()).length;
  }
}
