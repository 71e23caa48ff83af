import { Controller, Get, HttpStatus, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CHAMBERS, TASK_NAMES, type WorkerState } from '#rotunda/contracts';
import { NatsHealth } from '#rotunda/messaging';
import { LAYOUT_CHANGED, PostgresHealth } from '#rotunda/persistence';
import type { Dependency } from '#rotunda/runtime';
import { LiveView } from '#rotunda/tasks';
import { type Clock, CLOCK } from '../clock.js';
import { presentSite, SiteEntryView } from '../sites/site-entry.js';
import { SiteView } from '../sites/site-view.js';
import { type ChangedLayout, SiteLayouts } from './site-layouts.js';

const OK = 'ok';

class DegradedSite {
  @ApiProperty({ enum: CHAMBERS })
  chamber!: string;
  @ApiProperty({ example: 'LayoutChanged' })
  code!: string;
  @ApiProperty({ description: 'What is not as it was' })
  message!: string;
  @ApiProperty({ description: 'The task that found it last' })
  task_id!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  at!: string | null;
}

class WithheldTasks {
  @ApiProperty({ example: 'senate-scraper@host' })
  worker!: string;
  @ApiProperty({ enum: CHAMBERS })
  chamber!: string;
  @ApiProperty({ enum: TASK_NAMES })
  task!: string;
  @ApiProperty({ description: 'What is missing, and what to do about it' })
  reason!: string;
}

class TasksHealth {
  @ApiProperty({ enum: ['ok', 'degraded', 'unavailable'] })
  status!: 'ok' | 'degraded' | 'unavailable';
  @ApiProperty({ description: '"ok", or what is wrong' })
  nats!: string;
  @ApiProperty({ description: '"ok", or what is wrong' })
  postgres!: string;
  @ApiProperty({ description: 'How many workers are there' })
  workers!: number;
  @ApiProperty({
    type: [DegradedSite],
    description: 'Sites whose layout is not known any more: a task that succeeds clears it',
  })
  degraded!: DegradedSite[];
  @ApiProperty({
    type: [SiteEntryView],
    description:
      'Whether each chamber’s scrapes are taken up; one that refuses us is `degraded`, one that is paused is not',
  })
  sites!: SiteEntryView[];
  @ApiProperty({
    type: [WithheldTasks],
    description: 'What workers are not allowed to take, such as scrapes of a site whose terms are not accepted',
  })
  withheld!: WithheldTasks[];
}

@ApiTags('tasks')
@Controller('tasks/health')
export class TasksHealthController {
  constructor(
    private readonly natsHealth: NatsHealth,
    private readonly postgresHealth: PostgresHealth,
    private readonly live: LiveView,
    private readonly layouts: SiteLayouts,
    private readonly siteView: SiteView,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Whether tasks can be given, who would do them, and whether the sites are as we know them' })
  @ApiOkResponse({ type: TasksHealth })
  @ApiResponse({ status: 503, type: TasksHealth, description: 'NATS or Postgres is away; the body has the same shape' })
  async health(@Res({ passthrough: true }) reply: FastifyReply): Promise<TasksHealth> {
    const [nats, postgres, changed] = await Promise.all([
      ask(this.natsHealth),
      ask(this.postgresHealth),
      this.layouts.changed(),
    ]);
    const healthy = nats === OK && postgres === OK;
    void reply.status(healthy ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    const workers = this.live.workers(this.now());
    const degraded = changed.map(presentDegraded);
    const sites = this.siteView.sites();
    const isRefused = sites.some(({ breaker }) => breaker.state !== 'closed');
    const status = degraded.length > 0 || isRefused ? 'degraded' : 'ok';
    return {
      ...{ status: healthy ? status : 'unavailable', nats, postgres, workers: workers.length, degraded },
      sites: sites.map(presentSite),
      withheld: workers.flatMap(presentWithheld),
    };
  }
}

const presentDegraded = ({ chamber, task }: ChangedLayout): DegradedSite => ({
  chamber,
  code: LAYOUT_CHANGED,
  message: task.error?.message ?? '',
  task_id: task.id,
  at: task.times.finished,
});

const presentWithheld = ({ name, chamber, withheld = {} }: WorkerState): WithheldTasks[] =>
  Object.entries(withheld).map(([task, reason]) => ({ worker: name, chamber, task, reason }));

async function ask(dependency: Dependency): Promise<string> {
  try {
    await dependency.check();
    return OK;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
