import type { SchemaElement } from 'hyparquet-writer';
import type { Column, ColumnType } from '../../columns/column.js';

type Physical = Pick<SchemaElement, 'type' | 'converted_type' | 'logical_type' | 'precision' | 'scale'>;

const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } } as const;
const DOUBLE = { type: 'DOUBLE' } as const;
/** As the database has them: numeric(16,2). */
const DOLLARS = { precision: 16, scale: 2 } as const;

const PHYSICAL: Readonly<Record<ColumnType, Physical>> = {
  text: TEXT,
  texts: TEXT,
  json: { type: 'BYTE_ARRAY', converted_type: 'JSON', logical_type: { type: 'JSON' } },
  date: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  instant: {
    type: 'INT64',
    converted_type: 'TIMESTAMP_MILLIS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  },
  money: { type: 'INT64', converted_type: 'DECIMAL', ...DOLLARS, logical_type: { type: 'DECIMAL', ...DOLLARS } },
  integer: { type: 'INT32' },
  number: DOUBLE,
  numbers: DOUBLE,
  boolean: { type: 'BOOLEAN' },
};

export const isList = ({ type }: Column): boolean => type === 'texts' || type === 'numbers';

/** The elements from a column to its values: one, or the three of a list. */
export function elementsOf(column: Column): SchemaElement[] {
  const { name, type, nullable } = column;
  const repetition_type = nullable ? 'OPTIONAL' : 'REQUIRED';
  if (!isList(column)) return [{ name, repetition_type, ...PHYSICAL[type] }];
  return [
    { name, repetition_type, converted_type: 'LIST', logical_type: { type: 'LIST' }, num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'REQUIRED', ...PHYSICAL[type] },
  ];
}

export const ROOT: SchemaElement = { name: 'schema' };

export const schemaOf = (columns: readonly Column[]): SchemaElement[] => [
  { ...ROOT, num_children: columns.length },
  ...columns.flatMap(elementsOf),
];
