import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID, registerDecorator, type ValidationArguments } from 'class-validator';
import { Sentence } from '../http/sentence.js';
import { CountedFromOne } from './counted-from-one.js';

const REVISION_MESSAGE = 'revision must be the revision of the trade, a whole number from 1';

/** A row of the filing: a trade, or a row of a scan that waits. */
export class NamedRow {
  @ApiPropertyOptional({ type: String, format: 'uuid', description: 'A trade of the filing; with `revision`' })
  @IsOneRow()
  @IsOptional()
  @IsUUID('all', { message: 'trade_id must be the UUID of a trade of the filing' })
  trade_id?: string | null;

  @ApiPropertyOptional({ type: Number, description: 'The revision of the trade that you looked at' })
  @IsOptional()
  @CountedFromOne(REVISION_MESSAGE)
  revision?: number | null;

  @ApiPropertyOptional({ type: String, format: 'uuid', description: 'Instead of a trade: a row of a scan that waits' })
  @IsOptional()
  @IsUUID('all', { message: 'row_id must be the UUID of a row of the scan that waits' })
  row_id?: string | null;

  @ApiPropertyOptional({ type: String, description: 'Why, if the common reason does not apply', maxLength: 1000 })
  @IsOptional()
  @Sentence(1000)
  reason?: string | null;
}

export const nameOf = ({ trade_id, row_id, revision, reason }: NamedRow) => ({
  transactionId: (row_id ?? trade_id!).toLowerCase(),
  revision: row_id ? null : revision!,
  reason: reason ?? null,
});

/** A rule of three fields together, each of which is optional. */
function IsOneRow(): PropertyDecorator {
  return (target) =>
    registerDecorator({
      name: 'isOneRow',
      target: target.constructor,
      propertyName: 'row',
      validator: {
        validate: (_: unknown, args?: ValidationArguments) => faultOf(args!.object) === null,
        defaultMessage: (args?: ValidationArguments) => faultOf(args!.object) ?? '',
      },
    });
}

function faultOf({ trade_id, revision, row_id }: NamedRow): string | null {
  if (row_id) return trade_id || revision ? 'row_id must be alone, without trade_id and revision' : null;
  if (!trade_id) return 'trade_id must be the UUID of a trade of the filing, or row_id that of a row that waits';
  return !revision ? REVISION_MESSAGE : null;
}
