import { Inject, Injectable } from '@nestjs/common';
import { Registry } from 'prom-client';
import type { SiteState } from '#rotunda/contracts';
import { NatsAvailability } from '#rotunda/messaging';
import { readGauge } from '#rotunda/runtime';
import { LiveSites } from './live-sites.js';

const STATES = ['closed', 'half_open', 'open'] as const;

/** Gauges of pause and breaker, read when `/metrics` is requested; without a value while NATS is away. */
@Injectable()
export class SiteStateMetrics {
  constructor(@Inject(Registry) registry: Registry, live: LiveSites, nats: NatsAvailability) {
    const known = async (): Promise<SiteState[] | null> => ((await nats.isUp()) ? live.sites() : null);
    readGauge(
      registry,
      {
        name: 'rotunda_site_paused',
        help: '1 while an operator has paused the chamber',
        labelNames: ['chamber'],
      },
      known,
      (sites, gauge) => {
        for (const { chamber, paused } of sites) gauge.set({ chamber }, paused ? 1 : 0);
      },
    );
    readGauge(
      registry,
      {
        name: 'rotunda_site_breaker',
        help: '1 for the current state of the chamber’s circuit breaker',
        labelNames: ['chamber', 'state'],
      },
      known,
      (sites, gauge) => {
        for (const { chamber, breaker } of sites) {
          for (const state of STATES) gauge.set({ chamber, state }, breaker.state === state ? 1 : 0);
        }
      },
    );
  }
}
