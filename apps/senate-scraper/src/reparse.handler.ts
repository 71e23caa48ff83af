import { commandSubject, ReparseCommand } from '#rotunda/contracts';
import { type Disposition, JetStreamContext } from '#rotunda/messaging';
import { Reparse } from '#rotunda/scraping';
import { TaskRunner } from '#rotunda/tasks';
import { Controller } from '@nestjs/common';
import { Ctx, MessagePattern } from '@nestjs/microservices';
import { SenateSite } from './site/senate-site.js';

@Controller()
export class ReparseHandler {
  constructor(
    private readonly tasks: TaskRunner,
    private readonly reparse: Reparse,
    private readonly site: SenateSite,
  ) {}

  @MessagePattern(commandSubject('senate', 'reparse'))
  handle(@Ctx() { delivery }: JetStreamContext): Promise<Disposition> {
    return this.tasks.run(delivery, ReparseCommand, (task) => this.reparse.run('senate', this.site, task));
  }
}
