import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SiteState, TaskState } from '#rotunda/contracts';
import { type LastScrape, LastScrapes } from '#rotunda/persistence';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { LiveState } from '#rotunda/tasks';
import { Needs } from '../access/needs.js';
import { ApiProblems } from '../http/api-problems.js';
import { LiveSchedules } from '../schedules/live-schedules.js';
import { LiveSites } from '../sites/live-sites.js';
import { presentTask } from '../tasks/views/present-task.js';
import { type ChamberOverview, OverviewView, presentSuccess } from './overview.view.js';
import { stalenessOf } from './staleness.js';

@ApiTags('tasks')
@Controller('overview')
export class OverviewController {
  constructor(
    private readonly scrapes: LastScrapes,
    private readonly live: LiveState,
    private readonly schedules: LiveSchedules,
    private readonly sites: LiveSites,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Needs('look')
  @ApiOperation({
    summary: 'Shows what each chamber did last, does now and does next, and whether its data are too old',
  })
  @ApiOkResponse({ type: OverviewView })
  @ApiProblems(503)
  async show(): Promise<OverviewView> {
    const recorded = await this.scrapes.read();
    const now = this.now();
    const chambers = this.sites.sites().map((site) => {
      const past = recorded.find(({ chamber }) => chamber === site.chamber);
      return this.chamber(site, past, now);
    });
    return { chambers, at: now.toISOString() };
  }

  private chamber(site: SiteState, past: LastScrape | undefined, now: Date): ChamberOverview {
    const { chamber } = site;
    const tasks = this.live.tasks().filter((task) => task.chamber === chamber);
    // The history is about a second behind.
    const scrapes = tasks.filter(({ name }) => name === 'scrape');
    const run = lastOf('queued', [past?.run ?? null, ...scrapes]);
    const success = lastOf('finished', [past?.success ?? null, ...scrapes.filter(({ state }) => state === 'SUCCESS')]);
    const schedules = this.schedules
      .schedules(now)
      .filter(({ task, chambers }) => task === 'scrape' && chambers.includes(chamber));
    const [next] = this.schedules
      .nextTicks(now)
      .filter((tick) => tick.chamber === chamber && tick.schedule.task === 'scrape')
      .toSorted((a, b) => a.fire.getTime() - b.fire.getTime());
    return {
      chamber,
      last_success: success && presentSuccess(success),
      last_run: run && presentTask(run),
      stale: stalenessOf(schedules, site, success?.times.finished ?? null, now),
      next_run: next ? { schedule: next.schedule.name, at: next.fire.toISOString() } : null,
      running: tasks.filter(({ state }) => state === 'STARTED').map(({ id }) => id),
    };
  }
}

/** Of two states of a task the later in the list, which is the live one. */
function lastOf(time: 'queued' | 'finished', tasks: (TaskState | null)[]): TaskState | null {
  const at = (task: TaskState | null): string => task?.times[time] ?? '';
  return tasks.reduce((last, task) => (at(task) >= at(last) ? task : last), null);
}
