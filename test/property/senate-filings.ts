import fc from 'fast-check';
import type { Owner, ParsedTransaction, TransactionType } from '#rotunda/domain';
import type { PtrFacts, PtrRowFacts } from '../../apps/stand-ins/src/senate/pages/ptr-facts.js';
import { amount, day, isoDay, optional, reportDay, usDay, words } from './printed-text.js';

/** The meaning of a row, besides its printed text. */
export type RowMeaning = Omit<
  ParsedTransaction,
  'place' | 'assetNameRaw' | 'tickerRaw' | 'ownerRaw' | 'typeRaw' | 'tradedOnRaw' | 'amountRaw' | 'qualityFlags'
>;

export interface SenateFiling {
  facts: PtrFacts;
  meanings: RowMeaning[];
  amendmentNo: number | null;
  filedOn: string;
}

const OWNERS: [printed: string, owner: Owner][] = [
  ['Self', 'self'],
  ['Spouse', 'spouse'],
  ['Joint', 'joint'],
  ['Child', 'dependent'],
];
const TYPES: [printed: string, type: TransactionType][] = [
  ['Purchase', 'purchase'],
  ['Sale (Full)', 'sale'],
  ['Sale (Partial)', 'sale_partial'],
  ['Exchange', 'exchange'],
];
const TICKERS = ['', 'EXMP', 'E', 'EXM.B', 'EXM-B', 'RDS-A'];
const NO_DETAILS = { optionType: '', strike: '', expires: '', rate: '', matures: '', company: '', place: '' };

const text = words(8, 14);
/** An asset has details of one kind. */
const details = fc.oneof(
  fc.constant(NO_DETAILS),
  fc.record({ rate: text, matures: optional(text) }).map((bond) => ({ ...NO_DETAILS, ...bond })),
  fc
    .record({ optionType: fc.constantFrom('Call', 'Put', 'Short Sale', 'Neither'), strike: text, expires: text })
    .map((option) => ({ ...NO_DETAILS, ...option })),
  fc
    .record({ company: text, place: optional(text.map((town) => `Sampletown ${town}`)) })
    .map((company) => ({ ...NO_DETAILS, ...company })),
);

const row = fc
  .record({
    number: fc.integer({ min: 1, max: 300 }),
    tradedOn: day,
    owner: fc.constantFrom(...OWNERS),
    type: fc.constantFrom(...TYPES),
    ticker: fc.constantFrom(...TICKERS),
    receivedTicker: fc.constantFrom(...TICKERS),
    asset: text,
    received: text,
    assetType: fc.constantFrom('Stock', 'Stock Option', 'Corporate Bond', 'Other Securities', ''),
    amount,
    details,
    platform: optional(text),
    description: optional(words(40, 14)),
    comment: optional(words(40, 14)),
  })
  .map((drawn): { facts: PtrRowFacts; meaning: Omit<RowMeaning, 'ordinal'> } => {
    const isExchange = drawn.type[1] === 'exchange';
    return {
      facts: {
        ...drawn.details,
        number: String(drawn.number),
        tradedOn: usDay(drawn.tradedOn),
        owner: drawn.owner[0],
        ticker: drawn.ticker,
        receivedTicker: isExchange ? drawn.receivedTicker : '',
        asset: drawn.asset,
        receivedAsset: isExchange ? drawn.received : '',
        assetType: drawn.assetType,
        type: drawn.type[0],
        amount: drawn.amount.raw,
        platform: drawn.platform,
        description: drawn.description,
        comment: drawn.comment,
      },
      meaning: {
        sourceRowId: null,
        owner: drawn.owner[1],
        assetName: drawn.asset,
        assetType: drawn.assetType || null,
        ticker: drawn.ticker || null,
        tickerSource: drawn.ticker === '' ? null : 'document',
        type: drawn.type[1],
        tradedOn: isoDay(drawn.tradedOn),
        notifiedOnRaw: null,
        notifiedOn: null,
        amountMin: drawn.amount.min,
        amountMax: drawn.amount.max,
        amountOver: drawn.amount.over,
        exchange: isExchange ? { asset: drawn.received, ticker: drawn.receivedTicker || null } : null,
        capGainsOver200: null,
        rowStatusRaw: null,
        rowStatus: null,
        subholding: null,
        comment: drawn.comment || null,
        ...meaningOf(drawn.details, drawn.platform, drawn.description),
      },
    };
  });

function meaningOf(
  { optionType, strike, expires, rate, matures, company, place }: typeof NO_DETAILS,
  platform: string,
  description: string,
): Pick<RowMeaning, 'bond' | 'option' | 'location' | 'description'> {
  const lines = [company && `Company: ${company}`, platform && `Exchange/Platform: ${platform}`, description];
  return {
    bond: rate === '' ? null : { rate, matures: matures || null },
    option: optionType === '' ? null : { type: optionType, strike, expires },
    location: place || null,
    description: lines.filter(Boolean).join('\n') || null,
  };
}

/** Any filing, original or amendment. */
export const senateFiling: fc.Arbitrary<SenateFiling> = fc
  .record({
    rows: fc.array(row, { minLength: 1, maxLength: 60, size: 'max' }),
    amendmentNo: fc.option(fc.integer({ min: 1, max: 12 })),
    filedOn: reportDay,
  })
  .map(({ rows, amendmentNo, filedOn }) => ({
    facts: {
      title: `Periodic Transaction Report for ${usDay(filedOn)}${amendmentNo === null ? '' : ` (Amendment ${amendmentNo})`}`,
      filer: 'The Honorable Ann Example (Example, Ann)',
      filedAt: `${usDay(filedOn)} @ 10:15 AM`,
      rows: rows.map(({ facts }) => facts),
    },
    meanings: rows.map(({ meaning }, index) => ({ ordinal: index + 1, ...meaning })),
    amendmentNo,
    filedOn: isoDay(filedOn),
  }));
