import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { QueueLeftovers } from '#rotunda/tasks';
import { OneAtATime } from './one-at-a-time.js';

const EVERY_MS = 10_000;

/** Removes finished commands that are in the queue again, and repairs consumers: see `QueueLeftovers`. */
@Injectable()
export class LeftoverSweep {
  private readonly logger = new Logger('queue');
  private readonly turn = new OneAtATime('leftovers of the queue');

  constructor(private readonly leftovers: QueueLeftovers) {}

  @Interval(EVERY_MS)
  sweep(): Promise<void> {
    return this.turn.run(async () => {
      const { removed, replaced } = await this.leftovers.tidy();
      if (removed > 0) this.logger.warn(`removed ${removed} finished commands that were in the queue again`);
      for (const consumer of replaced) {
        this.logger.warn(`replaced the consumer ${consumer}, which was ahead of its stream and skipped commands`);
      }
    });
  }
}
