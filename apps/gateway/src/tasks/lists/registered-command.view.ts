import { ApiExtraModels, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type Chamber, CHAMBERS } from '#rotunda/contracts';
import { ANY_VALUE } from '../../http/json-schemas.js';
import type { RegisteredCommand } from '../commands/commands.js';
import type { Fields, FieldSchema } from '../commands/command-schema.js';

const TYPES = ['string', 'integer', 'number', 'boolean', 'object', 'array'] as const;
const BOUND = { type: 'integer' } as const;
const FIELDS = {
  type: 'object',
  additionalProperties: { $ref: '#/components/schemas/CommandFieldView' },
} as const;

/** Keywords of JSON Schema. */
class ValueSchemaView {
  @ApiProperty({ enum: TYPES })
  type!: (typeof TYPES)[number];
  @ApiPropertyOptional({ enum: ['date', 'date-time'] })
  format?: 'date' | 'date-time';
  @ApiPropertyOptional()
  pattern?: string;
  @ApiPropertyOptional({ type: 'array', items: ANY_VALUE })
  enum?: unknown[];
  @ApiPropertyOptional()
  minimum?: number;
  @ApiPropertyOptional()
  maximum?: number;
  @ApiPropertyOptional(BOUND)
  minItems?: number;
  @ApiPropertyOptional(BOUND)
  maxItems?: number;
  @ApiPropertyOptional(BOUND)
  minLength?: number;
  @ApiPropertyOptional(BOUND)
  maxLength?: number;
}

/** A field of a command as JSON Schema describes it. */
class CommandFieldView extends ValueSchemaView implements FieldSchema {
  @ApiProperty()
  description!: string;
  @ApiPropertyOptional({ oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] })
  default?: string | number | boolean;
  @ApiPropertyOptional({ enum: [true], description: 'Null counts as absent' })
  nullable?: true;
  @ApiPropertyOptional({ ...FIELDS, description: 'Of an object: its fields' })
  properties?: Fields;
  @ApiPropertyOptional({ type: [String], description: 'Of an object: the fields that it must have' })
  required?: string[];
  @ApiPropertyOptional({ enum: [true], description: 'Of an object: it may have any fields' })
  additionalProperties?: true;
  @ApiPropertyOptional({ type: ValueSchemaView, description: 'Of a list: each item' })
  items?: ValueSchemaView;
}

@ApiExtraModels(CommandFieldView)
export class RegisteredCommandView implements RegisteredCommand {
  @ApiProperty({ example: 'tasks.house.scrape', description: 'Also the NATS subject' })
  name!: string;
  @ApiProperty({ enum: CHAMBERS })
  chamber!: Chamber;
  @ApiProperty()
  summary!: string;
  @ApiProperty({ ...FIELDS, description: 'Field name → JSON Schema' })
  fields!: Fields;
}
