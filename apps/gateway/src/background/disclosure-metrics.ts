import { Inject, Injectable } from '@nestjs/common';
import { type Gauge, Registry } from 'prom-client';
import { CHAMBERS } from '#rotunda/contracts';
import { FILING_STATUSES } from '#rotunda/domain';
import { Figures, isDatabaseUnavailable, PostgresAvailability, type StoreFigures } from '#rotunda/persistence';
import { type Clock, CLOCK, readGauge, SharedReading } from '#rotunda/runtime';
import { SiteLayouts } from '../tasks/health/site-layouts.js';

const SECOND_MS = 1_000;

/**
 * Gauges of what is stored and of what people have to look at, read when `/metrics` is requested. While Postgres is
 * unavailable, those that need it have no value.
 */
@Injectable()
export class DisclosureMetrics {
  constructor(
    @Inject(Registry) registry: Registry,
    private readonly figures: Figures,
    private readonly postgres: PostgresAvailability,
    private readonly layouts: SiteLayouts,
    @Inject(CLOCK) private readonly now: Clock,
  ) {
    const figuresNow = new SharedReading(() => this.read(), now);
    const gauge = (name: string, help: string, labels: string[], show: (figures: StoreFigures, gauge: Gauge) => void) =>
      readGauge(registry, { name, help, labelNames: labels }, () => figuresNow.get(), show);
    gauge('rotunda_open_reviews', 'Filings that a person should look at', ['chamber'], showOpenReviews);
    gauge('rotunda_filings', 'Filings by status', ['chamber', 'status'], showFilings);
    gauge(
      'rotunda_newest_scrape_timestamp_seconds',
      'When the last scrape with a complete listing ended',
      ['chamber'],
      ({ newestScrapes }, gauge) => showTimes(newestScrapes, gauge),
    );
    gauge(
      'rotunda_last_success_timestamp_seconds',
      'When the last scrape that succeeded ended, even if a part failed; no value before the first',
      ['chamber'],
      ({ lastSuccesses }, gauge) => showTimes(lastSuccesses, gauge),
    );
    gauge(
      'rotunda_announcements_pending',
      'Events that are stored and not yet published on the event stream',
      [],
      ({ announcements: { pending } }, gauge) => gauge.set(pending),
    );
    gauge(
      'rotunda_announcements_oldest_age_seconds',
      'How long the oldest stored event has waited to be published; 0 if none waits',
      [],
      ({ announcements: { oldestAt } }, gauge) => gauge.set(this.ageOf(oldestAt)),
    );
    const layoutsNow = new SharedReading(() => this.layouts.changed(), now);
    readGauge(
      registry,
      {
        name: 'rotunda_site_layout_changed',
        help: '1 while the last verdict on a site is an unknown layout',
        labelNames: ['chamber'],
      },
      () => layoutsNow.get(),
      (changed, gauge) => {
        for (const chamber of CHAMBERS) {
          gauge.set({ chamber }, changed.some((layout) => layout.chamber === chamber) ? 1 : 0);
        }
      },
    );
  }

  private async read(): Promise<StoreFigures | null> {
    try {
      return (await this.postgres.isUp()) ? await this.figures.read() : null;
    } catch (error) {
      if (isDatabaseUnavailable(error)) return null;
      throw error;
    }
  }

  private ageOf(instant: Date | null): number {
    return instant === null ? 0 : Math.max(0, this.now().getTime() - instant.getTime()) / SECOND_MS;
  }
}

function showOpenReviews({ openReviews }: StoreFigures, gauge: Gauge): void {
  for (const chamber of CHAMBERS) gauge.set({ chamber }, 0);
  for (const { chamber, count } of openReviews) gauge.set({ chamber }, count);
}

function showFilings({ filings }: StoreFigures, gauge: Gauge): void {
  for (const chamber of CHAMBERS) for (const status of FILING_STATUSES) gauge.set({ chamber, status }, 0);
  for (const { chamber, status, count } of filings) gauge.set({ chamber, status }, count);
}

function showTimes(times: StoreFigures['newestScrapes'], gauge: Gauge): void {
  for (const { chamber, finishedAt } of times) gauge.set({ chamber }, finishedAt.getTime() / SECOND_MS);
}
