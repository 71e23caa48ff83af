import type { Chamber, ReparseCommand, ReparseResult } from '#rotunda/contracts';
import type { RunningTask } from '#rotunda/tasks';
import { Inject } from '@nestjs/common';
import { GuardedSite } from '../gates/guarded-site.js';
import { Reparse } from '../reparse/reparse.js';
import { SCRAPED_CHAMBER } from '../scraped-chamber.js';
import { Handles, type TaskHandler } from './task-handler.js';

@Handles('reparse')
export class ReparseHandler implements TaskHandler<'reparse'> {
  constructor(
    @Inject(SCRAPED_CHAMBER) private readonly chamber: Chamber,
    private readonly site: GuardedSite,
    private readonly reparse: Reparse,
  ) {}

  run(task: RunningTask<ReparseCommand>): Promise<ReparseResult> {
    return this.reparse.run(this.chamber, this.site, task);
  }
}
