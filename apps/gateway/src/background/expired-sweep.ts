import { Inject, Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { isFinal } from '#rotunda/contracts';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { ExpiredCommands, hasExpired, LiveState } from '#rotunda/tasks';
import { OneAtATime } from './one-at-a-time.js';

const EVERY_MS = 10_000;

/**
 * Removes commands that expired before a worker took them: while no worker is running, a schedule with `overlap: allow`
 * would fill the queue.
 */
@Injectable()
export class ExpiredSweep {
  private readonly logger = new Logger('queue');
  private readonly turn = new OneAtATime('expired commands');

  constructor(
    private readonly live: LiveState,
    private readonly expired: ExpiredCommands,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Interval(EVERY_MS)
  sweep(): Promise<void> {
    return this.turn.run(async () => {
      const now = this.now();
      const over = this.live.tasks().filter((task) => !isFinal(task.state) && hasExpired(task, now));
      for (const { id } of over) await this.expired.revoke(id, now);
      if (over.length > 0) this.logger.log(`${over.length} commands expired before a worker took them: REVOKED`);
    });
  }
}
