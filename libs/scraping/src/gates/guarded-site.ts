import type { DateWindow, ParsedFiling } from '#rotunda/domain';
import type { FetchedDocument } from '#rotunda/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { DisclosureSite, FilingDocument, KnownFiling, Listing, PassedCheck } from '../disclosure-site.js';
import type { PaperWatch } from '../paper/paper-pool.js';
import { SiteBreaker } from './site-breaker.js';

/** The chamber's `DisclosureSite` itself, without a circuit breaker. */
export const DISCLOSURE_SITE = Symbol('disclosure site');

/** The chamber's site behind its circuit breaker. Tasks use this one. */
@Injectable()
export class GuardedSite implements DisclosureSite {
  constructor(
    @Inject(DISCLOSURE_SITE) private readonly site: DisclosureSite,
    private readonly breaker: SiteBreaker,
  ) {}

  list(window: DateWindow, signal: AbortSignal): Promise<Listing> {
    return this.breaker.through('list', () => this.site.list(window, signal));
  }

  fetchDocument(
    filing: { externalId: string; documentUrl: string },
    signal: AbortSignal,
  ): Promise<FilingDocument | null> {
    return this.breaker.through('document', () => this.site.fetchDocument(filing, signal));
  }

  picturesOf(document: FetchedDocument): string[] {
    return this.site.picturesOf(document);
  }

  parse(document: FilingDocument, known: KnownFiling, watch?: PaperWatch): Promise<ParsedFiling> {
    return this.site.parse(document, known, watch);
  }

  check(signal: AbortSignal): Promise<PassedCheck[]> {
    return this.breaker.through('check', () => this.site.check(signal));
  }
}
