import { randomUUID } from 'node:crypto';
import { type ListedFiling, type Member, type MemberTerm, paperFiling } from '#rotunda/domain';
import { Filings, Members, RawDocuments } from '#rotunda/persistence';
import type { GatewayUnderTest } from '../gateway-under-test.js';
import { listedFiling, parsedRow, seed } from '../disclosures/review-samples.js';

const term = (chamber: 'senate' | 'house', party: string): MemberTerm => ({
  ...{ chamber, state: 'AK', district: chamber === 'house' ? 0 : null, party },
  ...{ startsOn: '2025-01-03', endsOn: '2027-01-03' },
});

/** None of them exists. */
const member = (bioguide: string, first: string, last: string, ...terms: MemberTerm[]): Member => ({
  bioguide,
  name: { first, middle: null, last, suffix: null, nickname: null, officialFull: null },
  otherNames: [],
  terms,
});

const ofHouse = (externalId: string, filedOn: string): ListedFiling =>
  listedFiling(externalId, { filerNameRaw: 'Hon. Testina Sample', stateDistrict: 'AK00', officeRaw: 'AK00', filedOn });

const ofSenate = (externalId: string, filedOn: string, filerNameRaw: string): ListedFiling =>
  listedFiling(externalId, {
    ...{ chamber: 'senate', filerNameRaw, officeRaw: 'Senator', stateDistrict: null, filedOn },
    documentUrl: `https://disclosures.example/view/ptr/${externalId}/`,
  });

/** What a document may have and XML may not: markup, the end of a CDATA section, a control character. */
export const HOSTILE = `<script>alert(1)</script> & "Sons" ]]> \u0001`;

const plain = parsedRow(1, { sourceRowId: '2999000001', ownerRaw: 'SP' });
const option = parsedRow(2, {
  ...{ ownerRaw: '??', owner: null, assetType: 'OP', assetName: 'Example Option', ticker: 'EXO' },
  ...{ option: { type: 'Call', strike: '$10', expires: '01/16/2026' }, capGainsOver200: null },
  description: 'Ten contracts',
});
const bond = parsedRow(3, {
  ...{ ownerRaw: 'JT', owner: 'joint', assetType: 'GS', assetName: 'Example Bond 4%', tickerRaw: null, ticker: null },
  ...{ tickerSource: null, typeRaw: 'S (partial)', type: 'sale_partial' },
  ...{ amountRaw: 'Over $50,000,000', amountMin: 50_000_000, amountMax: null, amountOver: true },
  ...{ bond: { rate: '4%', matures: '2030-01-01' }, subholding: 'Family Trust' },
});
const late = parsedRow(4, {
  ...{ ownerRaw: 'DC', owner: 'dependent', typeRaw: 'S', type: 'sale', capGainsOver200: true },
  ...{
    tradedOn: '2025-01-02',
    amountRaw: '$509.50',
    amountMin: 509.5,
    amountMax: 509.5,
    comment: 'Sold by the broker',
  },
});
const amending = parsedRow(1, {
  ...{ sourceRowId: '2999000001', rowStatus: 'amended', rowStatusRaw: 'Amended' },
  ...{ amountRaw: '$15,001 - $50,000', amountMin: 15_001, amountMax: 50_000 },
});
const exchange = parsedRow(1, {
  ...{ ownerRaw: 'Self', owner: 'self', assetType: 'Stock', assetName: 'Example Corp', typeRaw: 'Exchange' },
  ...{ type: 'exchange', exchange: { asset: 'Sample Inc.', ticker: 'SMPL' }, rowStatus: null, capGainsOver200: null },
});
const hostile = parsedRow(2, {
  ...{ ownerRaw: 'Self', owner: 'self', assetType: null, assetName: HOSTILE, assetNameRaw: HOSTILE, ticker: null },
  ...{ typeRaw: 'Sale (Full)', type: 'sale', rowStatus: null, capGainsOver200: null },
});
const unread = parsedRow(1, {
  ...{
    ownerRaw: '',
    owner: null,
    assetType: 'Stock',
    typeRaw: 'Gift',
    type: null,
    tradedOnRaw: '13/45/2025',
    tradedOn: null,
  },
  ...{ amountRaw: 'a\n lot', amountMin: null, amountMax: null, ticker: 'EXU', rowStatus: null, capGainsOver200: null },
});

/** Of each kind of trade one, in both chambers; and a filing on paper. */
export async function seedDisclosures(gateway: GatewayUnderTest): Promise<void> {
  const members = [
    member('S900001', 'Testina', 'Sample', term('house', 'Democrat')),
    member('P900001', 'Paula', 'Probe', term('senate', 'Republican')),
  ];
  await gateway.owner.get(Members).import({ members, asOf: '2025-06-01', source: 'test' });
  await seed(gateway, { filing: ofHouse('29990001', '2025-03-20'), transactions: [plain, option, bond, late] });
  await seed(gateway, { filing: ofSenate('senate-1', '2025-05-02', 'Paula Probe'), transactions: [exchange, hostile] });
  await seed(gateway, { filing: ofSenate('senate-2', '2025-03-25', 'Nadia Nobody'), transactions: [unread] });
  await seedPaper(gateway);
}

/** Amends the first row of the first filing. */
export const seedAmendment = (gateway: GatewayUnderTest): Promise<string> =>
  seed(gateway, { filing: ofHouse('29990002', '2025-04-20'), transactions: [amending] });

/** A filing, and one that takes its only row back. */
export async function seedWithdrawal(gateway: GatewayUnderTest): Promise<void> {
  const mistake = parsedRow(1, { sourceRowId: '2999000005', ticker: 'EXW', tickerRaw: '(EXW)' });
  const deleting = { ...mistake, rowStatus: 'deleted', rowStatusRaw: 'Deleted' } as const;
  await seed(gateway, { filing: ofHouse('29990005', '2025-04-22'), transactions: [mistake] });
  await seed(gateway, { filing: ofHouse('29990006', '2025-04-23'), transactions: [deleting] });
}

async function seedPaper(gateway: GatewayUnderTest): Promise<void> {
  const filing = ofHouse('9990003', '2025-04-25');
  const [entered] = await gateway.owner.get(Filings).enter('house', [filing], 'seeding');
  const documentSha256 = await gateway.owner.get(RawDocuments).save({
    ...{ url: filing.documentUrl, mediaType: 'application/pdf', bytes: new TextEncoder().encode(randomUUID()) },
    ...{ fetchedAt: new Date('2025-04-26T00:00:00Z'), etag: null, lastModified: null },
  });
  const parsed = paperFiling({ externalId: null, parserVersion: 'house-1' });
  const outcome = { status: 'paper' as const, documentSha256, parsed, pages: [] };
  await gateway.owner.get(Filings).store(entered!.id, outcome, { taskId: 'seeding', attempt: 1 }, () => []);
}
