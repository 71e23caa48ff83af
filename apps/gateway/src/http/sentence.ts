import { applyDecorators } from '@nestjs/common';
import { IsString, Length, Matches } from 'class-validator';

/** One line of text that is not blank and has no control characters. */
export function Sentence(maxLength: number): PropertyDecorator {
  return applyDecorators(
    // The last decorator's message comes first, see RequestValidationPipe.
    Matches(/\S/, { message: '$property must not be blank' }),
    Matches(/^[^\p{Cc}\p{Surrogate}]*$/u, { message: '$property must have no control characters' }),
    Length(1, maxLength, { message: `$property must have 1 to ${maxLength} characters` }),
    IsString({ message: '$property must be a text' }),
  );
}
