import { Body, Controller, Get, HttpCode, HttpStatus, Inject, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiParam, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { type Chamber, CHAMBERS, type SiteState } from '#rotunda/contracts';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { LiveState, SiteControl } from '#rotunda/tasks';
import { Needs } from '../access/needs.js';
import { Audited } from '../http/audited.js';
import { ApiProblems } from '../http/api-problems.js';
import { Sentence } from '../http/sentence.js';
import { type Destination, DestinationPipe, DESTINATIONS } from '../http/path-parameters.js';
import { presentSite, presentSiteStatus, SiteList, SiteStatusList } from './site-entry.js';
import { LiveSites } from './live-sites.js';

class PauseBody {
  @ApiPropertyOptional({ type: String, description: 'Why, for others who wonder why nothing runs', maxLength: 1000 })
  @IsOptional()
  @Sentence(1000)
  reason?: string | null;
}

/** Pauses and resumes a chamber's scrapes; `check` and `reparse` always go on. */
@ApiTags('sites')
@Controller('sites')
export class SitesController {
  constructor(
    private readonly live: LiveSites,
    private readonly control: SiteControl,
    private readonly workers: LiveState,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Needs('look')
  @ApiOperation({ summary: 'Shows whether each chamber’s scrapes run, and if not, why' })
  @ApiOkResponse({ type: SiteStatusList })
  async list(): Promise<SiteStatusList> {
    const workers = this.workers.workers(this.now());
    const sites = this.live.sites().map(async (site) => {
      return presentSiteStatus(site, workers, await this.live.budget(site.chamber));
    });
    return { sites: await Promise.all(sites) };
  }

  @Post(':chamber/pause')
  @Audited('site.pause')
  @Needs('act')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Pauses a chamber: its scrapes stay in the queue until it is resumed; running ones finish' })
  @ApiParam({ name: 'chamber', enum: DESTINATIONS })
  @ApiBody({ type: PauseBody, required: false })
  @ApiOkResponse({ type: SiteList })
  @ApiProblems(400, 404, 413, 415, 422, 503)
  pause(@Param('chamber', DestinationPipe) chamber: Destination, @Body() body?: PauseBody): Promise<SiteList> {
    return each(chamber, (one) => this.control.pause(one, body?.reason ?? null));
  }

  @Post(':chamber/resume')
  @Audited('site.resume')
  @Needs('act')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Resumes a chamber, also after its site refused us: closes the breaker' })
  @ApiParam({ name: 'chamber', enum: DESTINATIONS })
  @ApiOkResponse({ type: SiteList })
  @ApiProblems(404, 503)
  resume(@Param('chamber', DestinationPipe) chamber: Destination): Promise<SiteList> {
    return each(chamber, (one) => this.control.resume(one));
  }
}

async function each(destination: Destination, change: (chamber: Chamber) => Promise<SiteState>): Promise<SiteList> {
  const chambers = destination === 'all' ? CHAMBERS : [destination];
  return { sites: (await Promise.all(chambers.map(change))).map(presentSite) };
}
