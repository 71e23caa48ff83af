import fc from 'fast-check';
import type { Owner, RowStatus, TransactionType } from '#rotunda/domain';
import type { PtrFacts, PtrRowFacts, PtrTemplate } from '../../apps/stand-ins/src/house/pdf/ptr-facts.js';
import { amount, day, isoDay, optional, reportDay, usDay, words } from './printed-text.js';

/** The meaning of a row, besides its printed text. */
export interface RowMeaning {
  owner: Owner;
  type: TransactionType;
  assetName: string;
  assetType: string;
  ticker: string | null;
  tradedOn: string;
  notifiedOn: string;
  amountMin: number;
  amountMax: number | null;
  amountOver: boolean;
  rowStatus: RowStatus;
}

export interface HouseFiling {
  facts: PtrFacts;
  meanings: RowMeaning[];
  signedOn: string;
}

const OWNERS: [code: string, owner: Owner][] = [
  ['', 'self'],
  ['SP', 'spouse'],
  ['JT', 'joint'],
  ['DC', 'dependent'],
];
const TYPES: [code: string, type: TransactionType][] = [
  ['P', 'purchase'],
  ['S', 'sale'],
  ['S (partial)', 'sale_partial'],
  ['E', 'exchange'],
];
const STATUSES: [printed: string, status: RowStatus][] = [
  ['New', 'new'],
  ['Amended', 'amended'],
  ['Deleted', 'deleted'],
];
const TICKERS = ['EXMP', 'E', 'EXM.B', 'EXM$I', 'EX/A', 'EXMPL+', 'EXMPL='];

const row = fc
  .record({
    owner: fc.constantFrom(...OWNERS),
    type: fc.constantFrom(...TYPES),
    status: fc.oneof({ arbitrary: fc.constant(STATUSES[0]!), weight: 8 }, fc.constantFrom(...STATUSES)),
    rowNumber: fc.integer({ min: 2_000_000_000, max: 2_000_999_999 }),
    name: words(14, 12),
    ticker: fc.option(fc.constantFrom(...TICKERS)),
    assetType: fc.constantFrom('ST', 'OP', 'CS', 'OT', 'CT', 'PS', 'ET'),
    tradedOn: day,
    notifiedOn: day,
    amount,
    capGains: fc.boolean(),
    subholding: optional(words(8, 12)),
    location: optional(words(4, 12)),
    description: optional(words(60, 12)),
    comment: optional(words(60, 12)),
  })
  .map((drawn): { facts: PtrRowFacts; meaning: RowMeaning } => ({
    facts: {
      rowId: drawn.status[1] === 'new' ? '' : String(drawn.rowNumber),
      owner: drawn.owner[0],
      asset: `${drawn.name}${drawn.ticker === null ? '' : ` (${drawn.ticker})`} [${drawn.assetType}]`,
      type: drawn.type[0],
      tradedOn: usDay(drawn.tradedOn),
      notifiedOn: usDay(drawn.notifiedOn),
      amount: drawn.amount.raw,
      capGainsOver200: drawn.capGains,
      status: drawn.status[0],
      subholding: drawn.subholding,
      location: drawn.location,
      description: drawn.description,
      comment: drawn.comment,
    },
    meaning: {
      owner: drawn.owner[1],
      type: drawn.type[1],
      assetName: drawn.name,
      assetType: drawn.assetType,
      ticker: drawn.ticker,
      tradedOn: isoDay(drawn.tradedOn),
      notifiedOn: isoDay(drawn.notifiedOn),
      amountMin: drawn.amount.min,
      amountMax: drawn.amount.max,
      amountOver: drawn.amount.over,
      rowStatus: drawn.status[1],
    },
  }));

/** Any filing of a form, of up to `maxRows` rows: several pages, with page breaks anywhere in a row. */
export function houseFiling(template: PtrTemplate, maxRows = 40): fc.Arbitrary<HouseFiling> {
  return fc
    .record({
      docId: fc.integer({ min: 20_000_000, max: 29_999_999 }),
      rows: fc.array(row, { minLength: 1, maxLength: maxRows, size: 'max' }),
      signedOn: reportDay,
      hasCapGains: fc.boolean(),
    })
    .map(({ docId, rows, signedOn, hasCapGains }) => ({
      facts: {
        docId: String(docId),
        template,
        filerName: 'Hon. Ann Example',
        filerStatus: 'Member',
        stateDistrict: 'EX01',
        signedOn: usDay(signedOn),
        vehicles: [],
        rows: rows.map(({ facts }) => (template === 'older' ? asInOlderForm(facts, hasCapGains) : facts)),
      },
      meanings: rows.map(({ meaning }) => meaning),
      signedOn: isoDay(signedOn),
    }));
}

/** Until 2017 the form had no column for capital gains. No real one with row ids is known, so none is rendered. */
const asInOlderForm = (facts: PtrRowFacts, hasCapGains: boolean): PtrRowFacts => ({
  ...facts,
  rowId: '',
  capGainsOver200: hasCapGains ? facts.capGainsOver200 : null,
});
