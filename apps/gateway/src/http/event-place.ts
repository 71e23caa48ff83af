import { Transform } from 'class-transformer';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, Min } from 'class-validator';
import { invalidFields } from './known-errors.js';

const DIGITS = /^\d{1,15}$/;
const MESSAGE = 'last_event_id must be the id of an event: a whole number';

const toPlace = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && DIGITS.test(value) ? Number(value) : value;

/** Where an event stream continues. A browser that reconnects sends a header; first requests use the query. */
export class EventPlaceParams {
  @ApiPropertyOptional({ type: Number, minimum: 0, description: 'Only events after the one with this id' })
  @IsOptional()
  @Transform(toPlace)
  @IsInt({ message: MESSAGE })
  @Min(0, { message: MESSAGE })
  last_event_id?: number;
}

/** @param header `Last-Event-ID`, the newer of the two. @throws ProblemException (400) if it is not a number */
export function placeOf({ last_event_id }: EventPlaceParams, header: string | undefined): number | undefined {
  if (!header) return last_event_id;
  if (!DIGITS.test(header)) throw invalidFields(400, [{ field: 'Last-Event-ID', message: MESSAGE }]);
  return Number(header);
}
