import type { FieldSchema } from './kinds.js';

type Values = Record<string, unknown>;

/** The body of the command: the fields that this kind has, without what is empty; and the names that it has not. */
export function bodyOf(fields: Record<string, FieldSchema>, args: Values): { body: Values; unknown: string[] } {
  const body = Object.fromEntries(
    Object.keys(fields).flatMap((name) => (isEmpty(args[name]) ? [] : [[name, args[name]]])),
  );
  return { body, unknown: Object.keys(args).filter((name) => !(name in fields)) };
}

/** The values with one changed; an empty one goes. */
export function withValue(values: Values, name: string, value: unknown): Values {
  const { [name]: _old, ...others } = values;
  return isEmpty(value) ? others : { ...others, [name]: value };
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && Object.keys(value).length === 0);
