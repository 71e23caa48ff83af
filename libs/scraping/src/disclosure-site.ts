import type { CheckResult } from '#rotunda/contracts';
import type { DateWindow, IsoDate, ListedFiling, ParsedFiling } from '#rotunda/domain';
import type { FetchedDocument } from '#rotunda/persistence';
import type { PaperWatch } from './paper/paper-pool.js';

export interface Listing {
  /** Filed within the window, or on a date that can't be read. */
  inWindow: ListedFiling[];
  /** The other filings of the same listings; stored only if never seen before and if the command asks for them. */
  others: ListedFiling[];
  /** What the site could not list, a sentence each. */
  warnings: string[];
}

/** A filing's document, and its parts that are archived too: the pictures of a paper filing's pages. */
export interface FilingDocument extends FetchedDocument {
  attachments?: FetchedDocument[];
}

/** What the listing tells about a filing, and its document may not. */
export interface KnownFiling {
  /** Dates on paper are read with it: a trade is some weeks before. */
  filedOn: IsoDate | null;
}

/** A check that passed, for the operator. */
export type PassedCheck = CheckResult['checks'][number];

/**
 * A chamber's site and its forms. Both scrapers implement it, and pass the same contract suite.
 *
 * Errors: SiteUnavailable, SiteBlocked, LayoutChanged, UnreadableDocument. Returns an empty listing only where the
 * site's answer proves that it is empty.
 */
export interface DisclosureSite {
  list(window: DateWindow, signal: AbortSignal): Promise<Listing>;
  /** Null while the site lists the filing but has no document for it. */
  fetchDocument(
    filing: { externalId: string; documentUrl: string },
    signal: AbortSignal,
  ): Promise<FilingDocument | null>;
  /** URLs of the pictures that belong to a document: `fetchDocument` attaches them. */
  picturesOf(document: FetchedDocument): string[];
  /** Without all of its pictures a paper filing is not read, and its status is `paper`. */
  parse(document: FilingDocument, known: KnownFiling, watch?: PaperWatch): Promise<ParsedFiling>;
  /** Checks that the pages that lead to the listing answer and have a known layout. Throws where not. */
  check(signal: AbortSignal): Promise<PassedCheck[]>;
}
