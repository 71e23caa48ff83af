import type { DateWindow, ParsedFiling } from '#rotunda/domain';
import type { FetchedDocument } from '#rotunda/persistence';
import type { DisclosureSite, FilingDocument, KnownFiling, Listing, PassedCheck } from '../disclosure-site.js';
import type { PaperWatch } from '../paper/paper-pool.js';
import { watchingExchanges } from '../fetch/last-exchange.js';
import type { SiteMetrics } from './site-metrics.js';

/** A site whose requests are counted, whoever makes them: tasks, and the probe of an open breaker. */
export class MeasuredSite implements DisclosureSite {
  constructor(
    private readonly site: DisclosureSite,
    private readonly metrics: SiteMetrics,
  ) {}

  list(window: DateWindow, signal: AbortSignal): Promise<Listing> {
    return this.measured(() => this.site.list(window, signal));
  }

  fetchDocument(
    filing: { externalId: string; documentUrl: string },
    signal: AbortSignal,
  ): Promise<FilingDocument | null> {
    return this.measured(() => this.site.fetchDocument(filing, signal));
  }

  picturesOf(document: FetchedDocument): string[] {
    return this.site.picturesOf(document);
  }

  parse(document: FilingDocument, known: KnownFiling, watch?: PaperWatch): Promise<ParsedFiling> {
    return this.site.parse(document, known, watch);
  }

  check(signal: AbortSignal): Promise<PassedCheck[]> {
    return this.measured(() => this.site.check(signal));
  }

  private measured<T>(ask: () => Promise<T>): Promise<T> {
    return watchingExchanges((exchange, error, tookMs) => this.metrics.requested(exchange, error, tookMs), ask);
  }
}
