import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, Length, Matches } from 'class-validator';

/** More than all states. */
const MOST_VALUES = 100;

/** `AAPL,MSFT`. A parameter that is there twice becomes something that is not a list, and is refused. */
const toValues = ({ value }: { value: unknown }): unknown => {
  if (Array.isArray(value)) return String(value);
  return typeof value === 'string' ? [...new Set(value.split(',').map((each) => each.trim()))] : value;
};

/** How OpenAPI says so. */
const COMMA_LIST = { style: 'form', explode: false, isArray: true } as const;

/** What all lists of values have in common. The last decorator's message comes first, see RequestValidationPipe. */
const valueList = (options: ApiPropertyOptions, example: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ ...options, ...COMMA_LIST }),
    IsOptional(),
    Transform(toValues),
    ArrayMaxSize(MOST_VALUES, { message: `$property must have at most ${MOST_VALUES} values` }),
    IsArray({ message: `$property must be given once; separate values by commas: $property=${example}` }),
  );

/** A list filter: one or more of these words. */
export function AnyOf(values: readonly string[], description?: string): PropertyDecorator {
  return applyDecorators(
    IsIn(values, { each: true, message: `$property must be one of ${values.join(', ')}, or several with commas` }),
    valueList({ enum: [...values], ...(description && { description }) }, values.slice(0, 2).join(',')),
  );
}

/** A list filter: one or more texts. */
export function AnyText(description: string, examples: readonly [string, string]): PropertyDecorator {
  return applyDecorators(
    Matches(/^\P{Cc}*$/u, { each: true, message: '$property must have no control characters' }),
    Length(1, 100, { each: true, message: '$property must have 1 to 100 characters' }),
    valueList({ type: String, description, example: [...examples] }, examples.join(',')),
  );
}

/** A list filter: one or more texts of this form. */
export function AnyLike(
  pattern: RegExp,
  { message, description, examples }: { message: string; description: string; examples: readonly [string, string] },
): PropertyDecorator {
  return applyDecorators(
    Matches(pattern, { each: true, message }),
    valueList({ type: String, description, example: [...examples] }, examples.join(',')),
  );
}
