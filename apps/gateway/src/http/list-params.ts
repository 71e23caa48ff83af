import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsCalendarDate, IsDayOrInstant } from '#rotunda/contracts';
import { invalidFields } from './known-errors.js';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 500;
const DIGITS = /^\d{1,9}$/;

/** Query strings are text. Text that is not a plain number stays as it is, and the validator refuses it. */
export const toNumber = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && DIGITS.test(value) ? Number(value) : value;

/** A list filter: a calendar date. */
export function DateFilter(description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: String, format: 'date', description, example: '2026-03-20' }),
    IsOptional(),
    IsCalendarDate(),
  );
}

/** A list filter: an instant, or the beginning of a day. */
export function InstantFilter(description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: String, format: 'date-time', description, example: '2026-03-20T14:30:00Z' }),
    IsOptional(),
    IsDayOrInstant(),
  );
}

/** A text without control characters: Postgres can't store NUL, and no name has any of them. */
export const PlainText = (least: number, most: number, once = '$property must be given once'): PropertyDecorator =>
  applyDecorators(
    // The last decorator's message comes first, see RequestValidationPipe.
    Matches(/^\P{Cc}*$/u, { message: '$property must have no control characters' }),
    Length(least, most, { message: `$property must have ${least} to ${most} characters` }),
    IsString({ message: once }),
  );

/** A list filter: a text. */
export const TextFilter = (description: string): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ type: String, description }), IsOptional(), PlainText(1, 100));

/** A list filter: the code of an error. */
export function ErrorCode(): PropertyDecorator {
  const message = '$property must be the code of an error, such as LayoutChanged';
  return applyDecorators(
    ApiPropertyOptional({ type: String, description: 'Code of the error, for example `LayoutChanged`' }),
    IsOptional(),
    Matches(/^\w+$/, { message }),
    Length(1, 100, { message }),
    IsString({ message }),
  );
}

/** A list filter: one of these words. */
export function OneOf(values: readonly string[], description?: string, byDefault?: string): PropertyDecorator {
  const message = `$property must be one of ${values.join(', ')}`;
  const more = { ...(description && { description }), ...(byDefault && { default: byDefault }) };
  return applyDecorators(ApiPropertyOptional({ enum: values, ...more }), IsOptional(), IsIn(values, { message }));
}

/** The query parameters of every list. */
export class ListParams {
  @ApiPropertyOptional({ type: Number, default: DEFAULT_LIMIT, minimum: 1, maximum: MAX_LIMIT })
  @IsOptional()
  @Transform(toNumber)
  @IsInt({ message: `limit must be a whole number from 1 to ${MAX_LIMIT}` })
  @Min(1, { message: 'limit must be at least 1' })
  @Max(MAX_LIMIT, { message: `limit must be at most ${MAX_LIMIT}` })
  limit: number = DEFAULT_LIMIT;

  @ApiPropertyOptional({ type: String, description: '`next_cursor` of the previous page' })
  @IsOptional()
  @IsString({ message: 'cursor must be given once' })
  @Length(1, 500, { message: 'cursor must be the next_cursor of the previous page' })
  cursor?: string;
}

/** `next_cursor` of every page. */
export const NEXT_CURSOR = {
  type: String,
  nullable: true,
  description: '`cursor` of the next page; null on the last page',
} as const;

/** @throws ProblemException with the status (400 for a query) if `<name>_from` is after `<name>_to` */
export function refuseReversedRange(
  name: string,
  from: string | null | undefined,
  to: string | null | undefined,
  status: 400 | 422 = 400,
): void {
  if (!from || !to || from <= to) return;
  const prefix = name ? `${name}_` : '';
  const message = `${prefix}from ${from} must not be after ${prefix}to ${to}`;
  throw invalidFields(status, [{ field: `${prefix}from`, message }]);
}
