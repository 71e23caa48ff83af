import { IsIn, IsOptional } from 'class-validator';
import { ApiPropertyOptional } from '@nestjs/swagger';
import {
  type Chamber,
  FILING_STATUSES,
  type FilingStatus,
  type Owner,
  OWNERS,
  TRANSACTION_TYPES,
  type TransactionType,
} from '#rotunda/domain';
import { type FilingListFilters, type TradeFilters, type TradeOrder } from '#rotunda/persistence';
import { DateFilter, ListParams, OneOf, refuseReversedRange, TextFilter } from '../http/list-params.js';
import { BioguideFilter } from './bioguide-filter.js';

const CHAMBERS = ['senate', 'house'] as const satisfies Chamber[];

export class DisclosureListParams extends ListParams {
  @ApiPropertyOptional({ enum: CHAMBERS })
  @IsOptional()
  @IsIn(CHAMBERS, { message: `chamber must be one of ${CHAMBERS.join(', ')}` })
  chamber?: Chamber;

  @TextFilter('Any part of the filer’s name; upper and lower case are the same')
  member?: string;

  @BioguideFilter()
  bioguide?: string;

  @TextFilter('Exactly this ticker; upper and lower case are the same')
  ticker?: string;

  @DateFilter('Filed on this day or later')
  filed_from?: string;

  @DateFilter('Filed on this day or earlier')
  filed_to?: string;
}

export class TradeListParams extends DisclosureListParams {
  @OneOf(OWNERS)
  owner?: Owner;

  @OneOf(TRANSACTION_TYPES)
  type?: TransactionType;

  @DateFilter('Traded on this day or later')
  traded_from?: string;

  @DateFilter('Traded on this day or earlier')
  traded_to?: string;

  @ApiPropertyOptional({
    enum: ['true', 'false'],
    description: 'Also trades that another filing amends or withdraws, and rows that delete one; see `is_current`',
  })
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'include_superseded must be true or false' })
  include_superseded?: string;

  @ApiPropertyOptional({
    enum: ['filed', 'stored'],
    default: 'filed',
    description: '`filed`: those of the newest filing first; `stored`: those that Rotunda stored last first',
  })
  @IsOptional()
  @IsIn(['filed', 'stored'], { message: 'order must be one of filed, stored' })
  order?: TradeOrder;
}

export class FilingListParams extends DisclosureListParams {
  @ApiPropertyOptional({ enum: FILING_STATUSES })
  @IsOptional()
  @IsIn(FILING_STATUSES, { message: `status must be one of ${FILING_STATUSES.join(', ')}` })
  status?: FilingStatus;
}

export function tradeFilters(params: TradeListParams): TradeFilters {
  refuseReversedRange('traded', params.traded_from, params.traded_to);
  const { owner, type, traded_from: tradedFrom, traded_to: tradedTo, include_superseded, order } = params;
  const includeSuperseded = include_superseded === 'true';
  const owners = owner && [owner];
  const types = type && [type];
  return { ...commonFilters(params), owners, types, tradedFrom, tradedTo, includeSuperseded, order };
}

export const filingFilters = (params: FilingListParams): FilingListFilters => ({
  ...commonFilters(params),
  statuses: params.status && [params.status],
});

export function commonFilters(params: DisclosureListParams): TradeFilters {
  refuseReversedRange('filed', params.filed_from, params.filed_to);
  const { chamber, member: name, bioguide, ticker, limit, cursor, filed_from: filedFrom, filed_to: filedTo } = params;
  const chambers = chamber && [chamber];
  const members = bioguide ? [bioguide] : undefined;
  const tickers = ticker === undefined ? undefined : [ticker];
  return { chambers, name, members, tickers, limit, cursor, filedFrom, filedTo };
}
