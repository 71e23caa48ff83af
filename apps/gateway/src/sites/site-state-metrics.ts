import { Inject, Injectable } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';
import { LiveSites } from './live-sites.js';

const STATES = ['closed', 'half_open', 'open'] as const;

/** Gauges of pause and breaker, read when `/metrics` is requested. */
@Injectable()
export class SiteStateMetrics {
  constructor(@Inject(Registry) registry: Registry, live: LiveSites) {
    const paused = new Gauge({
      name: 'rotunda_site_paused',
      help: '1 while an operator has paused the chamber',
      labelNames: ['chamber'],
      registers: [registry],
      collect: () => live.sites().forEach((site) => paused.set({ chamber: site.chamber }, site.paused ? 1 : 0)),
    });
    const breaker = new Gauge({
      name: 'rotunda_site_breaker',
      help: '1 for the current state of the chamber’s circuit breaker',
      labelNames: ['chamber', 'state'],
      registers: [registry],
      collect: () => {
        for (const site of live.sites()) {
          for (const state of STATES)
            breaker.set({ chamber: site.chamber, state }, site.breaker.state === state ? 1 : 0);
        }
      },
    });
  }
}
