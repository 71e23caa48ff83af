import type { OpenAPIObject } from '@nestjs/swagger';
import type { Column, ColumnType } from './column.js';
import type { ColumnTypesView, DictionaryColumnView, DictionaryView } from './dictionary.view.js';
import { SCHEMA_VERSION, TRADE_COLUMNS } from './trade-columns.js';

const TYPES: Readonly<Record<ColumnType, ColumnTypesView>> = {
  text: { csv: 'text', ndjson: 'string', parquet: 'STRING' },
  date: { csv: 'YYYY-MM-DD', ndjson: 'string', parquet: 'DATE' },
  instant: { csv: 'ISO 8601, UTC', ndjson: 'string', parquet: 'TIMESTAMP(ms, UTC)' },
  money: { csv: 'number', ndjson: 'number', parquet: 'DECIMAL(16,2)' },
  integer: { csv: 'integer', ndjson: 'number', parquet: 'INT32' },
  number: { csv: 'number', ndjson: 'number', parquet: 'DOUBLE' },
  boolean: { csv: 'true, false', ndjson: 'boolean', parquet: 'BOOLEAN' },
  texts: { csv: 'JSON list', ndjson: 'array', parquet: 'LIST<STRING>' },
  numbers: { csv: 'JSON list', ndjson: 'array', parquet: 'LIST<DOUBLE>' },
  json: { csv: 'JSON list', ndjson: 'array', parquet: 'JSON' },
};

/** What the OpenAPI document says of a field. */
export interface FieldSchema {
  $ref?: string;
  allOf?: FieldSchema[];
  oneOf?: FieldSchema[];
  properties?: Record<string, FieldSchema>;
  nullable?: boolean;
  enum?: string[];
  items?: FieldSchema;
  description?: string;
}

/** The dictionary of the exports. Meanings, values and nulls are those of the OpenAPI document: nobody writes them twice. */
export const dictionaryOf = (document: OpenAPIObject): DictionaryView => ({
  schema_version: SCHEMA_VERSION,
  columns: TRADE_COLUMNS.map((column) => describe(column, document)),
});

function describe({ name, path, type, nullable }: Column, document: OpenAPIObject): DictionaryColumnView {
  const field = fieldAt(path, document);
  const values = field.items?.enum ?? field.enum ?? null;
  return {
    ...{ name, field: path.join('.'), types: TYPES[type], nullable },
    ...{ values, description: field.description ?? '' },
  };
}

/** @throws where the API has no such field */
export const fieldAt = (path: readonly string[], document: OpenAPIObject): FieldSchema =>
  path.reduce<FieldSchema>((schema, name) => propertiesOf(schema, document)[name] ?? missing(path), {
    $ref: '#/components/schemas/TradeView',
  });

/** Of an object, wherever its schema stands. */
export function propertiesOf({ $ref, allOf, oneOf, properties }: FieldSchema, document: OpenAPIObject): Fields {
  const named = $ref?.split('/').at(-1);
  if (named !== undefined) return propertiesOf(document.components!.schemas![named] as FieldSchema, document);
  return properties ?? Object.assign({}, ...(allOf ?? oneOf ?? []).map((part) => propertiesOf(part, document)));
}

type Fields = Record<string, FieldSchema>;

function missing(path: readonly string[]): never {
  throw new Error(`The API has no field ${path.join('.')}; remove its column from trade-columns.ts.`);
}
