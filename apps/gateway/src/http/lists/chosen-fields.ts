import type { Type } from '@nestjs/common';
import { nearest } from '#rotunda/runtime';
import { invalidFields } from '../known-errors.js';
import { AnyLike } from './value-lists.js';

/** Where @nestjs/swagger keeps what `@ApiProperty` says of a class; it exports no names for them. */
const PROPERTIES = 'swagger/apiModelPropertiesArray';
const PROPERTY = 'swagger/apiModelProperties';

/** Fields, each with those inside it that are wanted; null: all of it. */
type Wanted = Map<string, Wanted | null>;

export type Chooser = (item: object) => object;

const PATHS = /^[a-z\d_]+(?:\.[a-z\d_]+)*$/;

/** Which fields of each item an answer has: `fields=id,ticker,filing.filed_on`. */
export class ChosenFieldsParams {
  @AnyLike(PATHS, {
    message: 'fields must be names of fields, such as id,ticker,filing.filed_on',
    description: 'Only these fields of each item, those of an object inside it with a dot; all by default',
    examples: ['id', 'filing.filed_on'],
  })
  fields?: string[];
}

/**
 * Leaves of an item of a view only the wanted fields.
 * @throws ProblemException (400) for a field that the view does not have
 */
export function chooserOf(view: Type, fields: string[] | undefined): Chooser {
  if (!fields) return (item) => item;
  const wanted: Wanted = new Map();
  for (const field of fields) want(wanted, view, field.split('.'), field);
  return (item) => chosen(item, wanted) as object;
}

function want(wanted: Wanted, view: Type, [name = '', ...inner]: string[], field: string): void {
  const known = fieldsOf(view);
  if (!known.has(name)) throw unknown(field, name, [...known.keys()]);
  if (inner.length === 0) {
    wanted.set(name, null);
    return;
  }
  const inside = known.get(name);
  if (!inside) throw unknown(field, inner.join('.'), []);
  if (wanted.get(name) === null) return;
  const deeper: Wanted = wanted.get(name) ?? new Map();
  wanted.set(name, deeper);
  want(deeper, inside, inner, field);
}

function unknown(field: string, name: string, known: string[]): Error {
  const meant = nearest(name, known);
  const hint = known.length === 0 ? 'there are no fields in it' : `its fields: ${known.toSorted().join(', ')}`;
  const message = `fields: there is no ${field}; ${meant ? `nearest to ${name}: ${meant}; ` : ''}${hint}`;
  return invalidFields(400, [{ field: 'fields', message }]);
}

/** The fields of a view, each with the view inside it, if any. */
function fieldsOf({ prototype }: Type): Map<string, Type | null> {
  const names = (Reflect.getMetadata(PROPERTIES, prototype as object) ?? []) as string[];
  return new Map(names.map((name) => [name.slice(1), viewOf(prototype as object, name.slice(1))]));
}

function viewOf(prototype: object, name: string): Type | null {
  const { type } = Reflect.getMetadata(PROPERTY, prototype, name) as { type?: unknown };
  const isView = typeof type === 'function' && Reflect.hasMetadata(PROPERTIES, (type as Type).prototype as object);
  return isView ? (type as Type) : null;
}

function chosen(value: unknown, wanted: Wanted | null): unknown {
  if (wanted === null || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => chosen(each, wanted));
  const fields = value as Record<string, unknown>;
  return Object.fromEntries(
    [...wanted].flatMap(([name, inner]) => (name in fields ? [[name, chosen(fields[name], inner)]] : [])),
  );
}
