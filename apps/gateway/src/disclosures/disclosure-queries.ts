import { IsIn, IsOptional } from 'class-validator';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { type Chamber, FILING_STATUSES, type FilingStatus } from '#rotunda/domain';
import type { FilingListFilters, TradeFilters } from '#rotunda/persistence';
import { DateFilter, ListQuery, refuseReversedRange, TextFilter } from '../http/list-query.js';
import { BioguideFilter } from './bioguide-filter.js';

const CHAMBERS = ['senate', 'house'] as const satisfies Chamber[];

class DisclosureQuery extends ListQuery {
  @ApiPropertyOptional({ enum: CHAMBERS })
  @IsOptional()
  @IsIn(CHAMBERS, { message: `chamber must be one of ${CHAMBERS.join(', ')}` })
  chamber?: Chamber;

  @TextFilter('Any part of the filer’s name, in either case')
  member?: string;

  @BioguideFilter()
  bioguide?: string;

  @TextFilter('Exactly this ticker, in either case')
  ticker?: string;

  @DateFilter('Filed on this day or later')
  filed_from?: string;

  @DateFilter('Filed on this day or earlier')
  filed_to?: string;
}

export class TradesListQuery extends DisclosureQuery {
  @DateFilter('Traded on this day or later')
  traded_from?: string;

  @DateFilter('Traded on this day or earlier')
  traded_to?: string;

  @ApiPropertyOptional({
    enum: ['true', 'false'],
    description: 'Also what another filing amends or withdraws, and rows that delete; see `is_current`',
  })
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'include_superseded must be true or false' })
  include_superseded?: string;
}

export class FilingsListQuery extends DisclosureQuery {
  @ApiPropertyOptional({ enum: FILING_STATUSES })
  @IsOptional()
  @IsIn(FILING_STATUSES, { message: `status must be one of ${FILING_STATUSES.join(', ')}` })
  status?: FilingStatus;
}

export function tradeFilters(query: TradesListQuery): TradeFilters {
  refuseReversedRange('traded', query.traded_from, query.traded_to);
  const { traded_from: tradedFrom, traded_to: tradedTo, include_superseded } = query;
  return { ...commonFilters(query), tradedFrom, tradedTo, includeSuperseded: include_superseded === 'true' };
}

export const filingFilters = (query: FilingsListQuery): FilingListFilters => ({
  ...commonFilters(query),
  status: query.status,
});

function commonFilters(query: DisclosureQuery): TradeFilters {
  refuseReversedRange('filed', query.filed_from, query.filed_to);
  const { chamber, member, bioguide, ticker, limit, cursor } = query;
  return { chamber, member, bioguide, ticker, limit, cursor, filedFrom: query.filed_from, filedTo: query.filed_to };
}
