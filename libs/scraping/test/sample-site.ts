import {
  isWithin,
  type DateWindow,
  type ListedFiling,
  type ParsedFiling,
  type ParsedTransaction,
} from '#rotunda/domain';
import { listed as sampleFiling, reading, row } from '../../persistence/test/sample-filings.js';
import type { DisclosureSite, Listing } from '../src/disclosure-site.js';

/** A filing as a site lists it; `filedOn` is null for an unreadable date. */
export const listed = (externalId: string, filedOn: string | null, change: Partial<ListedFiling> = {}): ListedFiling =>
  sampleFiling(externalId, {
    ...{ filedOn, filedAtRaw: filedOn ?? 'soon' },
    documentUrl: `https://clerk.test/${externalId}.pdf`,
    ...change,
  });

/**
 * An in-memory site whose documents have one row each. It lists by date; a filing without a date is in every listing.
 */
export class SampleSite implements DisclosureSite {
  /** The documents that were requested. */
  readonly asked: string[] = [];
  /** Called before each document is returned. */
  beforeDocument: (externalId: string) => void = () => undefined;
  /** Changes to the rows of single documents. */
  rows: Record<string, Partial<ParsedTransaction>> = {};

  constructor(readonly filings: ListedFiling[]) {}

  list(window: DateWindow): Promise<Listing> {
    const isInWindow = ({ filedOn }: ListedFiling): boolean => filedOn === null || isWithin(filedOn, window);
    const others = this.filings.filter((filing) => !isInWindow(filing));
    return Promise.resolve({ inWindow: this.filings.filter(isInWindow), others, warnings: [] });
  }

  fetchDocument({ externalId, documentUrl }: { externalId: string; documentUrl: string }) {
    this.beforeDocument(externalId);
    this.asked.push(externalId);
    const bytes = Buffer.from(externalId);
    const mediaType = 'application/pdf';
    return Promise.resolve({
      url: documentUrl,
      mediaType,
      bytes,
      fetchedAt: new Date(),
      etag: null,
      lastModified: null,
    });
  }

  picturesOf(): string[] {
    return [];
  }

  parse({ bytes }: { bytes: Uint8Array }): Promise<ParsedFiling> {
    return Promise.resolve(reading([row(1, this.rows[Buffer.from(bytes).toString()])]));
  }

  check(): Promise<[]> {
    return Promise.resolve([]);
  }
}
