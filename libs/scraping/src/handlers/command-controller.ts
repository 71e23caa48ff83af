import { type Chamber, commandLanesOf, kindOf, type TaskName } from '#rotunda/contracts';
import { type Disposition, JetStreamContext } from '#rotunda/messaging';
import { TaskRunner } from '#rotunda/tasks';
import { Controller, Inject, type Type } from '@nestjs/common';
import { Ctx, MessagePattern } from '@nestjs/microservices';
import { PostgresGate } from '../gates/postgres-gate.js';
import { FailureEvidence } from '../scrape/failure-evidence.js';
import type { HandlerClass, TaskHandler } from './task-handler.js';

/** Takes a kind's commands from the queue, in each lane, and passes them to its handler. */
export function commandController(chamber: Chamber, name: TaskName, handlerClass: HandlerClass): Type {
  const { command, needs } = kindOf(name);
  const lanes = commandLanesOf(chamber).filter((lane) => lane.name === name);

  @Controller()
  class CommandController {
    constructor(
      private readonly tasks: TaskRunner,
      private readonly evidence: FailureEvidence,
      private readonly postgres: PostgresGate,
      @Inject(handlerClass) private readonly handler: TaskHandler,
    ) {}

    @MessagePattern(lanes.map(({ subject }) => subject))
    handle(@Ctx() { delivery }: JetStreamContext): Promise<Disposition> {
      return this.tasks.run(delivery, command, (task) =>
        this.evidence.during(task, () => {
          const work = () => this.handler.run(task);
          return needs.includes('postgres') ? this.postgres.during(work) : work();
        }),
      );
    }
  }

  return CommandController;
}
