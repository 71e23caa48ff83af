import { Inject, Injectable } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';
import type { SiteState } from '#rotunda/contracts';
import { NatsAvailability } from '#rotunda/messaging';
import { LiveSites } from './live-sites.js';

const STATES = ['closed', 'half_open', 'open'] as const;

/** Gauges of pause and breaker, read when `/metrics` is requested; without a value while NATS is away. */
@Injectable()
export class SiteStateMetrics {
  constructor(@Inject(Registry) registry: Registry, live: LiveSites, nats: NatsAvailability) {
    const known = async (): Promise<SiteState[]> => ((await nats.isUp()) ? live.sites() : []);
    const paused: Gauge = new Gauge({
      name: 'rotunda_site_paused',
      help: '1 while an operator has paused the chamber',
      labelNames: ['chamber'],
      registers: [registry],
      collect: async () => {
        const sites = await known();
        paused.reset();
        for (const site of sites) paused.set({ chamber: site.chamber }, site.paused ? 1 : 0);
      },
    });
    const breaker: Gauge = new Gauge({
      name: 'rotunda_site_breaker',
      help: '1 for the current state of the chamber’s circuit breaker',
      labelNames: ['chamber', 'state'],
      registers: [registry],
      collect: async () => {
        const sites = await known();
        breaker.reset();
        for (const site of sites) {
          for (const state of STATES)
            breaker.set({ chamber: site.chamber, state }, site.breaker.state === state ? 1 : 0);
        }
      },
    });
  }
}
