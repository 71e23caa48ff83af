import type { CheckResult } from '#rotunda/contracts';
import type { DateWindow, ListedFiling, ParsedFiling } from '#rotunda/domain';
import type { FetchedDocument } from '#rotunda/persistence';

export interface Listing {
  /** Filed within the window, or on a date that can't be read. */
  inWindow: ListedFiling[];
  /** What the same listings hold besides; taken only where it was never seen before and the command asks for it. */
  others: ListedFiling[];
  /** What the site could not show, a sentence each. */
  warnings: string[];
}

/** A filing's document; what it consists of besides is archived with it: the pictures of a paper filing's pages. */
export interface FilingDocument extends FetchedDocument {
  attachments?: FetchedDocument[];
}

/** What was found to be as we know it, for the operator. */
export type PassedCheck = CheckResult['checks'][number];

/**
 * A chamber's site and its forms. Both scrapers implement it, and pass the same contract suite.
 *
 * Errors: SiteUnavailable, SiteBlocked, LayoutChanged, UnreadableDocument; an empty listing is returned only where the
 * site's answer proves it.
 */
export interface DisclosureSite {
  list(window: DateWindow, signal: AbortSignal): Promise<Listing>;
  /** Null while the site lists the filing but has no document for it. */
  fetchDocument(
    filing: { externalId: string; documentUrl: string },
    signal: AbortSignal,
  ): Promise<FilingDocument | null>;
  parse(document: FetchedDocument): Promise<ParsedFiling>;
  /** Do the pages that lead to the listing answer, and are their layouts known? Throws where not. */
  check(signal: AbortSignal): Promise<PassedCheck[]>;
}
