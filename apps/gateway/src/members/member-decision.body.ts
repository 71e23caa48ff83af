import { IsIn, IsOptional, IsString, Length, Matches, ValidateIf } from 'class-validator';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { BIOGUIDE, BIOGUIDE_MESSAGE } from '../disclosures/bioguide.js';

const SCOPES = ['filer', 'filing'] as const;
const NO_CONTROL_CHARACTERS = /^\P{Cc}*$/u;

/** A person's decision on who filed. */
export class MemberDecisionBody {
  @ApiProperty({ type: String, nullable: true, description: 'The member’s bioguide id; null: no member filed this' })
  @ValidateIf((body: MemberDecisionBody) => body.bioguide !== null)
  @Matches(BIOGUIDE, { message: `${BIOGUIDE_MESSAGE}, or null if no member filed` })
  bioguide!: string | null;

  @ApiProperty({ description: 'Who decides' })
  @IsString({ message: 'by must say who decides' })
  @Length(1, 100, { message: 'by must have 1 to 100 characters' })
  @Matches(NO_CONTROL_CHARACTERS, { message: 'by must have no control characters' })
  by!: string;

  @ApiProperty({ description: 'Why, for those who look at it later' })
  @IsString({ message: 'reason must say why' })
  @Length(1, 1_000, { message: 'reason must have 1 to 1000 characters' })
  @Matches(NO_CONTROL_CHARACTERS, { message: 'reason must have no control characters' })
  reason!: string;

  @ApiPropertyOptional({
    enum: SCOPES,
    default: 'filer',
    description:
      '`filer`: also all other filings under this name, district and chamber in the same term; `filing`: only this one',
  })
  @IsOptional()
  @IsIn(SCOPES, { message: `applies_to must be one of ${SCOPES.join(', ')}` })
  applies_to: (typeof SCOPES)[number] = 'filer';
}
