import { Inject, Injectable } from '@nestjs/common';
import { Registry } from 'prom-client';
import { DeadLetterStream, MessagingUnavailableError, NatsAvailability } from '#rotunda/messaging';
import { type Clock, CLOCK, readGauge, SharedReading } from '#rotunda/runtime';

/** A gauge of the dead letters, without a value while NATS is away. */
@Injectable()
export class DeadLetterMetrics {
  constructor(
    @Inject(Registry) registry: Registry,
    private readonly letters: DeadLetterStream,
    private readonly nats: NatsAvailability,
    @Inject(CLOCK) now: Clock,
  ) {
    const reading = new SharedReading(() => this.count(), now);
    readGauge(
      registry,
      {
        name: 'rotunda_dead_letters',
        help: 'Tasks that were given up and wait for a person to replay or discard them',
      },
      async () => {
        const count = await reading.get();
        return (await this.nats.isUp()) ? count : null;
      },
      (count, gauge) => gauge.set(count),
    );
  }

  private async count(): Promise<number | null> {
    try {
      return (await this.nats.isUp()) ? await this.letters.count() : null;
    } catch (error) {
      if (error instanceof MessagingUnavailableError) return null;
      throw error;
    }
  }
}
