import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { PlainText } from '../list-params.js';

/** A list filter: words to search for. */
export function SearchedWords(description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: String, minLength: 2, maxLength: 100, description, example: 'pfizer' }),
    IsOptional(),
    Matches(/[\p{L}\p{N}]/u, { message: '$property must have a letter or a digit' }),
    PlainText(2, 100),
  );
}
