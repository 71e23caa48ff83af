import { Inject, Injectable } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';
import { CHAMBERS } from '#rotunda/contracts';
import { FILING_STATUSES } from '#rotunda/domain';
import { Figures, isDatabaseUnavailable, type StoreFigures } from '#rotunda/persistence';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { SiteLayouts } from '../tasks/health/site-layouts.js';

/** All requests for `/metrics` within this time share one reading of Postgres. */
const FRESH_FOR_MS = 5_000;
const SECOND_MS = 1_000;

/**
 * Gauges of what is stored and of what people have to look at, read when `/metrics` is requested. While Postgres is
 * unavailable, those that need it have no value, and `rotunda_postgres_up` says why: an old figure would look current.
 */
@Injectable()
export class DisclosureMetrics {
  private readonly openReviews: Gauge;
  private readonly filings: Gauge;
  private readonly newestScrape: Gauge;
  private readonly layoutChanged: Gauge;
  private readonly postgresUp: Gauge;
  private reading: Promise<void> = Promise.resolve();
  private readAt = Number.NEGATIVE_INFINITY;

  constructor(
    @Inject(Registry) registry: Registry,
    private readonly figures: Figures,
    private readonly layouts: SiteLayouts,
    @Inject(CLOCK) private readonly now: Clock,
  ) {
    const gauge = (name: string, help: string, ...labelNames: string[]): Gauge =>
      new Gauge({ name, help, labelNames, registers: [registry], collect: () => this.refresh() });
    this.openReviews = gauge('rotunda_open_reviews', 'Filings that a person should look at', 'chamber');
    this.filings = gauge('rotunda_filings', 'Filings by status', 'chamber', 'status');
    this.newestScrape = gauge(
      'rotunda_newest_scrape_timestamp_seconds',
      'When the last scrape with a complete listing ended',
      'chamber',
    );
    this.layoutChanged = gauge(
      'rotunda_site_layout_changed',
      '1 while the last verdict on a site is an unknown layout',
      'chamber',
    );
    this.postgresUp = gauge('rotunda_postgres_up', '1 while the figures can be read');
  }

  /** Every gauge calls this; all of them wait for the same reading. */
  private refresh(): Promise<void> {
    const now = this.now().getTime();
    if (Math.abs(now - this.readAt) < FRESH_FOR_MS) return this.reading;
    this.readAt = now;
    this.reading = this.read();
    return this.reading;
  }

  private async read(): Promise<void> {
    const [figures, changed] = await Promise.all([this.readFigures(), this.layouts.changed()]);
    for (const gauge of [this.openReviews, this.filings, this.newestScrape]) gauge.reset();
    this.postgresUp.set(figures ? 1 : 0);
    for (const chamber of CHAMBERS) {
      this.layoutChanged.set({ chamber }, changed.some((layout) => layout.chamber === chamber) ? 1 : 0);
    }
    if (figures) this.show(figures);
  }

  private async readFigures(): Promise<StoreFigures | null> {
    try {
      return await this.figures.read();
    } catch (error) {
      if (isDatabaseUnavailable(error)) return null;
      throw error;
    }
  }

  private show({ openReviews, filings, newestScrapes }: StoreFigures): void {
    for (const chamber of CHAMBERS) {
      this.openReviews.set({ chamber }, 0);
      for (const status of FILING_STATUSES) this.filings.set({ chamber, status }, 0);
    }
    for (const { chamber, count } of openReviews) this.openReviews.set({ chamber }, count);
    for (const { chamber, status, count } of filings) this.filings.set({ chamber, status }, count);
    for (const { chamber, finishedAt } of newestScrapes) {
      this.newestScrape.set({ chamber }, finishedAt.getTime() / SECOND_MS);
    }
  }
}
