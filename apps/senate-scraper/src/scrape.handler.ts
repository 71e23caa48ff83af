import { commandSubject, ScrapeCommand } from '#rotunda/contracts';
import { type Disposition, JetStreamContext } from '#rotunda/messaging';
import { FailureEvidence, FilingScrape, GuardedSite, PostgresGate } from '#rotunda/scraping';
import { TaskRunner } from '#rotunda/tasks';
import { Controller } from '@nestjs/common';
import { Ctx, MessagePattern } from '@nestjs/microservices';

@Controller()
export class ScrapeHandler {
  constructor(
    private readonly tasks: TaskRunner,
    private readonly scrape: FilingScrape,
    private readonly site: GuardedSite,
    private readonly postgres: PostgresGate,
    private readonly evidence: FailureEvidence,
  ) {}

  @MessagePattern(commandSubject('senate', 'scrape'))
  handle(@Ctx() { delivery }: JetStreamContext): Promise<Disposition> {
    return this.tasks.run(delivery, ScrapeCommand, (task) =>
      this.evidence.during(task, () => this.postgres.during(() => this.scrape.run('senate', this.site, task))),
    );
  }
}
