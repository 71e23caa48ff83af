import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { OneOf, TextFilter, toNumber } from '../../http/list-params.js';
import { Symbols } from '../symbols.js';

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 5_000;
const CHAMBERS = ['house', 'senate', 'all'] as const;

export class OpenBbParams {
  @ApiPropertyOptional({ type: String, description: 'A ticker, or several separated by commas', example: 'EXA' })
  @IsOptional()
  @Symbols()
  symbol?: string;

  @OneOf(CHAMBERS)
  chamber?: (typeof CHAMBERS)[number];

  @ApiPropertyOptional({ type: Number, default: DEFAULT_LIMIT, minimum: 1, maximum: MAX_LIMIT })
  @IsOptional()
  @Transform(toNumber)
  @IsInt({ message: `limit must be a whole number from 1 to ${MAX_LIMIT}` })
  @Min(1, { message: 'limit must be at least 1' })
  @Max(MAX_LIMIT, { message: `limit must be at most ${MAX_LIMIT}; /api/v1/trades pages through everything` })
  limit: number = DEFAULT_LIMIT;

  @TextFilter('Ignored: OpenBB’s clients send it')
  provider?: string;

  @TextFilter('Ignored: OpenBB’s clients send it')
  chart?: string;
}
