import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { IsCalendarDate } from '#rotunda/contracts';
import { BIOGUIDE, BIOGUIDE_MESSAGE } from '../../disclosures/bioguide.js';
import { TextFilter, toNumber } from '../../http/list-params.js';
import { Symbols } from '../symbols.js';

export const PAGE_SIZE = 1_000;
const IGNORED = 'Ignored: Quiver’s clients send it';

/** `20260320`, as Quiver writes days, and `2026-03-20`. */
const toIsoDate = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3') : value;

export class QuiverTickerParams {
  @ApiPropertyOptional({ type: Number, minimum: 1, description: 'From 1. Without it and `page_size`: everything' })
  @IsOptional()
  @Transform(toNumber)
  @IsInt({ message: 'page must be a whole number from 1' })
  @Min(1, { message: 'page must be at least 1: Quiver counts from 1' })
  page?: number;

  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: PAGE_SIZE, description: `Default: ${PAGE_SIZE}` })
  @IsOptional()
  @Transform(toNumber)
  @IsInt({ message: `page_size must be a whole number from 1 to ${PAGE_SIZE}` })
  @Min(1, { message: 'page_size must be at least 1' })
  @Max(PAGE_SIZE, { message: `page_size must be at most ${PAGE_SIZE}` })
  page_size?: number;

  @ApiPropertyOptional({ type: String, description: 'First seen on this day (UTC)', example: '20260320' })
  @IsOptional()
  @Transform(toIsoDate)
  @IsCalendarDate()
  date?: string;

  @TextFilter('`V2`: `Trade_Size_USD` is the band, else its lower end')
  version?: string;

  @TextFilter(IGNORED)
  recent?: string;

  @TextFilter(IGNORED)
  nonstock?: string;

  @TextFilter(IGNORED)
  normalized?: string;
}

export class QuiverParams extends QuiverTickerParams {
  @ApiPropertyOptional({ type: String, description: 'A ticker, or several separated by commas', example: 'EXA' })
  @IsOptional()
  @Symbols()
  ticker?: string;

  @ApiPropertyOptional({ type: String, description: 'Filed by this member', example: 'S900001' })
  @IsOptional()
  @Matches(BIOGUIDE, { message: BIOGUIDE_MESSAGE.replace('bioguide', '$property') })
  bioguide_id?: string;

  @TextFilter('Any part of the filer’s name')
  representative?: string;
}
