import type { Chamber } from '#rotunda/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { Counter, Histogram, Registry } from 'prom-client';
import type { Exchange } from '../fetch/last-exchange.js';
import { FAILED_REQUESTS, requestStatus } from '../fetch/request-status.js';
import { SCRAPED_CHAMBER } from '../scraped-chamber.js';

const SECOND_MS = 1_000;
/** From one courtesy interval up to a long queue of workers. */
const WAITS_S = [0.1, 0.5, 1, 2, 5, 10, 30, 60, 300];
const DURATIONS_S = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
/** Counted from the start, so that a rate includes the first one. */
const USUAL_STATUSES = ['200', '302', '304', '403', '404', '429', '500', '502', '503', ...FAILED_REQUESTS];

/** Metrics of this process's requests to its site. */
@Injectable()
export class SiteMetrics {
  private readonly waits: Histogram;
  private readonly requests: Counter;
  private readonly durations: Histogram;

  constructor(
    @Inject(Registry) registry: Registry,
    @Inject(SCRAPED_CHAMBER) private readonly chamber: Chamber,
  ) {
    const registers = [registry];
    this.waits = new Histogram({
      name: 'rotunda_site_budget_wait_seconds',
      help: 'How long each request waited for its turn in the budget of its chamber',
      labelNames: ['chamber'],
      buckets: WAITS_S,
      registers,
    });
    this.requests = new Counter({
      name: 'rotunda_site_requests_total',
      help:
        'Requests to the site by the HTTP status of the answer; without one: timeout, refused (no connection), ' +
        'cancelled (with its task), error',
      labelNames: ['chamber', 'status'],
      registers,
    });
    this.durations = new Histogram({
      name: 'rotunda_site_request_duration_seconds',
      help: 'How long requests to the site took, whatever came of them, without the wait for their turn',
      labelNames: ['chamber'],
      buckets: DURATIONS_S,
      registers,
    });
    for (const status of USUAL_STATUSES) this.requests.inc({ chamber, status }, 0);
    for (const histogram of [this.waits, this.durations]) histogram.zero({ chamber });
  }

  waited(ms: number): void {
    this.waits.observe({ chamber: this.chamber }, ms / SECOND_MS);
  }

  requested(exchange: Pick<Exchange, 'status'>, error: unknown, tookMs: number): void {
    const { chamber } = this;
    this.requests.inc({ chamber, status: requestStatus(exchange, error) });
    this.durations.observe({ chamber }, tookMs / SECOND_MS);
  }
}
