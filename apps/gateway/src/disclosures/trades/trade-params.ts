import { IsOptional, Matches } from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import {
  FILING_FORMATS,
  FILING_QUALITY_FLAGS,
  type FilingFormat,
  type Owner,
  OWNERS,
  ROW_QUALITY_FLAGS,
  TRANSACTION_TYPES,
  type TransactionType,
} from '#rotunda/domain';
import type { TradeFilters, TradeOrder } from '#rotunda/persistence';
import { seenFilters, SeenFilterParams } from '../disclosure-params.js';
import { ChosenFieldsParams } from '../../http/lists/chosen-fields.js';
import { SearchedWords } from '../../http/lists/searched-words.js';
import { AnyOf, AnyText } from '../../http/lists/value-lists.js';
import { invalidFields } from '../../http/known-errors.js';
import { DateFilter, ListParams, OneOf, refuseReversedRange } from '../../http/list-params.js';

const UNKNOWN_OWNER = 'unknown';
const TRUTH = ['true', 'false'] as const;
const FLAGS = [...new Set([...Object.keys(ROW_QUALITY_FLAGS), ...Object.keys(FILING_QUALITY_FLAGS)])];
const DOLLARS = /^\d{1,12}(?:\.\d{1,2})?$/;

function AmountFilter(description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: Number, minimum: 0, description, example: 50_001 }),
    IsOptional(),
    Matches(DOLLARS, { message: '$property must be US dollars in digits, such as 50001' }),
  );
}

/** Which trades; all that count by default. */
export class TradeFilterParams extends SeenFilterParams {
  @AnyOf([...OWNERS, UNKNOWN_OWNER], '`unknown`: the document names none that the form has')
  owner?: (Owner | typeof UNKNOWN_OWNER)[];

  @AnyOf(TRANSACTION_TYPES)
  type?: TransactionType[];

  @AnyOf(FILING_FORMATS, '`paper`: read from a scan; see `confidence`')
  source?: FilingFormat[];

  @AnyText('As the forms write it: codes of the House, words of the Senate; upper and lower case are the same', [
    'ST',
    'Stock',
  ])
  asset_type?: string[];

  @DateFilter('Traded on this day or later')
  traded_from?: string;

  @DateFilter('Traded on this day or earlier')
  traded_to?: string;

  @AmountFilter('The whole band is at or above this amount: its lower bound is')
  amount_from?: string;

  @AmountFilter('The whole band is at or below this amount: its upper bound is; an open-ended band has none')
  amount_to?: string;

  @OneOf(TRUTH, 'Disclosed more than 45 days after the trade, or within them; see `late`')
  late?: (typeof TRUTH)[number];

  @AnyOf(FLAGS, 'With one of these quality flags, of the row or of its filing')
  flag?: string[];

  @SearchedWords('Words of the asset’s and the filer’s name, in any order; typing errors are forgiven')
  q?: string;

  @OneOf(TRUTH, 'Also trades that another filing amends or withdraws, and rows that delete one; see `is_current`')
  include_superseded?: (typeof TRUTH)[number];
}

/** `first_seen` is another word for `stored`. */
const ORDERS = ['filed', 'stored', 'first_seen', 'traded', 'amount', 'relevance'] as const;
const DIRECTIONS = ['desc', 'asc'] as const;
const FILINGS = ['each', 'once'] as const;
const COUNTS = ['none', 'exact'] as const;

export class TradeListParams extends IntersectionType(TradeFilterParams, ListParams, ChosenFieldsParams) {
  @OneOf(
    ORDERS,
    '`filed`: those of the newest filing first; `stored`, `first_seen`: those that Rotunda saw last first; `traded`: by ' +
      'the day of the trade; `amount`: by the lower bound; `relevance`: to `q`. By default `relevance` with `q`, else `filed`',
  )
  order?: (typeof ORDERS)[number];

  @OneOf(DIRECTIONS, '`asc` turns the order around; what is unknown stays last', 'desc')
  direction?: (typeof DIRECTIONS)[number];

  @OneOf(FILINGS, '`once`: `filings` has each filing once, by its id, and the trades come without it', 'each')
  filings?: (typeof FILINGS)[number];

  @OneOf(COUNTS, '`exact`: `count` says how many trades there are on all pages, which takes longer', 'none')
  count?: (typeof COUNTS)[number];
}

/** What the filters of an answer mean to the archive. @throws ProblemException (400) for filters that contradict */
export function tradeFiltersOf(params: TradeFilterParams, now: Date): Omit<TradeFilters, 'limit' | 'cursor'> {
  refuseReversedRange('traded', params.traded_from, params.traded_to);
  const [amountFrom, amountTo] = [dollarsOf(params.amount_from), dollarsOf(params.amount_to)];
  if (amountFrom !== undefined && amountTo !== undefined && amountFrom > amountTo) {
    const message = `amount_from ${amountFrom} must not be above amount_to ${amountTo}`;
    throw invalidFields(400, [{ field: 'amount_from', message }]);
  }
  return {
    ...seenFilters(params, now),
    sources: params.source,
    ...{ owners: params.owner, types: params.type, assetTypes: params.asset_type, flags: params.flag },
    ...{ tradedFrom: params.traded_from, tradedTo: params.traded_to, amountFrom, amountTo, text: params.q },
    late: params.late === undefined ? undefined : params.late === 'true',
    includeSuperseded: params.include_superseded === 'true',
  };
}

/** A page of them. */
export function tradeFilters(params: TradeListParams, now: Date): TradeFilters {
  const { limit, cursor, direction, order } = params;
  if (order === 'relevance' && params.q === undefined) {
    throw invalidFields(400, [{ field: 'order', message: 'order=relevance needs q, the words to search for' }]);
  }
  return { ...tradeFiltersOf(params, now), limit, cursor, direction, order: orderOf(order) };
}

const orderOf = (order: TradeListParams['order']): TradeOrder | undefined =>
  order === 'first_seen' ? 'stored' : order;

const dollarsOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));
