import type { Chamber } from '#rotunda/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { Histogram, Registry } from 'prom-client';
import { SCRAPED_CHAMBER } from '../scraped-chamber.js';

const SECOND_MS = 1_000;
/** From one courtesy interval up to a long queue of workers. */
const BUCKETS_S = [0.1, 0.5, 1, 2, 5, 10, 30, 60, 300];

/** Metrics of this process's requests to its site. */
@Injectable()
export class SiteMetrics {
  private readonly waits: Histogram;

  constructor(
    @Inject(Registry) registry: Registry,
    @Inject(SCRAPED_CHAMBER) private readonly chamber: Chamber,
  ) {
    this.waits = new Histogram({
      name: 'rotunda_site_budget_wait_seconds',
      help: 'How long each request waited for its turn in the budget of its chamber',
      labelNames: ['chamber'],
      buckets: BUCKETS_S,
      registers: [registry],
    });
  }

  waited(ms: number): void {
    this.waits.observe({ chamber: this.chamber }, ms / SECOND_MS);
  }
}
