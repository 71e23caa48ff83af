import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID, registerDecorator, type ValidationArguments } from 'class-validator';
import { Sentence } from '../http/sentence.js';
import { CountedFromOne } from './counted-from-one.js';

/** A row of the filing: a trade, or a row of a scan that waits. */
export class NamedRow {
  @ApiPropertyOptional({ format: 'uuid', description: 'A trade of the filing; with `revision`' })
  @IsOneRow()
  @IsOptional()
  @IsUUID('all', { message: 'trade_id must be the UUID of a trade of the filing' })
  trade_id?: string;

  @ApiPropertyOptional({ type: Number, description: 'The revision of the trade that you looked at' })
  @IsOptional()
  @CountedFromOne('revision must be the revision of the trade, a whole number from 1')
  revision?: number;

  @ApiPropertyOptional({ format: 'uuid', description: 'Instead of a trade: a row of a scan that waits' })
  @IsOptional()
  @IsUUID('all', { message: 'row_id must be the UUID of a row of the scan that waits' })
  row_id?: string;

  @ApiPropertyOptional({ type: String, description: 'Why, if the common reason does not apply', maxLength: 1000 })
  @IsOptional()
  @Sentence(1000)
  reason?: string | null;
}

export const nameOf = ({ trade_id, row_id, revision, reason }: NamedRow) => ({
  transactionId: (row_id ?? trade_id!).toLowerCase(),
  revision: row_id === undefined ? revision! : null,
  reason: reason ?? null,
});

/** Not a rule of the field alone, which is optional. */
function IsOneRow(): PropertyDecorator {
  return (target) =>
    registerDecorator({
      name: 'isOneRow',
      target: target.constructor,
      propertyName: 'row_name',
      options: { message: 'name a row by trade_id and revision, or by row_id alone' },
      validator: {
        validate: (_: unknown, args?: ValidationArguments) => {
          const { trade_id, revision, row_id } = args!.object as NamedRow;
          return row_id === undefined ? trade_id !== undefined && revision !== undefined : trade_id === undefined;
        },
      },
    });
}
