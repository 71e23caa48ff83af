import { LayoutChanged, SiteUnavailable, UnreadableDocument } from '../site-errors.js';

/** This many consecutive documents that can't be fetched or have an unknown layout are not a fault of one document. */
export const FAILURES_IN_A_ROW = 3;

/**
 * One failing document is a `failed` filing, which the next scrape tries again; several in a row are the site's fault.
 */
export class FailureStreak {
  private inARow = 0;

  end(): void {
    this.inARow = 0;
  }

  /** The reason to store with the filing. @throws the error itself where it is not about this document alone */
  add(error: unknown): string {
    const isOfDocument =
      error instanceof SiteUnavailable || error instanceof UnreadableDocument || error instanceof LayoutChanged;
    if (!isOfDocument || ++this.inARow >= FAILURES_IN_A_ROW) throw error;
    return `${error.name}: ${error.message}`;
  }
}
