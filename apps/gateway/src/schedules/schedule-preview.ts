import { Transform } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { entryFaults, ticksAfter } from '#rotunda/tasks';
import { invalidFields } from '../http/known-errors.js';
import { TextFilter, toNumber } from '../http/list-params.js';

const DEFAULT_COUNT = 5;
const MAX_COUNT = 20;
const COUNT_MESSAGE = `count must be a whole number from 1 to ${MAX_COUNT}`;

export class PreviewParams {
  @TextFilter('Five fields, as in a schedule; exactly one of `cron` and `every` is given')
  cron?: string;

  @TextFilter('An interval, e.g. 15m')
  every?: string;

  @TextFilter('An IANA time zone for `cron`; default: UTC')
  timezone?: string;

  @ApiPropertyOptional({ type: 'integer', default: DEFAULT_COUNT, minimum: 1, maximum: MAX_COUNT })
  @Transform(toNumber)
  @IsInt({ message: COUNT_MESSAGE })
  @Min(1, { message: COUNT_MESSAGE })
  @Max(MAX_COUNT, { message: COUNT_MESSAGE })
  count: number = DEFAULT_COUNT;
}

export class SchedulePreview {
  @ApiProperty({ format: 'date-time', type: [String], description: 'The next ticks, in order' })
  next!: string[];
}

/** @throws ProblemException 400 with what a schedule of these fields would be refused for */
export function previewSchedule({ cron, every, timezone, count }: PreviewParams, now: Date): SchedulePreview {
  const when = { cron: cron?.trim() ?? null, every: every ?? null, timezone: timezone ?? 'UTC' };
  const faults = entryFaults('preview', { ...when, task: 'check' }, now);
  if (faults.length > 0) throw invalidFields(400, faults);
  return { next: ticksAfter(when, now, count).map((tick) => tick.toISOString()) };
}
