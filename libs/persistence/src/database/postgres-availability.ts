import { Availability, type Clock, CLOCK } from '#rotunda/runtime';
import { Inject, Injectable } from '@nestjs/common';
import { Registry } from 'prom-client';
import { PostgresHealth } from './postgres-health.js';

/** `rotunda_postgres_up`. */
@Injectable()
export class PostgresAvailability extends Availability {
  constructor(@Inject(Registry) registry: Registry, health: PostgresHealth, @Inject(CLOCK) now: Clock) {
    super(registry, health, 'Postgres', now);
  }
}
