import { IsIn, IsOptional, Matches } from 'class-validator';
import { ApiPropertyOptional } from '@nestjs/swagger';
import type { Chamber } from '#rotunda/domain';
import type { MemberFilters } from '#rotunda/persistence';
import { DateFilter, ListParams, TextFilter } from '../http/list-params.js';

const CHAMBERS = ['senate', 'house'] as const satisfies Chamber[];
const UNMATCHED = ['ambiguous', 'open'] as const;

class ChamberListParams extends ListParams {
  @ApiPropertyOptional({ enum: CHAMBERS })
  @IsOptional()
  @IsIn(CHAMBERS, { message: `chamber must be one of ${CHAMBERS.join(', ')}` })
  chamber?: Chamber;
}

/** A member matches if one of their terms matches chamber, state, party and day together. */
export class MemberListParams extends ChamberListParams {
  @TextFilter('Any part of the name; upper and lower case are the same')
  name?: string;

  @ApiPropertyOptional({ type: String, description: 'Postal code, for example `CA`' })
  @IsOptional()
  @Matches(/^[A-Za-z]{2}$/, { message: 'state must be a postal code such as CA' })
  state?: string;

  @TextFilter('Party, for example `Independent`; upper and lower case are the same')
  party?: string;

  @DateFilter('Sat on this day')
  on?: string;

  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'Whether a filing is matched to the member' })
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'filed must be true or false' })
  filed?: string;
}

export const memberFilters = ({ filed, ...filters }: MemberListParams): MemberFilters => ({
  ...filters,
  filed: filed === undefined ? undefined : filed === 'true',
});

export class UnmatchedListParams extends ChamberListParams {
  @ApiPropertyOptional({ enum: UNMATCHED, description: '`ambiguous`: several members match; `open`: none does' })
  @IsOptional()
  @IsIn(UNMATCHED, { message: `status must be one of ${UNMATCHED.join(', ')}` })
  status?: (typeof UNMATCHED)[number];
}
