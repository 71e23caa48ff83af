import type { Chamber } from '#rotunda/contracts';
import { DisclosureStream } from '#rotunda/messaging';
import { Outbox } from '#rotunda/persistence';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { SCRAPED_CHAMBER } from '../scraped-chamber.js';

const BATCH = 200;
const SWEEP_MS = 60_000;

/**
 * Tells the event stream what was committed: right after each commit, and once a minute for what a crash or an outage
 * left behind. A message that is sent twice has the same id, and the stream keeps one.
 */
@Injectable()
export class OutboxRelay implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Outbox');
  private relaying: Promise<void> | null = null;
  private again = false;

  constructor(
    private readonly outbox: Outbox,
    private readonly stream: DisclosureStream,
    @Inject(SCRAPED_CHAMBER) private readonly chamber: Chamber,
  ) {}

  /** There is something to send; does not wait for it. */
  @Interval(SWEEP_MS)
  nudge(): void {
    this.again = true;
    this.relaying ??= this.relay().finally(() => {
      this.relaying = null;
      // Asked for after the last look, and before this: nobody else would look before the sweep.
      if (this.again) this.nudge();
    });
  }

  /** Not in `onModuleDestroy`: whoever else is to be told of the stop would wait for it, too. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.relaying;
  }

  private async relay(): Promise<void> {
    try {
      while (this.again) {
        this.again = false;
        while (await this.sendBatch());
      }
    } catch (error) {
      // Nothing is lost: the rows wait in the outbox for the next commit or sweep.
      this.logger.warn(`announcements wait: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private async sendBatch(): Promise<boolean> {
    const batch = await this.outbox.pending(this.chamber, BATCH);
    await Promise.all(batch.map(({ subject, payload, messageId }) => this.stream.publish(subject, payload, messageId)));
    if (batch.length > 0) await this.outbox.markSent(batch.map(({ id }) => id));
    return batch.length === BATCH;
  }
}
