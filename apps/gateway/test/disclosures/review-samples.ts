import type { ListedFiling, ParsedFiling, ParsedTransaction, ReviewReason } from '#rotunda/domain';
import { Filings, RawDocuments } from '#rotunda/persistence';
import type { GatewayUnderTest } from '../gateway-under-test.js';

/** Names are invented: no trade here belongs to anybody. */
export const listedFiling = (externalId: string, change: Partial<ListedFiling> = {}): ListedFiling => ({
  chamber: 'house',
  externalId,
  filingType: 'ptr',
  titleRaw: 'P',
  filerNameRaw: 'Placeholder Example',
  officeRaw: 'XX00',
  stateDistrict: 'XX00',
  filedAtRaw: '3/20/2025',
  filedOn: '2025-03-20',
  documentUrl: `https://disclosures.example/ptr-pdfs/${externalId}.pdf`,
  ...change,
});

export const parsedRow = (ordinal: number, change: Partial<ParsedTransaction> = {}): ParsedTransaction => ({
  ordinal,
  sourceRowId: null,
  ownerRaw: 'SP',
  owner: 'spouse',
  assetNameRaw: `Example ${ordinal} Corp (EXA) [ST]`,
  assetName: `Example ${ordinal} Corp`,
  assetType: 'ST',
  tickerRaw: '(EXA)',
  ticker: 'EXA',
  tickerSource: 'document',
  typeRaw: 'P',
  type: 'purchase',
  tradedOnRaw: '03/01/2025',
  tradedOn: '2025-03-01',
  notifiedOnRaw: null,
  notifiedOn: null,
  amountRaw: '$1,001 - $15,000',
  amountMin: 1001,
  amountMax: 15_000,
  amountOver: false,
  option: null,
  bond: null,
  exchange: null,
  capGainsOver200: false,
  rowStatusRaw: 'New',
  rowStatus: 'new',
  description: null,
  comment: null,
  subholding: null,
  location: null,
  qualityFlags: [],
  place: { page: 2, box: [22, 100, 580, 120], domRow: null },
  ...change,
});

const parsedFiling = (transactions: ParsedTransaction[], reviewReasons: ReviewReason[]): ParsedFiling => ({
  format: 'electronic',
  externalId: null,
  filerNameRaw: null,
  stateDistrict: null,
  signedOn: null,
  amendmentNo: null,
  expectedRows: transactions.length,
  transactions,
  reviewReasons,
  qualityFlags: [],
  parserVersion: 'house-1',
});

export interface Seed {
  filing: ListedFiling;
  transactions: ParsedTransaction[];
  reviewReasons?: ReviewReason[];
  document?: { bytes: string; mediaType: string; url?: string };
}

/** Stores a filing as its chamber's scraper would; its document's sha256 comes back. */
export async function seed(gateway: GatewayUnderTest, { filing, transactions, ...more }: Seed): Promise<string> {
  const documents = gateway.context.get(RawDocuments, { strict: false });
  const filings = gateway.context.get(Filings, { strict: false });
  const { reviewReasons = [], document = { bytes: filing.externalId, mediaType: 'application/pdf' } } = more;
  const [entered] = await filings.enter(filing.chamber, [filing], 'seeding');
  const documentSha256 = await documents.save({
    url: document.url ?? filing.documentUrl,
    mediaType: document.mediaType,
    bytes: new TextEncoder().encode(document.bytes),
    fetchedAt: new Date('2025-03-21T02:00:00Z'),
    etag: null,
    lastModified: null,
  });
  const status = reviewReasons.length > 0 ? 'needs_review' : 'parsed';
  const outcome = { status, documentSha256, parsed: parsedFiling(transactions, reviewReasons) } as const;
  await filings.store(entered!.id, outcome, { taskId: 'seeding', attempt: 1 }, () => []);
  return documentSha256;
}
