import {
  type ListedFiling,
  type ParsedFiling,
  type ParsedTransaction,
  type ReviewReason,
  settledStatus,
} from '#rotunda/domain';
import { Filings, RawDocuments } from '#rotunda/persistence';
import { listed, reading, row } from '../../../../libs/persistence/test/sample-filings.js';
import type { GatewayUnderTest } from '../gateway-under-test.js';

/** Names are invented: no trade here belongs to anybody. */
export const listedFiling = (externalId: string, change: Partial<ListedFiling> = {}): ListedFiling =>
  listed(externalId, {
    titleRaw: 'P',
    filerNameRaw: 'Placeholder Example',
    officeRaw: 'XX00',
    stateDistrict: 'XX00',
    documentUrl: `https://disclosures.example/ptr-pdfs/${externalId}.pdf`,
    ...change,
  });

export const parsedRow = (ordinal: number, change: Partial<ParsedTransaction> = {}): ParsedTransaction =>
  row(ordinal, {
    assetNameRaw: `Example ${ordinal} Corp (EXA) [ST]`,
    assetName: `Example ${ordinal} Corp`,
    tickerRaw: '(EXA)',
    ticker: 'EXA',
    tradedOnRaw: '03/01/2025',
    tradedOn: '2025-03-01',
    notifiedOnRaw: null,
    notifiedOn: null,
    place: { page: 2, box: [22, 100, 580, 120], domRow: null },
    ...change,
  });

const parsedFiling = (transactions: ParsedTransaction[], reviewReasons: ReviewReason[]): ParsedFiling =>
  reading(transactions, { filerNameRaw: null, stateDistrict: null, signedOn: null, reviewReasons });

export interface Seed {
  filing: ListedFiling;
  transactions: ParsedTransaction[];
  reviewReasons?: ReviewReason[];
  document?: { bytes: string; mediaType: string; url?: string };
  /** How many sheets it has, as a scan has them. */
  sheets?: number;
  /** What was read from them. */
  scan?: ParsedFiling;
}

/** Stores a filing as its chamber's scraper would. @returns the sha256 of its document */
export async function seed(
  gateway: Pick<GatewayUnderTest, 'owner'>,
  { filing, transactions, ...more }: Seed,
): Promise<string> {
  const documents = gateway.owner.get(RawDocuments);
  const filings = gateway.owner.get(Filings);
  const {
    reviewReasons = [],
    sheets = 0,
    document = { bytes: filing.externalId, mediaType: 'application/pdf' },
  } = more;
  const [entered] = await filings.enter(filing.chamber, [filing], 'seeding');
  const documentSha256 = await documents.save({
    url: document.url ?? filing.documentUrl,
    mediaType: document.mediaType,
    bytes: new TextEncoder().encode(document.bytes),
    fetchedAt: new Date('2025-03-21T02:00:00Z'),
    etag: null,
    lastModified: null,
  });
  const parsed = more.scan ?? parsedFiling(transactions, reviewReasons);
  const status = settledStatus(parsed);
  const pages = Array.from({ length: sheets }, (_, i) => ({
    ...{ page: i + 1, sheet: i + 1, documentSha256 },
    ...{ url: filing.documentUrl, mediaType: 'image/gif' },
  }));
  const outcome = { status, documentSha256, parsed, pages };
  await filings.store(entered!.id, outcome, { taskId: 'seeding', attempt: 1 }, () => []);
  return documentSha256;
}
