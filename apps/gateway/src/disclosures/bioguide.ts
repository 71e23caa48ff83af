import { IsOptional, Matches } from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';

export const BIOGUIDE = /^[A-Z]\d{6}$/;
export const BIOGUIDE_MESSAGE = 'bioguide must be a bioguide id: a capital letter and six digits';

/** A list filter: exactly this member. */
export function BioguideFilter(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: String, description: 'Filed by this member (bioguide id)' }),
    IsOptional(),
    Matches(BIOGUIDE, { message: BIOGUIDE_MESSAGE }),
  );
}
