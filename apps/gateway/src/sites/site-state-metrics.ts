import { Inject, Injectable } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';
import { SiteView } from './site-view.js';

const STATES = ['closed', 'half_open', 'open'] as const;

/** Gauges of pause and breaker, read when `/metrics` is asked for. */
@Injectable()
export class SiteStateMetrics {
  constructor(@Inject(Registry) registry: Registry, view: SiteView) {
    const paused = new Gauge({
      name: 'rotunda_site_paused',
      help: '1 while an operator holds the chamber back',
      labelNames: ['chamber'],
      registers: [registry],
      collect: () => view.sites().forEach((site) => paused.set({ chamber: site.chamber }, site.paused ? 1 : 0)),
    });
    const breaker = new Gauge({
      name: 'rotunda_site_breaker',
      help: '1 for the state that the circuit breaker of the chamber is in',
      labelNames: ['chamber', 'state'],
      registers: [registry],
      collect: () => {
        for (const site of view.sites()) {
          for (const state of STATES)
            breaker.set({ chamber: site.chamber, state }, site.breaker.state === state ? 1 : 0);
        }
      },
    });
  }
}
