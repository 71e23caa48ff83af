import 'reflect-metadata';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';

/** What the OpenAPI document says about a field, besides its rules, which come from class-validator. */
export interface FieldNotes {
  description?: string;
  default?: string | number | boolean;
  format?: 'date' | 'date-time';
  /** The class of a nested object. */
  fields?: new () => object;
}

const NOTES = Symbol('field notes');

/** Merges the notes of several decorators. */
export const noteField =
  (notes: FieldNotes): PropertyDecorator =>
  (target, property) =>
    Reflect.defineMetadata(NOTES, { ...notesOf(target, property), ...notes }, target, property);

/** Describes a command's field, for the OpenAPI document and `GET tasks/registered`. Every field has a description. */
export const Describe = (description: string, more: Pick<FieldNotes, 'default'> = {}): PropertyDecorator =>
  noteField({ description, ...more });

/** Marks a nested object whose fields are validated and described too. */
export const HasFields =
  (fields: new () => object): PropertyDecorator =>
  (target, property) => {
    ValidateNested()(target, property);
    Type(() => fields)(target, property);
    noteField({ fields })(target, property);
  };

export const fieldNotes = (schema: new () => object, property: string): FieldNotes =>
  notesOf(schema.prototype as object, property);

const notesOf = (target: object, property: string | symbol): FieldNotes =>
  (Reflect.getMetadata(NOTES, target, property) as FieldNotes | undefined) ?? {};
