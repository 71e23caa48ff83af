import type { FilingQualityFlag, ListedFiling, ParsedTransaction } from '#rotunda/domain';
import { MemberMatching } from '../src/members/member-matching.js';
import { FIRST_ATTEMPT, listed, parsedOutcome, row, SILENT, TASK, type Sample } from './sample-filings.js';
import { importMembers } from './sample-members.js';

/** Chooses always the same for one seed. */
export type Choose = <T>(values: readonly T[]) => T;

export function chooser(seed: number): Choose {
  let state = seed + 1;
  return (values) => {
    state = (state * 48_271) % 2_147_483_647;
    return values.at(state % values.length)!;
  };
}

/** Members of the sample, and others whom nobody knows. */
const FILERS = [
  { chamber: 'house', filerNameRaw: 'Hon. Testina Sample', stateDistrict: 'AK00' },
  { chamber: 'house', filerNameRaw: 'Hon. Otto Muster', stateDistrict: 'WY00' },
  { chamber: 'house', filerNameRaw: 'Hon. Otto Muster', stateDistrict: 'VT00' },
  { chamber: 'house', filerNameRaw: '100% Probe_', stateDistrict: null },
  { chamber: 'senate', filerNameRaw: 'Ñandú Ejemplo', stateDistrict: null },
] as const;
const DAYS = ['2014-02-03', '2025-01-03', '2025-03-18', '2025-03-19', '2025-03-20', '2025-04-01', null];
const TRADED = ['0202-03-03', '2013-12-31', '2014-01-15', '2024-12-31', '2025-03-01', '2025-03-02', '2099-01-01', null];
const ASSETS = [
  'Apfel Inc',
  'Apfel Inc. - Common Stock',
  'Birne AG',
  'Birnen & Äpfel Trust',
  'Öl 3.5% 2030',
  'Testina Fund',
];
const BANDS = [
  { amountMin: 1001, amountMax: 15_000, amountOver: false },
  { amountMin: 15_001, amountMax: 50_000, amountOver: false },
  { amountMin: 509.87, amountMax: 509.87, amountOver: false },
  { amountMin: 50_000_000, amountMax: null, amountOver: true },
  { amountMin: null, amountMax: null, amountOver: false },
];

export const someRow = (ordinal: number, choose: Choose): ParsedTransaction =>
  row(ordinal, {
    assetName: choose(ASSETS),
    ticker: choose(['APFL', 'brn', 'ÖL', null, null]),
    assetType: choose(['ST', 'st', 'GS', null]),
    owner: choose(['self', 'spouse', 'joint', null] as const),
    type: choose(['purchase', 'sale', 'sale_partial', 'exchange', null] as const),
    tradedOn: choose(TRADED),
    notifiedOn: choose(['2025-03-04', '2014-01-16', null]),
    rowStatus: choose(['new', 'new', 'amended', 'deleted'] as const),
    qualityFlags: choose([
      [],
      [],
      ['unknown_owner'],
      ['unknown_owner', 'unknown_type'],
    ] as ParsedTransaction['qualityFlags'][]),
    ...choose(BANDS),
  });

/** Lists a filing and stores some rows of it. */
export function storeSome(sample: Sample, externalId: string, choose: Choose): Promise<void> {
  const filer = choose(FILERS);
  return storeOf(sample, externalId, filer, choose, {});
}

/** The same of a filer without other filings, so that it amends nothing. */
export const storeNew = (sample: Sample, externalId: string, choose: Choose): Promise<void> =>
  storeOf(
    sample,
    externalId,
    { chamber: choose(['house', 'senate']), filerNameRaw: `Testina ${externalId}`, stateDistrict: null },
    choose,
    { rowStatus: 'new' },
  );

async function storeOf(
  sample: Sample,
  externalId: string,
  { chamber, filerNameRaw, stateDistrict }: Pick<ListedFiling, 'chamber' | 'filerNameRaw' | 'stateDistrict'>,
  choose: Choose,
  change: Partial<ParsedTransaction>,
): Promise<void> {
  const listing = listed(externalId, { chamber, filerNameRaw, stateDistrict, filedOn: choose(DAYS) });
  const filing = (await sample.filings.enter(chamber, [listing], TASK)).at(0)!;
  const rows = Array.from({ length: choose([1, 2, 5]) }, (_, i) => ({ ...someRow(i + 1, choose), ...change }));
  const format = choose(['electronic', 'electronic', 'paper'] as const);
  const qualityFlags = choose<FilingQualityFlag[]>([[], ['case_scrambled']]);
  const outcome = await parsedOutcome(sample, rows, { format, stateDistrict, qualityFlags });
  await sample.filings.store(filing.id, outcome, FIRST_ATTEMPT, SILENT);
}

/** Filings of members and others, with rows of every kind; all are invented. */
export async function fillSample(sample: Sample, filings: number, seed = 1): Promise<void> {
  await importMembers(sample);
  const choose = chooser(seed);
  for (let n = 0; n < filings; n += 1) await storeSome(sample, `sample-${n}`, choose);
  await new MemberMatching(sample.dataSource).matchAll();
}
