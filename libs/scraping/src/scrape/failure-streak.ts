import { LayoutChanged, SiteUnavailable, UnreadableDocument } from '../site-errors.js';

/** So many documents in a row that can't be had, or have an unknown layout, are no accident of a single document. */
export const FAILURES_IN_A_ROW = 3;

/** A document that fails alone is a `failed` filing, and tried again by the next scrape; several in a row are the site. */
export class FailureStreak {
  private inARow = 0;

  end(): void {
    this.inARow = 0;
  }

  /** The reason to keep with the filing. @throws the error itself where it is not the one document's */
  add(error: unknown): string {
    const isOfDocument =
      error instanceof SiteUnavailable || error instanceof UnreadableDocument || error instanceof LayoutChanged;
    if (!isOfDocument || ++this.inARow >= FAILURES_IN_A_ROW) throw error;
    return `${error.name}: ${error.message}`;
  }
}
