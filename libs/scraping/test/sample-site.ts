import type { DateWindow, ListedFiling, ParsedFiling, ParsedTransaction } from '#rotunda/domain';
import { isWithin } from '#rotunda/domain';
import type { DisclosureSite, Listing } from '../src/disclosure-site.js';

/** Names are invented: no trade here belongs to anybody. */
export const listed = (
  externalId: string,
  filedOn: string | null,
  change: Partial<ListedFiling> = {},
): ListedFiling => ({
  chamber: 'house',
  externalId,
  filingType: 'ptr',
  titleRaw: 'Periodic Transaction Report',
  filerNameRaw: 'Hon. Testina Sample',
  officeRaw: 'ZZ01',
  stateDistrict: 'ZZ01',
  filedAtRaw: filedOn ?? 'soon',
  filedOn,
  documentUrl: `https://clerk.test/${externalId}.pdf`,
  ...change,
});

const row = (change: Partial<ParsedTransaction>): ParsedTransaction => ({
  ordinal: 1,
  sourceRowId: null,
  ownerRaw: '',
  owner: 'self',
  assetNameRaw: 'Sample Company',
  assetName: 'Sample Company',
  assetType: null,
  tickerRaw: null,
  ticker: null,
  tickerSource: null,
  typeRaw: 'P',
  type: 'purchase',
  tradedOnRaw: '03/03/2024',
  tradedOn: '2024-03-03',
  notifiedOnRaw: null,
  notifiedOn: null,
  amountRaw: '$1,001 - $15,000',
  amountMin: 1001,
  amountMax: 15_000,
  amountOver: false,
  option: null,
  bond: null,
  exchange: null,
  capGainsOver200: null,
  rowStatusRaw: null,
  rowStatus: 'new',
  description: null,
  comment: null,
  subholding: null,
  location: null,
  qualityFlags: [],
  place: { page: 1, box: null, domRow: null },
  ...change,
});

const reading = (transactions: ParsedTransaction[]): ParsedFiling => ({
  format: 'electronic',
  externalId: null,
  filerNameRaw: null,
  stateDistrict: null,
  signedOn: null,
  amendmentNo: null,
  expectedRows: transactions.length,
  transactions,
  reviewReasons: [],
  qualityFlags: [],
  parserVersion: 'sample/1',
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
    return Promise.resolve(reading([row(this.rows[Buffer.from(bytes).toString()] ?? {})]));
  }

  check(): Promise<[]> {
    return Promise.resolve([]);
  }
}
