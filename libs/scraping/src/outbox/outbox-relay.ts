import type { Chamber } from '#rotunda/contracts';
import { DisclosureStream } from '#rotunda/messaging';
import { Outbox } from '#rotunda/persistence';
import { outOfContext, traceOf } from '#rotunda/runtime';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { SCRAPED_CHAMBER } from '../scraped-chamber.js';

const BATCH = 200;
const SWEEP_MS = 60_000;

/**
 * Publishes what was committed to the event stream: right after each commit, and once a minute for what a crash or an
 * outage left behind. A message sent twice has the same id, so the stream keeps one.
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

  /** Starts sending, without waiting for it. */
  @Interval(SWEEP_MS)
  nudge(): void {
    this.again = true;
    this.relaying ??= outOfContext(() => this.relay()).finally(() => {
      this.relaying = null;
      // Requested after the last look, but before this point: without another run it would wait for the sweep.
      if (this.again) this.nudge();
    });
  }

  /** Not in `onModuleDestroy`: that would make all other shutdown hooks wait. */
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
    await Promise.all(
      batch.map(({ subject, payload, messageId, trace }) =>
        this.stream.publish(
          subject,
          payload,
          messageId,
          traceOf((name) => trace?.[name]),
        ),
      ),
    );
    if (batch.length > 0) await this.outbox.markSent(batch.map(({ id }) => id));
    return batch.length === BATCH;
  }
}
