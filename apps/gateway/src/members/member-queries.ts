import { IsIn, IsOptional, IsString, Length, Matches, ValidateIf } from 'class-validator';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Chamber } from '#rotunda/domain';
import { BIOGUIDE, BIOGUIDE_MESSAGE } from '../disclosures/bioguide-filter.js';
import { DateFilter, ListQuery, TextFilter } from '../http/list-query.js';

const CHAMBERS = ['senate', 'house'] as const satisfies Chamber[];
const UNMATCHED = ['ambiguous', 'open'] as const;
const SCOPES = ['filer', 'filing'] as const;
const NO_CONTROL_CHARACTERS = /^\P{Cc}*$/u;

class ChamberQuery extends ListQuery {
  @ApiPropertyOptional({ enum: CHAMBERS })
  @IsOptional()
  @IsIn(CHAMBERS, { message: `chamber must be one of ${CHAMBERS.join(', ')}` })
  chamber?: Chamber;
}

/** A member fits when one of their terms fits chamber, state, party and day together. */
export class MembersListQuery extends ChamberQuery {
  @TextFilter('Any part of the name, in either case')
  name?: string;

  @ApiPropertyOptional({ type: String, description: 'Postal code, e.g. `CA`' })
  @IsOptional()
  @Matches(/^[A-Za-z]{2}$/, { message: 'state must be a postal code such as CA' })
  state?: string;

  @TextFilter('Party, in either case, e.g. `Independent`')
  party?: string;

  @DateFilter('Sat on this day')
  on?: string;
}

export class UnmatchedListQuery extends ChamberQuery {
  @ApiPropertyOptional({ enum: UNMATCHED, description: '`ambiguous`: several fit; `open`: nobody does' })
  @IsOptional()
  @IsIn(UNMATCHED, { message: `status must be one of ${UNMATCHED.join(', ')}` })
  status?: (typeof UNMATCHED)[number];
}

/** Who filed, as a person says. */
export class MemberDecisionBody {
  @ApiProperty({ type: String, nullable: true, description: 'The member’s bioguide id; null: no member filed this' })
  @ValidateIf((body: MemberDecisionBody) => body.bioguide !== null)
  @Matches(BIOGUIDE, { message: `${BIOGUIDE_MESSAGE}, or null where no member filed` })
  bioguide!: string | null;

  @ApiProperty({ description: 'Who decides' })
  @IsString({ message: 'by must say who decides' })
  @Length(1, 100, { message: 'by must have 1 to 100 characters' })
  @Matches(NO_CONTROL_CHARACTERS, { message: 'by must have no control characters' })
  by!: string;

  @ApiProperty({ description: 'Why, for whoever looks at it later' })
  @IsString({ message: 'reason must say why' })
  @Length(1, 1_000, { message: 'reason must have 1 to 1000 characters' })
  @Matches(NO_CONTROL_CHARACTERS, { message: 'reason must have no control characters' })
  reason!: string;

  @ApiPropertyOptional({
    enum: SCOPES,
    default: 'filer',
    description:
      '`filer`: also all other filings under this name, district and chamber within the same term; `filing`: this one',
  })
  @IsOptional()
  @IsIn(SCOPES, { message: `applies_to must be one of ${SCOPES.join(', ')}` })
  applies_to: (typeof SCOPES)[number] = 'filer';
}
