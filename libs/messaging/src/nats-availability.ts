import { Availability, type Clock, CLOCK } from '#rotunda/runtime';
import { Inject, Injectable } from '@nestjs/common';
import { Registry } from 'prom-client';
import { NatsClient } from './connection/nats-client.js';
import { NatsHealth } from './nats-health.js';

/** `rotunda_nats_up`. */
@Injectable()
export class NatsAvailability extends Availability {
  constructor(
    @Inject(Registry) registry: Registry,
    health: NatsHealth,
    private readonly client: NatsClient,
    @Inject(CLOCK) now: Clock,
  ) {
    super(registry, health, 'NATS JetStream', now);
  }

  /** A lost connection is known at once. */
  override async isUp(): Promise<boolean> {
    return this.client.isConnected && super.isUp();
  }
}
