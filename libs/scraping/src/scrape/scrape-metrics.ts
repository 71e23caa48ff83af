import type { Chamber } from '#rotunda/contracts';
import type { FilingOutcome, StoredFiling } from '#rotunda/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Counter, Registry } from 'prom-client';
import { SCRAPED_CHAMBER } from '../scraped-chamber.js';

const STATUSES: readonly FilingOutcome['status'][] = [
  ...(['parsed', 'paper', 'paper_read', 'paper_review', 'needs_review', 'unavailable', 'failed'] as const),
];

/** Metrics of what this process's scrapes stored. */
@Injectable()
export class ScrapeMetrics {
  private readonly filings: Counter;
  private readonly rows: Counter;

  constructor(
    @Inject(Registry) registry: Registry,
    @Inject(SCRAPED_CHAMBER) private readonly chamber: Chamber,
  ) {
    this.filings = new Counter({
      name: 'rotunda_filings_stored_total',
      help: 'Filings whose outcome a scrape stored, by status; one that is tried again counts again',
      labelNames: ['chamber', 'status'],
      registers: [registry],
    });
    this.rows = new Counter({
      name: 'rotunda_rows_total',
      help: 'Rows of the filings that scrapes stored: saved, already_stored, or unreadable (missing in what was read)',
      labelNames: ['chamber', 'outcome'],
      registers: [registry],
    });
    for (const status of STATUSES) this.filings.inc({ chamber, status }, 0);
    this.count({ saved: 0, skipped: 0, errors: 0 });
  }

  stored({ status }: FilingOutcome, filing: StoredFiling): void {
    this.filings.inc({ chamber: this.chamber, status });
    this.count(rowsOf(filing));
  }

  private count({ saved, skipped, errors }: Rows): void {
    const { chamber } = this;
    this.rows.inc({ chamber, outcome: 'saved' }, saved);
    this.rows.inc({ chamber, outcome: 'already_stored' }, skipped);
    this.rows.inc({ chamber, outcome: 'unreadable' }, errors);
  }
}

export interface Rows {
  saved: number;
  skipped: number;
  /** Rows that the filing should have and that could not be read. */
  errors: number;
}

export const rowsOf = ({ filing, stored, skipped }: StoredFiling): Rows => ({
  saved: stored.length,
  skipped,
  errors: Math.max(0, (filing.expectedRows ?? 0) - stored.length - skipped),
});
