import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Length, Matches } from 'class-validator';

/** A list filter: words to search for. */
export function SearchedWords(description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: String, minLength: 2, maxLength: 100, description, example: 'pfizer' }),
    IsOptional(),
    Matches(/[\p{L}\p{N}]/u, { message: '$property must have a letter or a digit' }),
    Matches(/^\P{Cc}*$/u, { message: '$property must have no control characters' }),
    Length(2, 100, { message: '$property must have 2 to 100 characters' }),
    IsString({ message: '$property must be given once' }),
  );
}
