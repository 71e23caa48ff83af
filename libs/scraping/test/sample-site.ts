import {
  isWithin,
  type DateWindow,
  type ListedFiling,
  type ParsedFiling,
  type ParsedTransaction,
} from '#rotunda/domain';
import { listed as sampleFiling, reading, row } from '../../persistence/test/sample-filings.js';
import type { DisclosureSite, Listing } from '../src/disclosure-site.js';

/** A filing as a site lists it, by the day that the site gives; null where that can't be read. */
export const listed = (externalId: string, filedOn: string | null, change: Partial<ListedFiling> = {}): ListedFiling =>
  sampleFiling(externalId, {
    ...{ filedOn, filedAtRaw: filedOn ?? 'soon' },
    documentUrl: `https://clerk.test/${externalId}.pdf`,
    ...change,
  });

/** A site in memory, each of whose documents has one row. It lists by date, and what has none in every listing. */
export class SampleSite implements DisclosureSite {
  /** Of the documents that were asked for. */
  readonly asked: string[] = [];
  /** Called before each document is given. */
  beforeDocument: (externalId: string) => void = () => undefined;
  /** What the row of a document says otherwise. */
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

  parse({ bytes }: { bytes: Uint8Array }): Promise<ParsedFiling> {
    return Promise.resolve(reading([row(1, this.rows[Buffer.from(bytes).toString()])]));
  }

  check(): Promise<[]> {
    return Promise.resolve([]);
  }
}
