import { Controller, Get, HttpStatus, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { NatsHealth } from '#rotunda/messaging';
import { PostgresHealth } from '#rotunda/persistence';
import { type Clock, CLOCK } from '#rotunda/runtime';
import type { Dependency } from '#rotunda/runtime';
import { LiveState } from '#rotunda/tasks';
import { Needs } from '../../access/needs.js';
import { presentSite } from '../../sites/site-entry.js';
import { LiveSites } from '../../sites/live-sites.js';
import { SiteLayouts } from './site-layouts.js';
import { HEALTH_EXAMPLES, OUTAGE_EXAMPLES } from './tasks-health-examples.js';
import {
  ALL_DRAIN,
  isLeft,
  NO_WORKER,
  OPERATIONAL,
  presentDegraded,
  presentWithheld,
  TasksHealth,
} from './tasks-health.view.js';

const OK = 'ok';

@ApiTags('tasks')
@Controller('tasks/health')
export class TasksHealthController {
  constructor(
    private readonly natsHealth: NatsHealth,
    private readonly postgresHealth: PostgresHealth,
    private readonly live: LiveState,
    private readonly layouts: SiteLayouts,
    private readonly liveSites: LiveSites,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Needs('look')
  @ApiOperation({
    summary: 'Shows whether commands can be queued, who would do them, and whether the sites’ layouts are known',
  })
  @ApiOkResponse({ type: TasksHealth, examples: HEALTH_EXAMPLES })
  @ApiResponse({
    status: 503,
    type: TasksHealth,
    description: 'NATS or Postgres is unavailable; the body has the same shape',
    examples: OUTAGE_EXAMPLES,
  })
  async health(@Res({ passthrough: true }) reply: FastifyReply): Promise<TasksHealth> {
    const [nats, postgres, layouts] = await Promise.all([
      ask(this.natsHealth),
      ask(this.postgresHealth),
      this.layouts.changed(),
    ]);
    const outages = [nats, postgres].filter((answer) => answer !== OK);
    void reply.status(outages.length === 0 ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    const workers = this.live.workers(this.now());
    // While NATS is unavailable, nobody knows which workers are running.
    const nobody = workers.length === 0 ? [NO_WORKER] : isLeft(workers) ? [ALL_DRAIN] : [];
    const reasons = nats === OK ? [...outages, ...nobody] : outages;
    const sites = this.liveSites.sites();
    return {
      status: reasons.length === 0 ? 'healthy' : 'unhealthy',
      message: reasons.join('; ') || OPERATIONAL,
      workers: workers.length,
      nats,
      postgres,
      degraded: presentDegraded(layouts, sites, workers),
      sites: sites.map(presentSite),
      withheld: workers.flatMap(presentWithheld),
    };
  }
}

async function ask(dependency: Dependency): Promise<string> {
  try {
    await dependency.check();
    return OK;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
