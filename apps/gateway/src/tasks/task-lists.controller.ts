import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Clock, CLOCK } from '../clock.js';
import { LiveView } from '#rotunda/tasks';
import { registeredCommands } from './commands.js';
import { ScheduleView } from './schedule-view.js';
import { ActiveTaskList, RegisteredCommandList, ScheduledTaskList, TaskStats } from './task-list-views.js';
import { countByState } from './task-counts.js';
import { presentActive, presentRetry } from './task-views.js';
import { presentWorker } from './worker.view.js';

/** What is going on right now. Read from the live view: asking costs nobody anything. */
@ApiTags('tasks')
@Controller('tasks')
export class TaskListsController {
  constructor(
    private readonly live: LiveView,
    private readonly scheduleView: ScheduleView,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get('active')
  @ApiOperation({ summary: 'The tasks that run' })
  @ApiOkResponse({ type: ActiveTaskList })
  active(): ActiveTaskList {
    const running = this.live.tasks().filter(({ state }) => state === 'STARTED');
    return { active: running.map(presentActive) };
  }

  @Get('scheduled')
  @ApiOperation({ summary: 'Retries that wait, and what the schedules publish next; the soonest first' })
  @ApiOkResponse({ type: ScheduledTaskList })
  scheduled(): ScheduledTaskList {
    const retries = this.live
      .tasks()
      .flatMap((task) => (task.state === 'RETRY' && task.not_before ? [presentRetry(task, task.not_before)] : []));
    const scheduled = [...retries, ...this.scheduleView.nextTicks(this.now())];
    return { scheduled: scheduled.toSorted((a, b) => a.eta.localeCompare(b.eta)) };
  }

  @Get('stats')
  @ApiOperation({ summary: 'Workers, and how many tasks there are of each state' })
  @ApiOkResponse({ type: TaskStats })
  stats(): TaskStats {
    const workers = this.live.workers(this.now()).map(presentWorker);
    const tasks = countByState(this.live.tasks());
    return { status: workers.length > 0 ? 'ok' : 'no_workers', workers, tasks, queued: tasks.PENDING + tasks.RETRY };
  }

  @Get('registered')
  @ApiOperation({ summary: 'The commands that exist, with their fields' })
  @ApiOkResponse({ type: RegisteredCommandList })
  registered(): RegisteredCommandList {
    return { registered: registeredCommands() };
  }
}
