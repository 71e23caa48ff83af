import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { QueueLeftovers } from '#rotunda/tasks';
import { OneAtATime } from './one-at-a-time.js';

const EVERY_MS = 10_000;

/** Keeps the queue free of commands that are done, and its consumers in step with it: see `QueueLeftovers`. */
@Injectable()
export class LeftoverSweep {
  private readonly logger = new Logger('queue');
  private readonly turn = new OneAtATime('leftovers of the queue');

  constructor(private readonly leftovers: QueueLeftovers) {}

  @Interval(EVERY_MS)
  sweep(): Promise<void> {
    return this.turn.run(async () => {
      const { removed, replaced } = await this.leftovers.tidy();
      if (removed > 0) this.logger.warn(`${removed} commands that are done were in the queue again: removed`);
      for (const consumer of replaced) {
        this.logger.warn(`the consumer ${consumer} was ahead of its stream and skipped commands: replaced`);
      }
    });
  }
}
