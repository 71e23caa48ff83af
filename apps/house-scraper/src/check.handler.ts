import { CheckCommand, commandSubject } from '#rotunda/contracts';
import { type Disposition, JetStreamContext } from '#rotunda/messaging';
import { GuardedSite, SiteCheck } from '#rotunda/scraping';
import { TaskRunner } from '#rotunda/tasks';
import { Controller } from '@nestjs/common';
import { Ctx, MessagePattern } from '@nestjs/microservices';

@Controller()
export class CheckHandler {
  constructor(
    private readonly tasks: TaskRunner,
    private readonly check: SiteCheck,
    private readonly site: GuardedSite,
  ) {}

  @MessagePattern(commandSubject('house', 'check'))
  handle(@Ctx() { delivery }: JetStreamContext): Promise<Disposition> {
    return this.tasks.run(delivery, CheckCommand, ({ signal }) => this.check.run('house', this.site, signal));
  }
}
