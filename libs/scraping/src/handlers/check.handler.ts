import type { Chamber, CheckCommand, CheckResult } from '#rotunda/contracts';
import type { RunningTask } from '#rotunda/tasks';
import { Inject } from '@nestjs/common';
import { GuardedSite } from '../gates/guarded-site.js';
import { SiteCheck } from '../gates/site-check.js';
import { SCRAPED_CHAMBER } from '../scraped-chamber.js';
import { Handles, type TaskHandler } from './task-handler.js';

@Handles('check')
export class CheckHandler implements TaskHandler<'check'> {
  constructor(
    @Inject(SCRAPED_CHAMBER) private readonly chamber: Chamber,
    private readonly site: GuardedSite,
    private readonly check: SiteCheck,
  ) {}

  run({ signal }: RunningTask<CheckCommand>): Promise<CheckResult> {
    return this.check.run(this.chamber, this.site, signal);
  }
}
