import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Matches, Min } from 'class-validator';
import { TextFilter, toNumber } from '../../http/list-params.js';
import { Symbols } from '../symbols.js';

/** A required text; the message of a missing one says what to send. */
const RequiredText = (message: string): PropertyDecorator =>
  applyDecorators(Matches(/^\P{Cc}*$/u, { message }), Length(1, 100, { message }), IsString({ message }));

class FmpParams {
  @ApiPropertyOptional({ type: Number, default: 0, minimum: 0, description: 'From 0' })
  @IsOptional()
  @Transform(toNumber)
  @IsInt({ message: 'page must be a whole number from 0' })
  @Min(0, { message: 'page must be at least 0' })
  page: number = 0;

  @ApiPropertyOptional({ type: Number, minimum: 1, description: 'Rows of a page; more than FMP gives are not given' })
  @IsOptional()
  @Transform(toNumber)
  @IsInt({ message: 'limit must be a whole number from 1' })
  @Min(1, { message: 'limit must be at least 1' })
  limit?: number;

  @TextFilter('A key of this gateway with the role `look`; a key of FMP is ignored where no key is needed')
  apikey?: string;
}

export class FmpLatestParams extends FmpParams {}

export class FmpSymbolParams extends FmpParams {
  @ApiProperty({ description: 'A ticker, or several separated by commas', example: 'EXA' })
  @Symbols()
  symbol!: string;
}

export class FmpNameParams extends FmpParams {
  @ApiProperty({ description: 'Any part of the filer’s name', example: 'Sample' })
  @RequiredText('name must be part of a name: give 1 to 100 characters once')
  name!: string;
}
