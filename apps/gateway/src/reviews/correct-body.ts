import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { CORRECTABLE_FIELDS, type CorrectableField, type Edits } from '#rotunda/persistence';
import { ANY_VALUE } from '../http/json-schemas.js';
import { invalidFields } from '../http/known-errors.js';
import { Sentence } from '../http/sentence.js';
import { AddBody, toAddedRow } from './add-body.js';
import { DecisionBody } from './decision-bodies.js';
import { FitsField } from './field-values.js';
import { NamedRow, nameOf } from './named-row.js';

const FIELDS = Object.keys(CORRECTABLE_FIELDS) as CorrectableField[];
const MAX_ENTRIES = 500;

export class ChangeBody extends NamedRow {
  @ApiProperty({ enum: FIELDS })
  @IsIn(FIELDS, { message: `field must be one of ${FIELDS.join(', ')}` })
  field!: CorrectableField;

  @ApiProperty({ ...ANY_VALUE, description: 'As the API shows the field; null for no value' })
  @FitsField()
  value!: unknown;
}

export class RemoveBody extends NamedRow {}

function ListOf(entry: new () => object, description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: [entry], maxItems: MAX_ENTRIES, description }),
    IsOptional(),
    IsArray({ message: '$property must be a list' }),
    ArrayMaxSize(MAX_ENTRIES, { message: `$property must have at most ${MAX_ENTRIES} entries` }),
    ValidateNested({ each: true, message: 'each of $property must be an object' }),
    Type(() => entry),
  );
}

export class CorrectBody extends DecisionBody {
  @ApiProperty({ description: 'Why', maxLength: 1000 })
  @Sentence(1000)
  reason!: string;

  @ListOf(ChangeBody, 'Fields that were misread')
  changes?: ChangeBody[] | null;

  @ListOf(AddBody, 'Rows that were not read')
  add?: AddBody[] | null;

  @ListOf(RemoveBody, 'What was read as a row and is none')
  remove?: RemoveBody[] | null;
}

/** @throws ProblemException (422) where there is nothing to change */
export function toEdits(body: CorrectBody): Edits {
  const [changes, add, remove] = [body.changes ?? [], body.add ?? [], body.remove ?? []];
  if (changes.length + add.length + remove.length === 0) {
    const message = 'changes, add or remove must have at least one entry; accept the review if nothing has to change';
    throw invalidFields(422, [{ field: 'changes', message }]);
  }
  return {
    corrections: changes.map(({ field, value, ...row }) => ({ ...nameOf(row), field, value })),
    added: add.map(toAddedRow),
    removed: remove.map(nameOf),
  };
}
