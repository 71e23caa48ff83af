import type { Chamber, ScrapeCommand, ScrapeResult } from '#rotunda/contracts';
import type { RunningTask } from '#rotunda/tasks';
import { Inject } from '@nestjs/common';
import { GuardedSite } from '../gates/guarded-site.js';
import { SCRAPED_CHAMBER } from '../scraped-chamber.js';
import { FilingScrape } from '../scrape/filing-scrape.js';
import { Handles, type TaskHandler } from './task-handler.js';

@Handles('scrape')
export class ScrapeHandler implements TaskHandler<'scrape'> {
  constructor(
    @Inject(SCRAPED_CHAMBER) private readonly chamber: Chamber,
    private readonly site: GuardedSite,
    private readonly scrape: FilingScrape,
  ) {}

  run(task: RunningTask<ScrapeCommand>): Promise<ScrapeResult> {
    return this.scrape.run(this.chamber, this.site, task);
  }
}
