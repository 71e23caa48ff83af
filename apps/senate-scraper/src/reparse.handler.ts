import { commandSubject, ReparseCommand } from '#rotunda/contracts';
import { type Disposition, JetStreamContext } from '#rotunda/messaging';
import { GuardedSite, PostgresGate, Reparse } from '#rotunda/scraping';
import { TaskRunner } from '#rotunda/tasks';
import { Controller } from '@nestjs/common';
import { Ctx, MessagePattern } from '@nestjs/microservices';

@Controller()
export class ReparseHandler {
  constructor(
    private readonly tasks: TaskRunner,
    private readonly reparse: Reparse,
    private readonly site: GuardedSite,
    private readonly postgres: PostgresGate,
  ) {}

  @MessagePattern(commandSubject('senate', 'reparse'))
  handle(@Ctx() { delivery }: JetStreamContext): Promise<Disposition> {
    return this.tasks.run(delivery, ReparseCommand, (task) =>
      this.postgres.during(() => this.reparse.run('senate', this.site, task)),
    );
  }
}
