import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { CORRECTABLE_FIELDS, type CorrectableField, type Correction, type Decision } from '#rotunda/persistence';
import { ANY_VALUE } from '../http/json-schemas.js';
import { Sentence } from '../http/sentence.js';
import { FitsField } from './field-values.js';

const FIELDS = Object.keys(CORRECTABLE_FIELDS) as CorrectableField[];
const MAX_CHANGES = 500;
const MAX_INTEGER = 2_147_483_647;

function CountedFromOne(message: string): PropertyDecorator {
  return applyDecorators(Max(MAX_INTEGER, { message }), Min(1, { message }), IsInt({ message }));
}

class DecisionBody {
  @ApiProperty({ description: 'Who decides', maxLength: 200 })
  @Sentence(200)
  by!: string;

  @ApiPropertyOptional({
    type: Number,
    description: 'The `version` of the review that you looked at; the decision is refused if it has changed since',
  })
  @IsOptional()
  @CountedFromOne('version must be a whole number from 1')
  version?: number | null;
}

export class AcceptBody extends DecisionBody {
  @ApiPropertyOptional({ type: String, description: 'Why', maxLength: 1000 })
  @IsOptional()
  @Sentence(1000)
  reason?: string | null;
}

export class RejectBody extends DecisionBody {
  @ApiProperty({ description: 'Why; it stays with the filing', maxLength: 1000 })
  @Sentence(1000)
  reason!: string;
}

export class ChangeBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID('all', { message: 'trade_id must be the UUID of a trade of the filing' })
  trade_id!: string;

  @ApiProperty({ description: 'The revision that you looked at' })
  @CountedFromOne('revision must be the revision of the trade, a whole number from 1')
  revision!: number;

  @ApiProperty({ enum: FIELDS })
  @IsIn(FIELDS, { message: `field must be one of ${FIELDS.join(', ')}` })
  field!: CorrectableField;

  @ApiProperty({ ...ANY_VALUE, description: 'As the API shows the field; null for no value' })
  @FitsField()
  value!: unknown;

  @ApiPropertyOptional({ type: String, description: 'Why, if the common reason does not apply', maxLength: 1000 })
  @IsOptional()
  @Sentence(1000)
  reason?: string | null;
}

export class CorrectBody extends DecisionBody {
  @ApiProperty({ description: 'Why', maxLength: 1000 })
  @Sentence(1000)
  reason!: string;

  @ApiProperty({ type: [ChangeBody], minItems: 1, maxItems: MAX_CHANGES })
  @IsArray({ message: 'changes must be a list of {trade_id, revision, field, value}' })
  @ArrayMinSize(1, { message: 'changes must have at least one entry; accept the review if nothing has to change' })
  @ArrayMaxSize(MAX_CHANGES, { message: `changes must have at most ${MAX_CHANGES} entries` })
  @ValidateNested({ each: true, message: 'each of changes must be an object' })
  @Type(() => ChangeBody)
  changes!: ChangeBody[];
}

export const toDecision = ({ by, reason, version }: AcceptBody): Decision => ({
  by,
  reason: reason ?? null,
  version: version ?? undefined,
});

export const toCorrections = ({ changes }: CorrectBody): Correction[] =>
  changes.map(({ trade_id, revision, field, value, reason }) => ({
    transactionId: trade_id.toLowerCase(),
    revision,
    field,
    value,
    reason: reason ?? null,
  }));
