import { CheckCommand, commandSubject } from '#rotunda/contracts';
import { type Disposition, JetStreamContext } from '#rotunda/messaging';
import { FailureEvidence, GuardedSite, SiteCheck } from '#rotunda/scraping';
import { TaskRunner } from '#rotunda/tasks';
import { Controller } from '@nestjs/common';
import { Ctx, MessagePattern } from '@nestjs/microservices';

@Controller()
export class CheckHandler {
  constructor(
    private readonly tasks: TaskRunner,
    private readonly check: SiteCheck,
    private readonly site: GuardedSite,
    private readonly evidence: FailureEvidence,
  ) {}

  @MessagePattern(commandSubject('senate', 'check'))
  handle(@Ctx() { delivery }: JetStreamContext): Promise<Disposition> {
    return this.tasks.run(delivery, CheckCommand, (task) =>
      this.evidence.during(task, () => this.check.run('senate', this.site, task.signal)),
    );
  }
}
